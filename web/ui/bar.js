/** What the line at the top of every page is made of. */
import { LANGUAGES } from "../i18n/catalog.js";
import { button, el, svg } from "./dom.js";
import { mode } from "./theme.js";

const LAMP = "M12 1.500v2M8.500 3.500h7l2 8a5.500 5.500 0 0 1-11 0zM10 17h4v5.500h-4z";
const THEME = "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18";

/** The lamp and its name; a link where `href` is given. */
export function brand(href = null) {
  const inner = [svg("svg", { viewBox: "0 0 24 24", class: "brand-mark", "aria-hidden": "true" }, svg("path", { d: LAMP })), el("span", { text: "Lamplight" })];
  return href ? el("p", { class: "brand" }, el("a", { href }, inner)) : el("h1", { class: "brand" }, inner);
}

export function languageSwitch({ t, language, chooseLanguage }) {
  return el("div", { class: "segments", role: "group", "aria-label": t("app.language") },
    LANGUAGES.map(({ id, name }) => button(id.toUpperCase(), () => chooseLanguage(id), { lang: id, "aria-label": `${id.toUpperCase()}, ${name}`, title: name, "aria-pressed": String(id === language) })));
}

/** {element, update}: the button that turns light into dark; it names what it would do. */
export function themeButton({ t, toggleTheme }) {
  const element = iconButton(THEME, toggleTheme);
  const update = () => {
    const label = t(mode() === "dark" ? "app.light" : "app.dark");
    element.setAttribute("aria-label", label);
    element.title = label;
  };
  update();
  return { element, update };
}

export function iconButton(path, onClick, label = "") {
  return el("button", { type: "button", class: "icon", "aria-label": label, title: label, on: { click: onClick } },
    svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, svg("path", { d: path })));
}
