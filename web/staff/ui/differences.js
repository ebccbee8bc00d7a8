/** What a release would add to the one before: published numbers never change, so that a difference is only ever an addition. */
import { el } from "../../ui/dom.js";
import { factList } from "./part.js";

export function drawDifferences({ t, format }, { after, newCells, newShown, newHidden, totals }) {
  const title = after === null ? t("release.first") : t("release.differences", { number: after });
  const count = (n) => format.number(n);
  return el("div", { class: "steps" },
    el("h3", { text: title }),
    factList([[t("release.newCells"), count(newCells)], [t("release.newShown"), count(newShown)], [t("release.newHidden"), count(newHidden)]]),
    totals.length > 0 && el("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": t("release.totals") },
      el("table", { class: "plain-table" },
        el("caption", { text: t("release.totals") }),
        el("thead", {}, el("tr", {}, el("th", { scope: "col", text: t("release.month") }), el("th", { scope: "col", class: "amount", text: t("release.incidents") }))),
        el("tbody", {}, totals.map(({ month, incidents }) => el("tr", {}, el("th", { scope: "row", text: format.month(month) }), el("td", { class: "amount", text: count(incidents) })))))));
}
