/** Who is signed in and where to go from there, or the way to sign in. */
import { textOf } from "../core/format.js";
import { EVERY_CITY, holds, rolesIn } from "../core/roles.js";
import { button, el } from "./dom.js";

/**
 * `account` as the session tells it, or null; `city` a slug, or null for the roles of all cities. `signInHref()` is asked
 * for at the click, when the address of the view is known.
 */
export function createAccountMenu({ account, cities, city, t, language, format, signInHref, signOut }) {
  if (!account) return signInLink(t, signInHref);
  const suffix = language === "es" ? "#lang=es" : "";
  const menu = el("div", { class: "who-menu", id: "who-menu", popover: "auto" },
    el("p", { class: "who-name", text: account.name }),
    roleLines(account, city, cities, { t, language, format }).map((text) => el("p", { class: "hint", text })),
    el("ul", {},
      el("li", {}, el("a", { class: "item", href: `/account${suffix}`, text: t("app.account") })),
      holds(account, "administrator") && el("li", {}, el("a", { class: "item", href: `/admin${suffix}`, text: t("app.admin") })),
      el("li", {}, button(t("app.signOut"), signOut, { class: "item" }))));
  const opener = el("button", { type: "button", popovertarget: "who-menu", "aria-label": t("app.signedInAs", { name: account.name }), title: account.name },
    el("span", { class: "initial", "aria-hidden": "true", text: [...account.name][0] ?? "?" }));
  return el("div", { class: "who" }, opener, menu);
}

/** Sentences such as "Los Angeles: analyst and manager". */
export function roleLines(account, city, cities, { t, language, format }) {
  const nameOf = (slug) => {
    const known = cities.find((one) => one.slug === slug);
    return known ? textOf(known.name, language) : slug;
  };
  const words = (roles) => format.list(roles.map((role) => t(`role.${role}`)));
  if (city !== null) {
    const held = rolesIn(account, city);
    return [`${nameOf(city)}: ${held.length > 0 ? words(held) : t("role.none")}`];
  }
  const lines = Object.entries(account.roles).filter(([, roles]) => roles.length > 0)
    .map(([slug, roles]) => `${slug === EVERY_CITY ? t("role.everyCity") : nameOf(slug)}: ${words(roles)}`);
  return lines.length > 0 ? lines : [t("role.none")];
}

function signInLink(t, signInHref) {
  const link = el("a", { class: "sign-in", href: "/sign-in", text: t("app.signIn") });
  for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, () => (link.href = signInHref()));
  return link;
}
