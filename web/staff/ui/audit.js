/** The audit trail: who did what, when, from where, and how it ended. */
import { Latest } from "../../core/latest.js";
import { button, el } from "../../ui/dom.js";
import { OUTCOMES, NO_FILTER, auditQuery } from "../core/admin_state.js";
import { detailPairs, utcText } from "../core/trail.js";
import { choiceField, textField } from "./fields.js";
import { createForm } from "./form.js";
import { createLoaded, drawEmpty, drawFailure } from "./loaded.js";
import { part } from "./part.js";

const PAGE = 50;
const OWN_PAGE = 10;
const COLUMNS = ["when", "actor", "action", "outcome", "from", "details"];

export function drawAudit(context) {
  const { t, api, city, cityName, state } = context;
  const query = auditQuery(state.filter);
  const ask = (before, signal) => api.audit(city, { ...query, limit: PAGE, ...(before && { before }) }, signal);
  const loaded = createLoaded(context, (signal) => ask(null, signal), (page) => show(context, page, ask));
  loaded.load();
  return el("div", {},
    part(t("admin.audit"), [t("audit.about", { city: cityName }), t("audit.verify")], filterForm(context, query)),
    loaded.element);
}

function filterForm(context, query) {
  const { t, go, state, city, csvHref } = context;
  const text = (name) => textField(context, { name, label: t(`audit.${name}`), value: state.filter[name], optional: true, autocapitalize: "none", placeholder: t(`audit.${name}Example`) });
  const outcome = choiceField({ name: "outcome", label: t("audit.outcome"), value: state.filter.outcome, options: [["", t("audit.any")], ...OUTCOMES.map((one) => [one, t(`outcome.${one}`)])] });
  const form = createForm(context, {
    fields: [text("actor"), text("action"), outcome],
    submitText: t("audit.filter"),
    submit: async ({ actor, action, outcome: ended }) => go({ filter: { actor: actor.trim(), action: action.trim(), outcome: ended } }),
  });
  const filtered = Object.keys(query).length > 0;
  form.element.querySelector(".form-actions").append(
    ...(filtered ? [button(t("audit.clear"), () => go({ filter: NO_FILTER }), { class: "quiet" })] : []),
    el("a", { class: "second", href: csvHref(query), download: `lamplight-${city}-audit.csv`, text: t("audit.csv") }));
  form.element.classList.add("filter");
  return form.element;
}

/** What I did myself, for the account page. */
export function drawOwnTrail(context) {
  const { t, api } = context;
  const ask = (before, signal) => api.ownAudit({ limit: OWN_PAGE, ...(before && { before }) }, signal);
  const loaded = createLoaded(context, (signal) => ask(null, signal), (page) => show(context, page, ask));
  loaded.load();
  return part(t("admin.audit"), t("ownTrail.about"), loaded.element);
}

function show(context, first, ask) {
  const { t, signal, reasonOf, say } = context;
  if (first.entries.length === 0) return drawEmpty(t("audit.none"));
  const body = el("tbody", { role: "rowgroup" }, first.entries.map((entry) => row(context, entry)));
  const latest = new Latest();
  signal.addEventListener("abort", () => latest.stop(), { once: true });
  let next = nextOf(first);
  const failed = el("div");
  const more = button(t("audit.more"), load, { class: "second" });
  more.hidden = !next;

  async function load() {
    failed.replaceChildren();
    try {
      const page = await latest.run((stop) => ask(next, stop));
      if (!page) return;
      body.append(...page.entries.map((entry) => row(context, entry)));
      next = nextOf(page);
      more.hidden = !next;
      say(t("audit.shown", { n: body.rows.length }));
    } catch (error) {
      failed.replaceChildren(drawFailure(t, reasonOf(error), null));
    }
  }

  // The roles are said aloud because the table becomes a list of cards on a phone, where its display would take them away.
  return [
    el("table", { class: "trail", role: "table" },
      el("caption", { class: "visually-hidden", text: t("admin.audit") }),
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, COLUMNS.map((name) => el("th", { role: "columnheader", scope: "col", text: t(`audit.${name}`) })))), body),
    failed, el("div", { class: "form-actions centred" }, more),
  ];
}

/** Number of the last entry where older ones follow; null at the end of the trail. */
function nextOf({ entries, next }) {
  return next ? entries.at(-1).id : null;
}

function row({ t }, entry) {
  const cell = (name, ...children) => el("td", { role: "cell", class: `trail-${name}`, "data-label": t(`audit.${name}`) }, children);
  const known = OUTCOMES.includes(entry.outcome);
  return el("tr", { role: "row" },
    cell("when", el("time", { datetime: entry.at, text: utcText(entry.at) })),
    cell("actor", entry.actor ?? t("audit.anybody")),
    cell("action", el("code", { text: entry.action })),
    cell("outcome", el("span", { class: `badge ${{ done: "good", refused: "bad", failed: "bad" }[entry.outcome] ?? ""}`, text: known ? t(`outcome.${entry.outcome}`) : entry.outcome })),
    cell("from", entry.from),
    cell("details", detailPairs(entry.details).map(([name, value]) => el("span", { class: "pair-text" }, el("span", { class: "pair-name", text: `${name} ` }), value))));
}
