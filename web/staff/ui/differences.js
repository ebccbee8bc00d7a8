/** How a preview differs from the release before. */
import { el } from "../../ui/dom.js";

export function drawDifferences({ t, format }, differences) {
  if (!differences || differences.length === 0) return el("p", { text: t("release.same") });
  const names = Object.keys(differences[0]);
  const text = (value) => (typeof value === "number" ? format.number(value) : String(value ?? "–"));
  return el("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": t("release.differences") },
    el("table", { class: "plain-table" },
      el("caption", { text: t("release.differences") }),
      el("thead", {}, el("tr", {}, names.map((name) => el("th", { scope: "col", text: name })))),
      el("tbody", {}, differences.map((row) => el("tr", {}, names.map((name) => el("td", { text: text(row[name]) })))))));
}
