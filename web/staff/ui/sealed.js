/** Deleting a record that a court sealed. */
import { el } from "../../ui/dom.js";
import { textField } from "./fields.js";
import { askInDialog, createForm } from "./form.js";
import { part } from "./part.js";

export function drawSealed(context) {
  const { t, cityName, memory, city } = context;
  const result = memory.sealed?.city === city ? memory.sealed : null;
  const said = el("p", { class: result?.deleted ? "done-line" : "form-error", role: "status", text: result ? t(result.deleted ? "sealed.deleted" : "sealed.notFound", { n: result.deleted, record: result.record, city: cityName }) : "" });
  const record = textField(context, { name: "record", label: t("sealed.record"), hint: t("sealed.recordHint"), autocomplete: "off", autocapitalize: "none", maxlength: 100 });
  const reason = textField(context, { name: "reason", label: t("sealed.reason"), hint: t("sealed.reasonHint"), lines: 3, maxlength: 500 });
  const form = createForm(context, {
    fields: [record, reason],
    submitText: t("sealed.check"),
    danger: true,
    submit: (values) => confirm(context, { record: values.record.trim(), reason: values.reason.trim() }),
  });
  return part(t("admin.sealed"), [t("sealed.about", { city: cityName }), t("sealed.next")], said, form.element);
}

async function confirm(context, { record, reason }) {
  const { t, api, city, cityName, memory, redraw } = context;
  const sent = await askInDialog(context, {
    title: t("sealed.confirm", { record }),
    text: [t("sealed.confirmText", { city: cityName }), t("sealed.confirmReason", { reason })],
    fields: [],
    submitText: t("sealed.delete"),
    danger: true,
    submit: async () => {
      const { deleted } = await api.deleteSealed(city, record, reason);
      memory.sealed = { city, record, deleted };
    },
  });
  if (sent) redraw();
}
