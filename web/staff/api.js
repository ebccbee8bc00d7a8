/** What the staff's pages ask of the server. */
import { request } from "../api.js";

const part = encodeURIComponent;
const city = (slug) => `/cities/${part(slug)}`;
const account = (slug, name) => `${city(slug)}/accounts/${part(name)}`;
/** What was published or withdrawn a moment ago must be seen, though the public's copies may be kept for minutes. */
const get = (path, signal, query) => request("GET", path, { signal, query, cache: "no-cache" });
const post = (path, body) => request("POST", path, { body });

export const staffApi = {
  setPassword: (link, password) => post("/password", { link, password }),

  account: (signal) => get("/account", signal),
  changePassword: (current, password) => post("/account/password", { current, password }),
  beginSecondFactor: (password) => post("/account/totp", { password }),
  confirmSecondFactor: (code) => post("/account/totp/confirm", { code }),
  removeSecondFactor: (password) => request("DELETE", "/account/totp", { body: { password } }),
  createToken: (token) => post("/account/tokens", token),
  revokeToken: (id) => request("DELETE", `/account/tokens/${part(id)}`),
  endSessions: () => request("DELETE", "/account/sessions"),

  accounts: (slug, signal) => get(`${city(slug)}/accounts`, signal),
  addAccount: (slug, values) => post(`${city(slug)}/accounts`, values),
  changeAccount: (slug, name, values) => request("PUT", account(slug, name), { body: values }),
  linkFor: (slug, name) => post(`${account(slug, name)}/link`),

  ownAudit: (query, signal) => get("/account/audit", signal, query),
  audit: (slug, query, signal) => get(auditPath(slug), signal, query),

  releases: (slug, signal) => get(`${city(slug)}/releases`, signal),
  beginPreview: (slug) => post(`${city(slug)}/release/previews`),
  preview: (slug, id, signal) => get(`${city(slug)}/release/previews/${part(id)}`, signal),
  cancelPreview: (slug, id) => request("DELETE", `${city(slug)}/release/previews/${part(id)}`),
  publish: (slug, preview) => post(`${city(slug)}/releases`, { preview }),
  withdraw: (slug, number, why) => post(`${city(slug)}/releases/${part(number)}/withdraw`, { why }),

  deleteSealed: (slug, record, reason) => post(`${city(slug)}/sealed-records`, { record, reason }),
};

/** Where the trail is; a link to its CSV needs the address itself. */
export function auditPath(slug) {
  return `${city(slug)}/audit`;
}
