/** Changing the password. */
import { button, el } from "../../ui/dom.js";
import { passwordField } from "./fields.js";
import { askInDialog } from "./form.js";
import { newPasswordFields } from "./new_password.js";
import { part } from "./part.js";

export function drawPassword(context) {
  const { t, memory } = context;
  const said = el("p", { class: "done-line", role: "status", text: memory.passwordChanged ? t("password.changed") : "" });
  const change = button(t("password.change"), () => open(context), { class: "second", "data-key": "password" });
  return part(t("password.title"), t("password.about"), said, el("div", { class: "form-actions" }, change));
}

async function open(context) {
  const { t, api, memory, reload, mine } = context;
  const changed = await askInDialog(context, {
    title: t("password.change"),
    fields: [passwordField(context, { name: "current", label: t("password.current"), autocomplete: "current-password" }), ...newPasswordFields(context)],
    submitText: t("password.save", { name: mine.name }),
    submit: ({ current, password }) => api.changePassword(current, password),
    explain: (error) => wrongPassword(context, error),
  });
  if (!changed) return;
  memory.passwordChanged = true;
  reload();
}

/** A refused password in the reader's words; the server's own sentence for anything else. */
export function wrongPassword({ t, reasonOf, lockedUntil }, error) {
  if (error.status === 429) return t("signin.locked", { time: lockedUntil(error) });
  return error.status === 401 ? t("password.wrong") : reasonOf(error);
}
