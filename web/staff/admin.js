/** The administrator's page: users, the audit trail, releases and sealed records of one city. */
import { citiesWith } from "../core/roles.js";
import { textOf } from "../core/format.js";
import { el } from "../ui/dom.js";
import { auditPath } from "./api.js";
import { TABS, formatAdmin, parseAdmin } from "./core/admin_state.js";
import { openPage } from "./frame.js";
import { createAdminHead } from "./ui/admin_head.js";
import { drawAudit } from "./ui/audit.js";
import { drawReleases } from "./ui/releases.js";
import { drawSealed } from "./ui/sealed.js";
import { drawUsers } from "./ui/users.js";

/** As many entries as the server gives at once. */
const MOST_ENTRIES = 10_000;
const DRAW = { users: drawUsers, audit: drawAudit, releases: drawReleases, sealed: drawSealed };

openPage({ title: "admin.title", withAccount: true, draw });

function draw(context) {
  const { t, account, cities, language, signal } = context;
  const own = citiesWith(account, "administrator", cities);
  if (own.length === 0) return el("div", { class: "narrow" }, el("h1", { text: t("admin.title") }), el("p", { class: "lead", text: t("admin.none") }));
  const content = el("div");
  const stateNow = () => {
    const state = parseAdmin(location.hash);
    return own.some(({ slug }) => slug === state.city) ? state : { ...state, city: own[0].slug };
  };
  /** What is changed of the view; `quiet` makes no step of the browser's history. */
  const go = (change, { quiet = false } = {}) => {
    const hash = formatAdmin({ ...stateNow(), ...change });
    if (quiet) history.replaceState(history.state, "", hash);
    else location.hash = hash;
  };
  const head = createAdminHead(context, { cities: own, tabs: TABS, hrefOf: (tab) => formatAdmin({ ...stateNow(), tab, preview: null }), chooseCity: (city) => go({ city, preview: null }) });
  let drawing = new AbortController();

  function show() {
    drawing.abort();
    drawing = new AbortController();
    const state = stateNow();
    const cityName = textOf(own.find(({ slug }) => slug === state.city).name, language);
    const inner = {
      ...context, go, state, cityName, city: state.city, signal: AbortSignal.any([signal, drawing.signal]), absolute: (link) => new URL(link, location.origin).href,
      csvHref: (query) => `${auditPath(state.city)}?${new URLSearchParams({ ...query, limit: MOST_ENTRIES, f: "csv" })}`,
    };
    head.update(state);
    document.title = `${t(`admin.${state.tab}`)} · ${cityName} · Lamplight`;
    const had = content.contains(document.activeElement);
    content.replaceChildren(DRAW[state.tab](inner));
    if (had) content.querySelector("h2").focus();
  }

  addEventListener("hashchange", show, { signal });
  queueMicrotask(show);
  return el("div", { class: "wide" }, head.element, content);
}
