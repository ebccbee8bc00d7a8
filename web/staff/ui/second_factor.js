/** The second factor: setting it up, the codes for the day the phone is lost, switching it off. */
import { button, el } from "../../ui/dom.js";
import { inFours } from "../core/examples.js";
import { passwordField, textField } from "./fields.js";
import { askInDialog, createForm } from "./form.js";
import { badge, part } from "./part.js";
import { wrongPassword } from "./password_change.js";
import { drawQr } from "./qr.js";
import { createSecret } from "./secret.js";

export function drawSecondFactor(context) {
  const { t, mine, memory } = context;
  const content = memory.recoveryCodes ? codes(context) : memory.setUp ? confirm(context) : switches(context);
  const state = el("p", {}, badge(t(mine.secondFactor ? "factor.on" : "factor.off"), mine.secondFactor ? "good" : ""));
  return part(t("factor.title"), t("factor.about"), memory.setUp ? null : state, content);
}

function switches(context) {
  const { t, mine } = context;
  return el("div", { class: "form-actions" }, mine.secondFactor
    ? button(t("factor.remove"), () => remove(context), { class: "second", "data-key": "factor" })
    : button(t("factor.begin"), () => begin(context), { class: "second", "data-key": "factor" }));
}

const ownPassword = (context) => passwordField(context, { name: "password", label: context.t("password.current"), autocomplete: "current-password" });

async function begin(context) {
  const { t, api, memory, reload } = context;
  const sent = await askInDialog(context, {
    title: t("factor.begin"), text: t("factor.beginText"), fields: [ownPassword(context)], submitText: t("factor.next"),
    submit: async ({ password }) => (memory.setUp = await api.beginSecondFactor(password)),
    explain: (error) => wrongPassword(context, error),
  });
  if (sent) reload();
}

function confirm(context) {
  const { t, api, memory, reload, reasonOf } = context;
  const { secret, uri, qr } = memory.setUp;
  const stop = () => {
    memory.setUp = null;
    reload();
  };
  const form = createForm(context, {
    fields: [textField(context, { name: "code", label: t("factor.code"), hint: t("factor.codeHint"), autocomplete: "one-time-code", inputmode: "numeric" })],
    submitText: t("factor.confirm"),
    cancel: stop,
    submit: async ({ code }) => {
      memory.recoveryCodes = (await api.confirmSecondFactor(code.replace(/\s/g, ""))).recoveryCodes;
      memory.setUp = null;
      await reload();
    },
    explain: (error) => (error.status === 401 ? t("factor.wrongCode") : reasonOf(error)),
  });
  return el("div", { class: "steps" },
    el("p", { text: t("factor.scan") }),
    drawQr(qr, t("factor.qr")),
    el("p", {}, el("a", { href: uri, text: t("factor.open") })),
    createSecret(context, { label: t("factor.secret"), value: secret, shown: inFours(secret) }),
    form.element);
}

function codes(context) {
  const { t, mine, memory, reload } = context;
  const text = memory.recoveryCodes.join("\n");
  const kept = () => {
    memory.recoveryCodes = null;
    reload();
  };
  return el("div", { class: "steps" },
    el("p", { text: t("factor.codesText") }),
    createSecret(context, { label: t("factor.codes"), value: text, note: t("secret.once"), file: { name: `lamplight-${mine.name.replace(/[^\w.-]/g, "_")}-codes.txt`, text: `${text}\n` } }),
    el("div", { class: "form-actions" }, button(t("factor.kept"), kept, { class: "plain", "data-key": "factor" })));
}

async function remove(context) {
  const { t, api, reload } = context;
  const sent = await askInDialog(context, {
    title: t("factor.remove"), text: t("factor.removeText"), fields: [ownPassword(context)], submitText: t("factor.remove"), danger: true,
    submit: ({ password }) => api.removeSecondFactor(password),
    explain: (error) => wrongPassword(context, error),
  });
  if (sent) reload();
}
