/** The line at the top of a staff page. */
import { createAccountMenu } from "../../ui/account_menu.js";
import { brand, languageSwitch, themeButton } from "../../ui/bar.js";
import { el } from "../../ui/dom.js";

export function createTop(context) {
  const { t, language, account } = context;
  const home = `/${language === "es" ? "#lang=es" : ""}`;
  const theme = themeButton(context);
  return {
    element: el("div", { class: "bar" },
      brand(home),
      el("a", { class: "home", href: home, text: t("staff.map") }),
      el("div", { class: "bar-end" }, languageSwitch(context), theme.element, account && createAccountMenu({ ...context, city: null }))),
    updateTheme: theme.update,
  };
}
