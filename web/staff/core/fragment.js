/** The part of the address after "#" as names and values. */

/** The fragment with some values changed; null takes a name away. */
export function withValues(hash, changes) {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") params.delete(name);
    else params.set(name, value);
  }
  const text = params.toString();
  return text ? `#${text}` : "";
}

/** "en", "es" or null. */
export function languageIn(hash) {
  const language = new URLSearchParams(hash.replace(/^#/, "")).get("lang");
  return language === "en" || language === "es" ? language : null;
}
