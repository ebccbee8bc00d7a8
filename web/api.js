/** The only place that asks the server. Every failure is an ApiError with a sentence to show. */

export class ApiError extends Error {
  /** `status` 0: the server could not be reached. `retryAfter`: seconds, or null. */
  constructor(status, message, retryAfter = null) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** The server is there and says that asking again will do. */
  get passing() {
    return this.status === 503 || this.status === 429;
  }
}

async function get(path, query = {}, signal) {
  const parameters = new URLSearchParams(query).toString();
  let response;
  try {
    response = await fetch(parameters ? `${path}?${parameters}` : path, { signal, headers: { Accept: "application/json, application/geo+json" } });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, "");
  }
  if (!response.ok) throw await problemOf(response);
  return response.json();
}

async function problemOf(response) {
  const problem = await response.json().catch(() => ({}));
  const after = Number(response.headers.get("Retry-After"));
  return new ApiError(response.status, problem.detail ?? problem.title ?? String(response.status), after > 0 ? after : null);
}

const city = (slug) => `/cities/${encodeURIComponent(slug)}`;

/** All features of a small collection, page by page. */
async function all(slug, collection, signal) {
  const features = [];
  let page = await get(`${city(slug)}/collections/${collection}/items`, { f: "json", limit: "1000" }, signal);
  for (;;) {
    features.push(...page.features);
    const next = page.links?.find((link) => link.rel === "next");
    if (!next) return { features };
    // The server's own address may differ from the one that the browser knows it by.
    const { pathname, searchParams } = new URL(next.href, location.href);
    page = await get(pathname, Object.fromEntries(searchParams), signal);
  }
}

export const api = {
  cities: (signal) => get("/cities", {}, signal),
  profile: (slug, signal) => get(`${city(slug)}/profile`, {}, signal),
  outlines: (slug, set, signal) => get(`${city(slug)}/outlines/${encodeURIComponent(set)}`, {}, signal),
  sites: (slug, signal) => all(slug, "sites", signal),
  programs: (slug, signal) => all(slug, "programs", signal),
  explore: (slug, query, signal) => get(`${city(slug)}/explore`, query, signal),
  incident: (slug, id, signal) => get(`${city(slug)}/collections/incidents/items/${encodeURIComponent(id)}`, { f: "json" }, signal),
  incidents: (slug, query, signal) => get(`${city(slug)}/collections/incidents/items`, { f: "json", ...query }, signal),
};
