/** Deleting a record that a court sealed. */
import { el } from "../../ui/dom.js";
import { textField } from "./fields.js";
import { askInDialog, createForm } from "./form.js";
import { part } from "./part.js";

export function drawSealed(context) {
  const { t, cityName } = context;
  const said = el("p", { class: "done-line", role: "status", tabindex: "-1" });
  const record = textField(context, { name: "record", label: t("sealed.record"), hint: t("sealed.recordHint"), autocomplete: "off", autocapitalize: "none", maxlength: 100 });
  const reason = textField(context, { name: "reason", label: t("sealed.reason"), hint: t("sealed.reasonHint"), lines: 3, maxlength: 200 });
  const form = createForm(context, {
    fields: [record, reason],
    submitText: t("sealed.check"),
    danger: true,
    submit: async (values) => {
      said.textContent = "";
      const asked = { record: values.record.trim(), reason: values.reason.trim() };
      const deleted = await confirm(context, asked);
      if (deleted === null) return;
      said.className = deleted > 0 ? "done-line" : "form-error";
      said.textContent = t(deleted > 0 ? "sealed.deleted" : "sealed.notFound", { n: deleted, record: asked.record, city: cityName });
      if (deleted > 0) record.input.value = reason.input.value = "";
      said.focus();
    },
  });
  return part(t("admin.sealed"), [t("sealed.about", { city: cityName }), t("sealed.next")], said, form.element);
}

/** How many incidents were deleted, or null when the administrator thought better of it. */
async function confirm(context, { record, reason }) {
  const { t, api, city, cityName } = context;
  let answer = null;
  await askInDialog(context, {
    title: t("sealed.confirm", { record }),
    text: [t("sealed.confirmText", { city: cityName }), t("sealed.confirmReason", { reason })],
    fields: [],
    submitText: t("sealed.delete"),
    danger: true,
    submit: async () => (answer = await api.deleteSealed(city, record, reason)),
  });
  return answer && answer.deleted;
}
