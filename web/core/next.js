/** The way to the sign-in page and back to where one came from. */

export const SIGN_IN = "/sign-in";

/** Address of the sign-in page that leads back to `path`. It stands after "#", so that no log sees the view. */
export function signInAddress(path) {
  return `${SIGN_IN}#next=${encodeURIComponent(path)}`;
}

/**
 * The path on this site that a sign-in page leads to, or null. `search` and `hash` are the page's own. A server that sends
 * somebody here names the path in the query; the browser then keeps the fragment of the page that was asked for.
 */
export function nextOf(search, hash, origin) {
  const fragment = new URLSearchParams(hash.replace(/^#/, ""));
  if (fragment.has("next")) return safePath(fragment.get("next"), origin);
  const path = safePath(new URLSearchParams(search).get("next"), origin);
  return path && !path.includes("#") ? path + hash : path;
}

/** A path of this origin as the browser will read it, or null for whatever leads elsewhere or back to signing in. */
export function safePath(text, origin) {
  if (!text?.startsWith("/") || !URL.canParse(text, origin)) return null;
  const url = new URL(text, origin);
  // "/.//evil" becomes "//evil" only here: what is judged is the outcome.
  if (url.origin !== origin || url.pathname.startsWith("//") || url.pathname === SIGN_IN) return null;
  return url.pathname + url.search + url.hash;
}
