/** Who I am. */
import { EVERY_CITY } from "../../core/roles.js";
import { textOf } from "../../core/format.js";
import { roleLines } from "../../ui/account_menu.js";
import { el } from "../../ui/dom.js";
import { factList, part } from "./part.js";

export function drawIdentity(context) {
  const { t, mine, account, cities, language, format } = context;
  const marked = (account.sensitive ?? []).map((slug) => (slug === EVERY_CITY ? t("role.everyCity") : textOf(cities.find((city) => city.slug === slug)?.name ?? slug, language)));
  return part(t("account.who"), t("account.whoAbout"), factList([
    [t("account.name"), mine.name],
    [t("account.roles"), roleLines({ name: mine.name, roles: mine.roles }, null, cities, context).map((line) => el("span", { class: "line", text: line }))],
    [t("account.sensitive"), marked.length > 0 ? format.list(marked) : null],
  ]));
}
