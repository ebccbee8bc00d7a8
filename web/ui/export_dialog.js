/** The filtered rows as a file. What for is asked first and stands in the audit trail. */
import { createDialog } from "./dialogs.js";
import { el } from "./dom.js";

const FORMATS = ["csv", "geojson", "gpkg", "fgb"];
const SHORTEST = 3;

export function createExportDialog({ t, format, server, query, filterWords }) {
  const purpose = el("input", { type: "text", required: true, minlength: String(SHORTEST), maxlength: "200", autocomplete: "off" });
  const formats = el("fieldset", { class: "radios" }, el("legend", { text: t("export.format") }), FORMATS.map((id, i) => {
    const box = el("input", { type: "radio", name: "format", value: id, checked: i === 0 });
    return el("label", { class: "tick" }, box, el("span", { class: "name" }, t(`export.${id}`), el("small", { text: ` ${t(`export.${id}Note`)}` })));
  }));
  const count = el("p", { class: "headline-text" });
  const filter = el("p", { class: "hint" });
  const said = el("p", { class: "hint", role: "status" });
  const link = el("a", { download: "", hidden: true });
  const form = el("form", { method: "dialog", novalidate: true, on: { submit: send } }, count, filter, formats,
    el("label", { class: "field" }, el("span", { text: t("export.purpose") }), purpose), el("p", { class: "hint", text: t("export.note") }), said, link,
    el("div", { class: "dialog-actions" }, el("button", { type: "submit", class: "plain", text: t("export.send") })));
  const dialog = createDialog(t("export.title"), t, form);

  function send(event) {
    event.preventDefault();
    const text = purpose.value.trim();
    if (text.length < SHORTEST) {
      said.textContent = t("export.purposeMissing");
      purpose.focus();
      return;
    }
    const chosen = form.querySelector("input[name=format]:checked").value;
    link.href = server.exportAddress({ ...query(), f: chosen, purpose: text });
    link.click();
    said.textContent = t("export.began");
  }

  return {
    element: dialog.element,
    open({ state, answer }) {
      said.textContent = "";
      count.textContent = answer ? t("export.rows", { n: answer.matched, nText: format.number(answer.matched) }) : "";
      filter.textContent = filterWords(state);
      dialog.open();
    },
  };
}
