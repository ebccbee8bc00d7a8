/** Incidents by month as bars; a bar is also a way to ask for its month. */
import { monthDays, monthWithin } from "../core/dates.js";
import { el, section, svg } from "./dom.js";

const [WIDTH, HEIGHT] = [288, 72];

export function createMonthChart({ store, t, format, setFilters }) {
  const picture = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "month-chart", role: "img", preserveAspectRatio: "none" });
  const ends = el("p", { class: "chart-ends", "aria-hidden": "true" });
  const body = el("tbody");
  const table = el("details", {}, el("summary", { text: t("charts.table") }),
    el("table", { class: "plain-table" }, el("thead", {}, el("tr", {}, el("th", { scope: "col", text: t("charts.monthColumn") }), el("th", { scope: "col", text: t("charts.countColumn") }))), body));
  let drawn = null;

  picture.addEventListener("click", (event) => {
    const month = event.target.dataset?.month;
    if (month) setFilters({ ...store.get().filters, ...monthDays(month) });
  });

  function draw(months, { from, until }) {
    const highest = Math.max(1, ...months.map((m) => m.count));
    const step = WIDTH / months.length;
    picture.replaceChildren(...months.flatMap(({ month, count }, i) => {
      const height = (count / highest) * (HEIGHT - 4);
      const box = { x: i * step + step * 0.1, width: step * 0.8 };
      const within = monthWithin(month, from, until);
      const title = svg("title");
      title.textContent = t("charts.month", { month: format.month(month), count: format.number(count) });
      return [
        svg("rect", { ...box, y: HEIGHT - height, height, class: within ? "month-bar" : "month-bar month-outside" }),
        svg("rect", { x: i * step, width: step, y: 0, height: HEIGHT, class: "month-target", "data-month": month }, title),
      ];
    }));
    picture.setAttribute("aria-label", summary(months));
    ends.replaceChildren(el("span", { text: format.month(months[0].month) }), el("span", { text: format.month(months.at(-1).month) }));
    body.replaceChildren(...months.map(({ month, count }) => el("tr", {}, el("th", { scope: "row", text: format.month(month) }), el("td", { text: format.number(count) }))));
  }

  function summary(months) {
    const most = months.reduce((a, b) => (b.count > a.count ? b : a));
    const period = t("count.period", { from: format.month(months[0].month), until: format.month(months.at(-1).month) });
    return `${t("charts.months")}: ${period}. ${t("charts.most")}: ${t("charts.month", { month: format.month(most.month), count: format.number(most.count) })}`;
  }

  return {
    element: section(t("charts.months"), picture, ends, table, el("p", { class: "hint", text: t("charts.monthsNote") })),
    update({ state, answer }) {
      if (!answer || answer.months.length === 0) return;
      const { from, until } = state.filters;
      const next = JSON.stringify([answer.months, from, until]);
      if (next === drawn) return;
      drawn = next;
      draw(answer.months, { from, until });
    },
  };
}
