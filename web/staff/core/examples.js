/** Lines to copy that show how a token is used. */

/** A request for ten incidents. The token stands in the command, as it would for whoever tries it. */
export function curlLine(origin, city, token) {
  return `curl -H "Authorization: Bearer ${token}" "${origin}/cities/${city}/collections/incidents/items?limit=10"`;
}

/** What QGIS asks for, field by field. */
export function qgisFields(origin, city, token) {
  return { url: `${origin}/cities/${city}`, headerKey: "Authorization", headerValue: `Bearer ${token}` };
}

/** Groups of four, as a person types them. */
export function inFours(secret) {
  return secret.match(/.{1,4}/g)?.join(" ") ?? "";
}
