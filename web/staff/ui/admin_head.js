/** Which city is administered, and the tabs, which are links. */
import { textOf } from "../../core/format.js";
import { el } from "../../ui/dom.js";

export function createAdminHead({ t, language }, { cities, tabs, hrefOf, chooseCity }) {
  const city = cities.length > 1 && el("select", { class: "city", "aria-label": t("app.city"), on: { change: () => chooseCity(city.value) } },
    cities.map(({ slug, name }) => el("option", { value: slug, text: textOf(name, language) })));
  const links = tabs.map((tab) => el("a", { text: t(`admin.${tab}`) }));
  return {
    element: el("div", { class: "admin-head" },
      el("div", { class: "admin-title" }, el("h1", { text: t("admin.title") }), city || el("p", { class: "lead", text: textOf(cities[0].name, language) })),
      el("nav", { class: "tabs", "aria-label": t("admin.title") }, links)),
    update(state) {
      if (city) city.value = state.city;
      tabs.forEach((tab, i) => {
        links[i].href = hrefOf(tab);
        if (tab === state.tab) links[i].setAttribute("aria-current", "page");
        else links[i].removeAttribute("aria-current");
      });
    },
  };
}
