/** Fields of a form. Each is {name, element, read, check, fail, focus}; check gives what is wrong, or null. */
import { button, el, freshId } from "../../ui/dom.js";

/** A line of text. `type`, `autocomplete` and other attributes go to the input; `test(value)` gives what is wrong, or null. */
export function textField({ t }, { name, label, hint = null, optional = false, test = () => null, lines = 1, value = "", aside = null, ...attributes }) {
  const ids = { input: freshId(name), hint: freshId("hint"), error: freshId("error") };
  const error = el("span", { class: "field-error", id: ids.error });
  const described = [hint && ids.hint, ids.error].filter(Boolean).join(" ");
  const input = el(lines > 1 ? "textarea" : "input", { id: ids.input, name, "aria-describedby": described, "aria-required": optional ? null : "true", rows: lines > 1 ? lines : null, spellcheck: "false", ...attributes });
  input.value = value;
  const fail = (text) => {
    error.textContent = text ?? "";
    if (text) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };
  input.addEventListener("input", () => fail(null));
  return {
    name, input, fail,
    element: el("div", { class: "text-field" },
      el("label", { for: ids.input, text: label }),
      hint && el("span", { class: "field-hint", id: ids.hint, text: hint }),
      aside ? el("div", { class: "with-aside" }, input, aside(input)) : input, error),
    read: () => input.value,
    check: () => (!optional && input.value.trim() === "" ? t("form.needed") : test(input.value)),
    focus: () => input.focus(),
  };
}

/** A password that can be shown while it is typed. */
export function passwordField(context, { name, label, autocomplete, ...more }) {
  const { t } = context;
  const aside = (input) => {
    const show = button(t("form.show"), toggle, { class: "quiet", "aria-pressed": "false", "aria-label": t("form.showPassword") });
    function toggle() {
      const shown = input.type === "text";
      input.type = shown ? "password" : "text";
      show.setAttribute("aria-pressed", String(!shown));
      show.textContent = t(shown ? "form.show" : "form.hide");
    }
    return show;
  };
  return textField(context, { name, label, autocomplete, type: "password", autocapitalize: "none", aside, ...more });
}

/** A number within bounds. */
export function numberField(context, { min, max, ...more }) {
  const { t } = context;
  const test = (text) => (/^\d+$/.test(text.trim()) && Number(text) >= min && Number(text) <= max ? null : t("form.between", { min, max }));
  const field = textField(context, { inputmode: "numeric", test, ...more });
  return { ...field, read: () => Number(field.input.value) };
}

/** One of several. `options`: [[value, label]]. */
export function choiceField({ name, label, options, value }) {
  const id = freshId(name);
  const select = el("select", { id, name }, options.map(([known, text]) => el("option", { value: known, text })));
  select.value = value;
  return { name, element: el("div", { class: "text-field" }, el("label", { for: id, text: label }), select), read: () => select.value, check: () => null, fail() {}, focus: () => select.focus() };
}

/** Any of several. `options`: [[value, label, hint]]; reads as a list of values. */
export function ticksField({ name, label, options, value }) {
  const boxes = options.map(([known, text, hint]) => {
    const id = freshId("hint");
    const box = el("input", { type: "checkbox", value: known, "aria-describedby": hint ? id : null });
    box.checked = value.includes(known);
    return { box, row: el("div", {}, el("label", { class: "tick" }, box, el("span", { class: "name", text })), hint && el("p", { class: "tick-hint", id, text: hint })) };
  });
  const error = el("span", { class: "field-error", role: "alert" });
  return {
    name,
    element: el("fieldset", { class: "ticks" }, el("legend", { text: label }), boxes.map(({ row }) => row), error),
    read: () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value),
    check: () => null,
    fail: (text) => (error.textContent = text ?? ""),
    focus: () => boxes[0].box.focus(),
  };
}

/** Yes or no. */
export function tickField({ name, label, hint = null, value = false }) {
  const inner = ticksField({ name, label: "", options: [[name, label, hint]], value: value ? [name] : [] });
  inner.element.querySelector("legend").remove();
  return { ...inner, read: () => inner.read().length > 0 };
}
