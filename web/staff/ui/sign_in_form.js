/** The form that asks who is there. */
import { button, el } from "../../ui/dom.js";
import { passwordField, textField } from "./fields.js";
import { createForm } from "./form.js";

/** `signIn(values)` asks the server, `done()` follows. {element, begin}: begin puts the cursor where typing starts. */
export function createSignIn(context, { signIn, done }) {
  const { t, session, memory, reasonOf, lockedUntil } = context;
  const kept = (memory.signIn ??= { name: "", password: "", wantsCode: false });
  const name = textField(context, { name: "name", label: t("signin.name"), value: kept.name, autocomplete: "username", autocapitalize: "none" });
  const password = passwordField(context, { name: "password", label: t("signin.password"), value: kept.password, autocomplete: "current-password" });
  const code = textField(context, { name: "code", label: t("signin.code"), hint: t("signin.codeHint"), autocomplete: "one-time-code", autocapitalize: "none" });
  const other = button(t("signin.other"), () => step(false), { class: "quiet" });
  const lost = el("p", { class: "hint", text: t("signin.lost") });
  const form = createForm(context, { fields: [name, password, code], submitText: t("signin.send"), submit, explain, foot: [other, lost] });

  function step(wantsCode) {
    kept.wantsCode = wantsCode;
    name.element.hidden = password.element.hidden = lost.hidden = wantsCode;
    code.element.hidden = other.hidden = !wantsCode;
    code.input.value = "";
    form.tell("");
    begin();
  }

  function begin() {
    (kept.wantsCode ? code : kept.name ? password : name).focus();
  }

  async function submit(values) {
    Object.assign(kept, { name: values.name, password: values.password });
    const { code: given, ...both } = values;
    await signIn(kept.wantsCode ? { ...both, code: given.trim() } : both);
    done();
  }

  function explain(error) {
    if (error.status === 401 && error.problem.secondFactor && !kept.wantsCode) return void step(true);
    if (error.status === 401) return t(kept.wantsCode ? "signin.wrongCode" : "signin.wrong");
    if (error.status === 429) return t("signin.locked", { time: lockedUntil(error) });
    if (error.status === 404) return t("signin.off");
    return t("signin.failed", { reason: reasonOf(error) });
  }

  step(kept.wantsCode);
  const oidc = session.oidc && el("div", { class: "or" },
    el("p", { class: "hint", text: t("signin.or") }), el("a", { class: "second", href: session.oidc.href, text: t("signin.with", { name: session.oidc.name }) }));
  return { element: el("div", {}, form.element, oidc), begin };
}
