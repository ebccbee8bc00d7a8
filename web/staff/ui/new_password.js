/** A new password, typed twice. */
import { passwordField } from "./fields.js";

export const SHORTEST = 12;

export function newPasswordFields(context) {
  const { t } = context;
  const first = passwordField(context, {
    name: "password", label: t("newpassword.first"), hint: t("newpassword.hint", { n: SHORTEST }), autocomplete: "new-password",
    test: (text) => ([...text].length < SHORTEST ? t("newpassword.short", { n: SHORTEST }) : null),
  });
  const again = passwordField(context, {
    name: "again", label: t("newpassword.again"), autocomplete: "new-password",
    test: (text) => (text === first.read() ? null : t("newpassword.differs")),
  });
  return [first, again];
}
