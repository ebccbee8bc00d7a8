/** The line at the top: which city, which language, light or dark, help, a link, who is signed in. */
import { textOf } from "../core/format.js";
import { createAccountMenu } from "./account_menu.js";
import { brand, iconButton, languageSwitch, themeButton } from "./bar.js";
import { button, el } from "./dom.js";

const LINK = "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700l-1.500 1.500M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700l1.500-1.500";

export function createHeader(context) {
  const { cities, t, language, chooseCity, openHelp } = context;
  const city = el("select", { class: "city", "aria-label": t("app.city"), on: { change: () => chooseCity(city.value) } },
    cities.map((known) => el("option", { value: known.slug, text: textOf(known.name, language) })));
  const theme = themeButton(context);
  const copied = el("span", { class: "visually-hidden", role: "status" });
  const link = iconButton(LINK, () => copyLink(copied, link, t), t("app.copyLink"));
  const help = button("?", openHelp, { class: "icon", "aria-label": t("app.help"), title: t("app.help") });
  const who = createAccountMenu({ ...context, city: context.profile.slug });
  return {
    element: el("div", { class: "bar" }, brand(), city, el("div", { class: "bar-end" }, languageSwitch(context), theme.element, link, copied, help, who)),
    update({ state }) {
      city.value = state.city;
      theme.update();
    },
  };
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
