/** What an account may do, city by city. Roles do not contain each other. */

export const ROLES = Object.freeze(["analyst", "manager", "administrator"]);

/** The name under which an account holds a role in all cities. */
export const EVERY_CITY = "*";

/** The roles held in a city, in their usual order. `account`: {roles: {city: [role]}} or null. */
export function rolesIn(account, city) {
  const held = [...(account?.roles?.[city] ?? []), ...(account?.roles?.[EVERY_CITY] ?? [])];
  return ROLES.filter((role) => held.includes(role));
}

/** Whether a role is held in a city, or anywhere where `city` is null. */
export function holds(account, role, city = null) {
  const cities = city === null ? Object.keys(account?.roles ?? {}) : [city];
  return cities.some((slug) => rolesIn(account, slug).includes(role));
}

/** Of the cities served, those in which a role is held. `cities`: [{slug}]. */
export function citiesWith(account, role, cities) {
  return cities.filter(({ slug }) => holds(account, role, slug));
}
