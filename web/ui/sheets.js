/** The rail and the panel fold away; on a phone each is a sheet from below, one at a time. */
import { button, el } from "./dom.js";

const narrow = matchMedia("(max-width: 47.99em)");
const NAMES = ["questions", "answers"];

/** The cross in a panel's head. */
export function foldButton(name, fold, t) {
  return el("button", { type: "button", class: "close", "aria-label": t("sheet.hide", { what: t(`sheet.${name}`) }), on: { click: () => fold(name) } });
}

/** `sides`: {questions, answers} elements; the switches go into `place`. */
export function createSheets(sides, place, t) {
  const short = el("span", { class: "sheet-count" });
  const switches = Object.fromEntries(NAMES.map((name) => [name, button("", () => toggle(name), { class: `sheet-switch sheet-${name}`, "aria-controls": name })]));
  const open = Object.fromEntries(NAMES.map((name) => [name, !narrow.matches]));
  place.replaceChildren(short, switches.questions, switches.answers);

  function toggle(name, to = !open[name]) {
    if (narrow.matches && to) NAMES.forEach((other) => (open[other] = false));
    open[name] = to;
    show();
  }

  function show() {
    for (const name of NAMES) {
      sides[name].hidden = !open[name];
      const what = t(`sheet.${name}`);
      switches[name].textContent = what;
      switches[name].setAttribute("aria-expanded", String(open[name]));
      switches[name].title = t(open[name] ? "sheet.hide" : "sheet.show", { what });
    }
    document.body.dataset.open = NAMES.filter((name) => open[name]).join(" ");
    dispatchEvent(new Event("resize"));
  }

  function onWidth() {
    NAMES.forEach((name) => (open[name] = !narrow.matches));
    show();
  }
  narrow.addEventListener("change", onWidth);
  show();
  return {
    setShort: (text) => (short.textContent = text),
    /** On a phone the map must be seen to show something; gives true when a sheet was closed. */
    uncoverMap() {
      const covered = narrow.matches && NAMES.find((name) => open[name]);
      if (!covered) return false;
      toggle(covered, false);
      return true;
    },
    closeByKey() {
      const closed = NAMES.find((name) => narrow.matches && open[name]);
      if (!closed) return false;
      toggle(closed, false);
      switches[closed].focus();
      return true;
    },
    open: (name) => toggle(name, true),
    fold(name) {
      toggle(name, false);
      switches[name].focus();
    },
    stop: () => narrow.removeEventListener("change", onWidth),
  };
}
