/** Incidents by hour and weekday: a table that is also the picture. */
import { shadeOf } from "../core/colours.js";
import { el, section } from "./dom.js";

export function createHourChart({ t, format }) {
  const hours = Array.from({ length: 24 }, (_, h) => h);
  const cells = [];
  const head = el("tr", {}, el("td"), hours.map((h) => el("th", { scope: "col" }, el("span", { class: h % 6 === 0 ? "" : "visually-hidden", text: String(h) }))));
  const rows = [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const own = hours.map(() => el("td", {}, el("span", { class: "visually-hidden" })));
    cells.push(...own);
    return el("tr", {}, el("th", { scope: "row", text: format.weekday(day) }), own);
  });
  const peak = el("p", { class: "hint" });
  const most = el("span");
  const ramp = [0, 1, 2, 3, 4, 5, 6].map((shade) => el("span", { class: `shade-${shade}` }));
  const scale = el("p", { class: "shade-scale", "aria-hidden": "true" }, el("span", { text: "0" }), el("span", { class: "ramp" }, ramp), most);
  let drawn = null;
  return {
    element: section(t("charts.hours"),
      el("table", { class: "hour-chart" }, el("caption", { class: "visually-hidden", text: t("charts.hours") }), el("thead", {}, head), el("tbody", {}, rows)),
      scale, peak, el("p", { class: "hint", text: t("charts.hoursNote") })),
    update({ answer }) {
      if (!answer || answer.hourOfWeek === drawn) return;
      drawn = answer.hourOfWeek;
      const highest = Math.max(...drawn);
      const said = (i) => ({ weekday: format.weekday(Math.floor(i / 24) + 1, "long"), hour: format.hour(i % 24), count: format.number(drawn[i]) });
      cells.forEach((cell, i) => {
        cell.className = `shade-${shadeOf(drawn[i], highest)}`;
        cell.title = t("charts.cell", said(i));
        cell.firstChild.textContent = format.number(drawn[i]);
      });
      most.textContent = format.number(highest);
      peak.textContent = highest > 0 ? t("charts.hoursPeak", said(drawn.indexOf(highest))) : "";
    },
  };
}
