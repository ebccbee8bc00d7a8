/** The administrator's view as one plain object, and its serialised form: the part of the address after "#". */

export const TABS = Object.freeze(["users", "audit", "releases", "sealed"]);
export const OUTCOMES = Object.freeze(["done", "refused", "failed"]);
export const NO_FILTER = Object.freeze({ actor: "", action: "", outcome: "" });

/** Reads a view; what cannot be understood is left out. */
export function parseAdmin(hash) {
  const params = new URLSearchParams(String(hash ?? "").replace(/^#/, ""));
  const one = (name, known) => (known.includes(params.get(name)) ? params.get(name) : null);
  const text = (name) => (params.get(name) ?? "").slice(0, 200);
  return {
    city: /^[a-z0-9][a-z0-9._-]*$/.test(params.get("city") ?? "") ? params.get("city") : null,
    tab: one("tab", TABS) ?? TABS[0],
    filter: { actor: text("actor"), action: text("action"), outcome: one("outcome", OUTCOMES) ?? "" },
    preview: text("preview") || null,
    language: one("lang", ["en", "es"]),
  };
}

/** Writes a view; a filter belongs to the trail alone, a preview to the releases. */
export function formatAdmin({ city, tab, filter = NO_FILTER, preview = null, language = null }) {
  const params = new URLSearchParams();
  const add = (name, value) => value && params.set(name, value);
  add("city", city);
  add("tab", tab);
  if (tab === "audit") Object.entries(filter).forEach(([name, value]) => add(name, value));
  if (tab === "releases") add("preview", preview);
  add("lang", language);
  return `#${params}`;
}

/** What of the filter the server is asked for. */
export function auditQuery(filter) {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
}
