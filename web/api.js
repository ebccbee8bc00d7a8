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
export async function request(method, path, { query = {}, body, signal, cache = "default", headers: more = {} } = {}) {
  const parameters = new URLSearchParams(query).toString();
  const sent = method === "GET" ? {} : { body: JSON.stringify(body ?? {}) };
  const headers = { Accept: "application/json, application/geo+json", ...(sent.body && { "Content-Type": "application/json" }), ...more };
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

/** Sends a file and gives the answer; `onPart(part)` hears how much of it is sent, 0 to 1, which fetch does not tell. */
function send(path, file, onPart) {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open("POST", path);
    sending.setRequestHeader("Content-Type", "application/octet-stream");
    sending.responseType = "json";
    sending.upload.addEventListener("progress", (event) => event.lengthComputable && onPart(event.loaded / event.total));
    sending.addEventListener("error", () => reject(new ApiError(0, "")));
    sending.addEventListener("load", () => {
      if (sending.status < 300) return resolve(sending.response);
      if (sending.status === 401 || sending.status === 404) refused();
      reject(new ApiError(sending.status, sending.response?.detail ?? String(sending.status), null, sending.response ?? {}));
    });
    sending.send(file);
  });
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
  /** What the public is shown; before the first release there is none, which is a 404. */
  release: (slug, signal) => get(`${city(slug)}/release`, { f: "json" }, signal),
  outlines: (slug, set, signal) => get(`${city(slug)}/outlines/${encodeURIComponent(set)}`, {}, signal),
  sites: (slug, signal) => all(slug, "sites", signal),
  programs: (slug, signal) => all(slug, "programs", signal),
  explore: (slug, query, signal) => get(`${city(slug)}/explore`, query, signal),
  incident: (slug, id, signal) => get(`${city(slug)}/collections/incidents/items/${encodeURIComponent(id)}`, { f: "json" }, signal),
  compare: (slug, query, signal) => get(`${city(slug)}/compare`, query, signal),
  addresses: (slug, query, signal) => get(`${city(slug)}/addresses`, query, signal),
  missingPlaces: (slug, query, signal) => get(`${city(slug)}/missing-places`, query, signal),
  reconciliation: (slug, signal) => get(`${city(slug)}/reconciliation`, {}, signal),
  shape: (slug, id, signal) => get(`${city(slug)}/shapes/${encodeURIComponent(id)}`, {}, signal),
  keepShape: (slug, feature) => request("POST", `${city(slug)}/shapes`, { body: feature }),
  views: (slug, signal) => get(`${city(slug)}/views`, {}, signal),
  view: (slug, id, signal) => get(`${city(slug)}/views/${encodeURIComponent(id)}`, {}, signal),
  saveView: (slug, view) => request("POST", `${city(slug)}/views`, { body: view }),
  changeView: (slug, id, view) => request("PUT", `${city(slug)}/views/${id}`, { body: view }),
  deleteView: (slug, id) => request("DELETE", `${city(slug)}/views/${id}`),
  exportAddress: (slug, query) => `${city(slug)}/export?${new URLSearchParams(query)}`,
  upload: (slug, file, onPart) => send(`${city(slug)}/uploads?${new URLSearchParams({ name: file.name })}`, file, onPart),
  uploadState: (slug, id, signal) => get(`${city(slug)}/uploads/${id}`, {}, signal),
  uploadReport: (slug, id) => `${city(slug)}/uploads/${id}/report`,
  undoImport: (slug, run) => request("POST", `${city(slug)}/imports/${run}/undo`),
  process: (slug, id, signal) => get(`${city(slug)}/processes/${id}`, {}, signal),
  execute: (slug, id, body, signal) => request("POST", `${city(slug)}/processes/${id}/execution`, { body: { ...body, response: "document" }, signal }),
  begin: (slug, id, body, signal) => request("POST", `${city(slug)}/processes/${id}/execution`, { body: { ...body, response: "document" }, signal, headers: { Prefer: "respond-async" } }),
  job: (slug, id, signal) => get(`${city(slug)}/jobs/${id}`, {}, signal),
  jobResults: (slug, id, signal) => get(`${city(slug)}/jobs/${id}/results`, {}, signal),
  dismissJob: (slug, id) => request("DELETE", `${city(slug)}/jobs/${id}`),
  studies: (slug, signal) => get(`${city(slug)}/studies`, {}, signal),
  study: (slug, id, signal) => get(`${city(slug)}/studies/${id}`, {}, signal),
  saveStudy: (slug, study) => request("POST", `${city(slug)}/studies`, { body: study }),
  rerunStudy: (slug, id, signal) => request("POST", `${city(slug)}/studies/${id}/rerun`, { signal }),
  compareStudies: (slug, id, other, signal) => get(`${city(slug)}/studies/${id}/compare/${other}`, {}, signal),
  shareStudy: (slug, id, role) => request("PUT", `${city(slug)}/studies/${id}/share`, { body: { role } }),
  deleteStudy: (slug, id) => request("DELETE", `${city(slug)}/studies/${id}`),
  incidents: (slug, query, signal) => get(`${city(slug)}/collections/incidents/items`, { f: "json", ...query }, signal),
};
