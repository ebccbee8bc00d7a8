/** The only place that asks the server. Every failure is an ApiError with a sentence to show. */

export class ApiError extends Error {
  /** `status` 0: the server could not be reached. `retryAfter`: seconds, or null. `problem`: the whole answer. */
  constructor(status, message, retryAfter = null, problem = {}) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
    this.problem = problem;
  }

  /** The server is there and says that asking again will do. */
  get passing() {
    return this.status === 503 || this.status === 429;
  }
}

let refused = () => {};

/** `listener()` hears of each answer that the server kept from its caller: it may be that he is no longer signed in. */
export function onRefused(listener) {
  refused = listener;
}

/** Sends and gives JSON; null where the answer has no body. What changes something goes as JSON, which no page elsewhere can send. */
export async function request(method, path, { query = {}, body, signal, cache = "default" } = {}) {
  const parameters = new URLSearchParams(query).toString();
  const sent = method === "GET" ? {} : { body: JSON.stringify(body ?? {}) };
  const headers = { Accept: "application/json, application/geo+json", ...(sent.body && { "Content-Type": "application/json" }) };
  let response;
  try {
    response = await fetch(parameters ? `${path}?${parameters}` : path, { method, signal, cache, headers, ...sent });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, "");
  }
  if (!response.ok) {
    if (response.status === 401 || response.status === 404) refused();
    throw await problemOf(response);
  }
  return response.status === 204 ? null : response.json();
}

const get = (path, query = {}, signal) => request("GET", path, { query, signal });

async function problemOf(response) {
  const problem = await response.json().catch(() => ({}));
  const after = Number(response.headers.get("Retry-After"));
  return new ApiError(response.status, problem.detail ?? problem.title ?? String(response.status), after > 0 ? after : null, problem);
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
