/** Incidents by month as bars to brush: drag over them, or move the two ends with the arrow keys. */
import { daysOf, placesOf, stepAt } from "../core/brush.js";
import { monthsBetween } from "../core/dates.js";
import { el, svg } from "./dom.js";

const [WIDTH, HEIGHT] = [288, 72];

export function createMonthChart({ store, t, format, setFilters }) {
  const picture = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "month-chart", role: "img", preserveAspectRatio: "none" });
  const chosen = el("div", { class: "brush", hidden: true });
  const handles = { low: handle("low"), high: handle("high") };
  const field = el("div", { class: "month-brush" }, picture, chosen, handles.low, handles.high);
  const ends = el("p", { class: "chart-ends", "aria-hidden": "true" });
  const said = el("p", { class: "hint" });
  const body = el("tbody");
  const head = el("tr", {}, [t("charts.monthColumn"), t("charts.countColumn"), t("charts.usualColumn")].map((text) => el("th", { scope: "col", text })));
  const table = el("details", {}, el("summary", { text: t("charts.table") }), el("table", { class: "plain-table" }, el("thead", {}, head), body));
  let months = [];
  let counts = new Map();
  let drag = null;
  let drawn = null;

  function handle(end) {
    return el("span", { role: "slider", tabindex: "0", class: `brush-end brush-${end}`, "aria-label": t(end === "low" ? "charts.firstMonth" : "charts.lastMonth"), "data-end": end });
  }

  const places = () => placesOf(months, store.get().filters.from, store.get().filters.until) ?? { low: 0, high: months.length - 1 };
  const commit = (a, b) => setFilters({ ...store.get().filters, ...daysOf(months, a, b) });
  const placeAt = (event) => {
    const box = picture.getBoundingClientRect();
    return stepAt(event.clientX - box.left, box.width, months.length);
  };

  field.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || months.length === 0) return;
    const end = event.target.dataset.end;
    const { low, high } = places();
    drag = { from: end === "low" ? high : end === "high" ? low : placeAt(event), to: end ? (end === "low" ? low : high) : placeAt(event) };
    field.setPointerCapture(event.pointerId);
    if (end) event.target.focus();
    paint(drag);
  });
  field.addEventListener("pointermove", (event) => {
    if (!drag) return;
    drag.to = placeAt(event);
    paint(drag);
  });
  field.addEventListener("pointerup", () => {
    const done = drag;
    drag = null;
    if (done) commit(done.from, done.to);
  });
  field.addEventListener("pointercancel", () => {
    drag = null;
    paint();
  });
  field.addEventListener("keydown", (event) => {
    const end = event.target.dataset.end;
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12, Home: -months.length, End: months.length }[event.key];
    if (!end || steps === undefined) return;
    event.preventDefault();
    const now = places();
    const limit = end === "low" ? [0, now.high] : [now.low, months.length - 1];
    const next = { ...now, [end]: Math.max(limit[0], Math.min(limit[1], now[end] + steps)) };
    commit(next.low, next.high);
  });

  /** Draws what is chosen; while dragging, what would be. */
  function paint(dragged = null) {
    const now = dragged ? { low: Math.min(dragged.from, dragged.to), high: Math.max(dragged.from, dragged.to) } : places();
    const whole = now.low === 0 && now.high === months.length - 1;
    const part = (n) => `${(n / months.length) * 100}%`;
    chosen.hidden = whole;
    chosen.style.left = part(now.low);
    chosen.style.width = part(now.high - now.low + 1);
    handles.low.style.left = part(now.low);
    handles.high.style.left = part(now.high + 1);
    for (const end of ["low", "high"]) {
      handles[end].setAttribute("aria-valuemin", "0");
      handles[end].setAttribute("aria-valuemax", String(months.length - 1));
      handles[end].setAttribute("aria-valuenow", String(now[end]));
      handles[end].setAttribute("aria-valuetext", format.month(months[now[end]]));
    }
    picture.querySelectorAll(".month-bar").forEach((bar, i) => bar.classList.toggle("month-outside", i < now.low || i > now.high));
    const n = months.slice(now.low, now.high + 1).reduce((sum, month) => sum + (counts.get(month) ?? 0), 0);
    const period = t("count.period", { from: format.month(months[now.low]), until: format.month(months[now.high]) });
    said.textContent = `${t("charts.periodCount", { period, n, nText: format.number(n) })} ${t("charts.monthsNote")}`;
  }

  function draw(usual) {
    const highest = Math.max(1, ...counts.values(), ...usual.map((u) => u.high));
    const step = WIDTH / months.length;
    const y = (value) => HEIGHT - (value / highest) * (HEIGHT - 4);
    const byMonth = new Map(usual.map((u) => [u.month, u]));
    const bars = months.map((month, i) => {
      const count = counts.get(month) ?? 0;
      const title = svg("title");
      title.textContent = t("charts.month", { month: format.month(month), count: format.number(count) });
      const bar = svg("rect", { x: i * step + step * 0.1, width: step * 0.8, y: y(count), height: HEIGHT - y(count), class: "month-bar" }, title);
      bar.classList.toggle("month-flagged", byMonth.get(month)?.flagged === true);
      return bar;
    });
    const band = usual.map((u) => {
      const x = months.indexOf(u.month) * step;
      return svg("rect", { x, width: step, y: y(u.high), height: Math.max(1, y(u.low) - y(u.high)), class: "usual-band" });
    });
    picture.replaceChildren(...bars, ...band);
    picture.setAttribute("aria-label", summary());
    ends.replaceChildren(el("span", { text: format.month(months[0]) }), el("span", { text: format.month(months.at(-1)) }));
    head.lastChild.hidden = usual.length === 0;
    body.replaceChildren(...months.map((month) => {
      const u = byMonth.get(month);
      return el("tr", {}, el("th", { scope: "row", text: format.month(month) }), el("td", { text: format.number(counts.get(month) ?? 0) }),
        usual.length > 0 && el("td", { text: u ? t("compare.range", { low: format.number(Math.round(u.low)), high: format.number(Math.round(u.high)) }) : "–" }));
    }));
  }

  function summary() {
    const most = months.reduce((a, b) => ((counts.get(b) ?? 0) > (counts.get(a) ?? 0) ? b : a));
    const period = t("count.period", { from: format.month(months[0]), until: format.month(months.at(-1)) });
    return `${t("charts.months")}: ${period}. ${t("charts.most")}: ${t("charts.month", { month: format.month(most), count: format.number(counts.get(most) ?? 0) })}`;
  }

  return {
    element: el("div", { class: "chart" }, field, ends, said, table),
    update({ state, answer, change }) {
      if (!answer || answer.months.length === 0) return;
      const usual = change?.answer?.months ?? [];
      // A pan brings a new answer with the same months; to draw them again would hold the map up.
      const next = [JSON.stringify([answer.months, usual]), state.filters.from, state.filters.until];
      if (drawn?.every((value, i) => value === next[i])) return;
      const fresh = drawn?.[0] !== next[0];
      drawn = next;
      if (fresh) {
        counts = new Map(answer.months.map((m) => [m.month, m.count]));
        months = monthsBetween(answer.months[0].month, answer.months.at(-1).month);
        draw(usual.filter((u) => months.includes(u.month)));
      }
      if (!drag) paint();
    },
  };
}
