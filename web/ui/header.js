/** The line at the top: which city, which language, light or dark, help, a link. */
import { LANGUAGES } from "../i18n/catalog.js";
import { textOf } from "../core/format.js";
import { button, el, svg } from "./dom.js";
import { mode } from "./theme.js";

export function createHeader({ cities, t, language, chooseCity, chooseLanguage, toggleTheme, openHelp }) {
  const city = el("select", { class: "city", "aria-label": t("app.city"), on: { change: () => chooseCity(city.value) } },
    cities.map((known) => el("option", { value: known.slug, text: textOf(known.name, language) })));
  const languages = el("div", { class: "segments", role: "group", "aria-label": t("app.language") },
    LANGUAGES.map(({ id, name }) => button(id.toUpperCase(), () => chooseLanguage(id), { lang: id, "aria-label": `${id.toUpperCase()}, ${name}`, title: name, "aria-pressed": String(id === language) })));
  const theme = iconButton(THEME, toggleTheme);
  const copied = el("span", { class: "visually-hidden", role: "status" });
  const link = iconButton(LINK, () => copyLink(copied, link, t), t("app.copyLink"));
  const help = button("?", openHelp, { class: "icon", "aria-label": t("app.help"), title: t("app.help") });
  return {
    element: el("div", { class: "bar" },
      el("h1", { class: "brand" }, svg("svg", { viewBox: "0 0 24 24", class: "brand-mark", "aria-hidden": "true" }, svg("path", { d: LAMP })), el("span", { text: "Lamplight" })),
      city, el("div", { class: "bar-end" }, languages, theme, link, copied, help)),
    update({ state }) {
      city.value = state.city;
      const label = t(mode() === "dark" ? "app.light" : "app.dark");
      theme.setAttribute("aria-label", label);
      theme.title = label;
    },
  };
}

const LAMP = "M12 1.500v2M8.500 3.500h7l2 8a5.500 5.500 0 0 1-11 0zM10 17h4v5.500h-4z";
const THEME = "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18";
const LINK = "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700l-1.500 1.500M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700l1.500-1.500";

function iconButton(path, onClick, label = "") {
  return el("button", { type: "button", class: "icon", "aria-label": label, title: label, on: { click: onClick } },
    svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, svg("path", { d: path })));
}

async function copyLink(said, link, t) {
  try {
    await navigator.clipboard.writeText(location.href);
    said.textContent = t("app.copied");
  } catch {
    said.textContent = t("app.copyFailed");
  }
  link.title = said.textContent;
  link.classList.add("done");
  setTimeout(() => link.classList.remove("done"), 1500);
}
