/** The parameters of a pattern, in metres and days, each with the reason for the value that it begins with. */
import { shownFields, startValues } from "../core/patterns.js";
import { textOf } from "../core/format.js";
import { el, freshId } from "./dom.js";

/** Gives {element, show(pattern), values()}. */
export function createPatternFields({ profile, t, language }) {
  const element = el("div", { class: "pattern-fields" });
  let pattern = null;
  let values = {};
  let made = new Map();

  function show(next, known = {}) {
    pattern = next;
    values = { ...startValues(next), ...known };
    if (values.areas === "") values.areas = profile.areaSets[0]?.id ?? "";
    made = new Map(next.fields.map((field) => [field.name, makeField(field)]));
    element.replaceChildren(...[...made.values()].map(({ row }) => row));
    fit();
  }

  function makeField(field) {
    const hint = freshId("why");
    const input = field.kind === "number" ? numberInput(field, hint) : select(field, hint);
    input.addEventListener("change", () => {
      values[field.name] = field.kind === "number" && input.value !== "" ? Number(input.value) : input.value;
      fit();
    });
    const unit = field.unit && el("span", { class: "unit", text: t(`pattern.unit_${field.unit}`) });
    const row = el("div", { class: "pattern-field" },
      el("label", { class: "field" }, el("span", { text: t(`pattern.field_${field.name}`) }), el("span", { class: "with-unit" }, input, unit)),
      el("p", { class: "hint", id: hint, text: t(`pattern.why_${field.name}`) }));
    return { row, input };
  }

  function numberInput(field, hint) {
    return el("input", { type: "number", value: String(values[field.name]), min: field.min, max: field.max, step: field.step, inputmode: "numeric", "aria-describedby": hint, placeholder: field.value === "" ? t("pattern.auto") : null, required: field.value !== "" });
  }

  function select(field, hint) {
    const sets = profile.areaSets.map((set) => [set.id, textOf(set.title, language)]);
    const options = field.kind === "areas" ? sets : field.kind === "units"
      ? [["grid", t("pattern.units_grid")], ...sets]
      : field.values.map((value) => [value, t(`pattern.value_${value}`)]);
    const input = el("select", { "aria-describedby": hint }, options.map(([value, text]) => el("option", { value, text })));
    input.value = values[field.name];
    return input;
  }

  function fit() {
    const shown = shownFields(pattern, values).map(({ name }) => name);
    for (const [name, { row }] of made) row.hidden = !shown.includes(name);
  }

  return {
    element,
    show,
    values: () => ({ ...values }),
    /** Says in the browser's own words what is no number or out of its bounds; gives whether all are right. */
    check: () => [...made.values()].every(({ row, input }) => row.hidden || input.reportValidity()),
  };
}
