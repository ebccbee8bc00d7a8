/** Incidents by hour and weekday: a table that is the picture too, and a rectangle of it the filter of hours and weekdays. */
import { cellWithin, rectangle } from "../core/brush.js";
import { shadeOf } from "../core/colours.js";
import { el } from "./dom.js";

const MOVES = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -24], End: [0, 24] };

export function createHourChart({ store, t, format, setFilters }) {
  const hours = Array.from({ length: 24 }, (_, h) => h);
  const cells = [];
  const head = el("tr", { role: "row" }, el("td", { role: "presentation" }), hours.map((h) => el("th", { scope: "col", role: "columnheader", "aria-label": format.hours([h]) }, el("span", { "aria-hidden": "true", text: h % 6 === 0 ? String(h) : "" }))));
  const rows = [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const own = hours.map((h) => el("td", { role: "gridcell", tabindex: "-1", "data-cell": (day - 1) * 24 + h }, el("span", { class: "visually-hidden" })));
    cells.push(...own);
    return el("tr", { role: "row" }, el("th", { scope: "row", role: "rowheader", text: format.weekday(day) }), own);
  });
  cells[0].tabIndex = 0;
  const table = el("table", { class: "hour-chart", role: "grid", "aria-label": t("charts.hours"), "aria-multiselectable": "true" }, el("thead", { role: "rowgroup" }, head), el("tbody", { role: "rowgroup" }, rows));
  const peak = el("p", { class: "hint" });
  const spread = el("p", { class: "hint" });
  const most = el("span");
  const ramp = [0, 1, 2, 3, 4, 5, 6].map((shade) => el("span", { class: `shade-${shade}` }));
  const scale = el("p", { class: "shade-scale", "aria-hidden": "true" }, el("span", { text: "0" }), el("span", { class: "ramp" }, ramp), most);
  const clock = el("input", { type: "checkbox", role: "switch", on: { change: () => store.set({ clock: clock.checked ? "aoristic" : "start" }, { step: true }) } });
  let drawn = null;
  let brush = null;

  const cellAt = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest?.("[data-cell]")?.dataset.cell;
  const commit = (a, b) => {
    const next = rectangle(a, b);
    const now = store.get().filters;
    const same = JSON.stringify([next.hours, next.weekdays]) === JSON.stringify([now.hours, now.weekdays]);
    setFilters({ ...now, ...(same ? { hours: [], weekdays: [] } : next) });
  };

  table.addEventListener("pointerdown", (event) => {
    const cell = cellAt(event);
    if (cell === undefined || event.button !== 0) return;
    brush = { from: Number(cell), to: Number(cell) };
    table.setPointerCapture(event.pointerId);
    focus(Number(cell));
    paint(rectangle(brush.from, brush.to));
  });
  table.addEventListener("pointermove", (event) => {
    const cell = brush && cellAt(event);
    if (cell === null || cell === undefined || Number(cell) === brush.to) return;
    brush.to = Number(cell);
    paint(rectangle(brush.from, brush.to));
  });
  table.addEventListener("pointerup", () => {
    const done = brush;
    brush = null;
    if (done) commit(done.from, done.to);
  });
  table.addEventListener("pointercancel", () => {
    brush = null;
    paint(store.get().filters);
  });
  table.addEventListener("keydown", (event) => {
    const at = Number(event.target.dataset.cell);
    if (Number.isNaN(at)) return;
    if (MOVES[event.key]) {
      event.preventDefault();
      const [down, right] = MOVES[event.key];
      const to = clamp(Math.floor(at / 24) + down, 6) * 24 + clamp((at % 24) + right, 23);
      // Shift stretches a rectangle from where it was first pressed; letting go of it commits.
      if (event.shiftKey) {
        brush = { from: brush?.from ?? at, to };
        paint(rectangle(brush.from, to));
      }
      focus(to);
    } else if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      commit(at, at);
    }
  });
  table.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !brush) return;
    const done = brush;
    brush = null;
    commit(done.from, done.to);
  });

  function focus(cell) {
    for (const other of cells) if (other.tabIndex === 0) other.tabIndex = -1;
    cells[cell].tabIndex = 0;
    cells[cell].focus({ preventScroll: true });
  }

  function paint(filter) {
    const all = filter.hours.length === 0 && filter.weekdays.length === 0;
    cells.forEach((cell, i) => {
      const within = cellWithin(i, filter);
      cell.setAttribute("aria-selected", String(within && !all));
      cell.classList.toggle("faint", !within);
    });
  }

  function draw(counts) {
    const highest = Math.max(...counts);
    const written = (n) => (Number.isInteger(n) ? format.number(n) : format.rate(n));
    const said = (i) => ({ weekday: format.weekday(Math.floor(i / 24) + 1, "long"), hour: format.hour(i % 24), count: written(counts[i]) });
    cells.forEach((cell, i) => {
      cell.className = `shade-${shadeOf(counts[i], highest)}`;
      cell.title = t("charts.cell", said(i));
      cell.firstChild.textContent = written(counts[i]);
    });
    most.textContent = written(highest);
    peak.textContent = highest > 0 ? t("charts.hoursPeak", said(counts.indexOf(highest))) : "";
  }

  function spreadSentence({ clock: how }) {
    if (how?.method !== "aoristic") return t("charts.clockStart");
    const values = Object.fromEntries(["spread", "withoutEnd", "longSpans"].map((key) => [key, format.number(how[key] ?? 0)]));
    return t("charts.clockAoristic", values);
  }

  return {
    element: el("div", { class: "chart" }, table, scale, peak, el("p", { class: "hint", text: t("charts.hoursNote") }),
      el("label", { class: "tick" }, clock, el("span", { class: "name", text: t("charts.clock") })), spread),
    update({ state, answer }) {
      clock.checked = state.clock === "aoristic";
      if (!answer) return;
      if (answer.hourOfWeek !== drawn) {
        drawn = answer.hourOfWeek;
        draw(drawn);
        spread.textContent = spreadSentence(answer);
      }
      if (!brush) paint(state.filters);
    },
  };
}

function clamp(value, highest) {
  return Math.max(0, Math.min(highest, value));
}
