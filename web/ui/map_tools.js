/** What lies on the map: zoom, the warning, what the data is, who drew the ground. */
import { button, el } from "./dom.js";

export function createMapTools({ profile, basemap, t, zoomBy, showCity, warningOpen, keepWarning }) {
  const zoom = el("div", { class: "zoom" },
    button("+", () => zoomBy(1), { "aria-label": t("map.zoomIn"), title: t("map.zoomIn") }),
    button("−", () => zoomBy(-1), { "aria-label": t("map.zoomOut"), title: t("map.zoomOut") }),
    el("button", { type: "button", class: "whole", "aria-label": t("map.wholeCity"), title: t("map.wholeCity"), on: { click: showCity } }));
  const warning = el("details", { class: "warning", open: warningOpen, on: { toggle: () => keepWarning(warning.open) } },
    el("summary", { text: t("warning.title") }), el("p", { text: t("warning.text") }));
  const synthetic = profile.synthetic && el("p", { class: "synthetic", text: t("app.synthetic") });
  const credit = el("p", { class: "credit" }, t("map.drawnWith"), basemap && [" · ", ...creditOf(basemap.attribution)]);
  const element = el("div", { class: "map-tools" },
    el("div", { class: "map-top" }, synthetic, zoom), el("div", { class: "map-bottom" }, warning, credit));
  return { element };
}

/** A tile server's credit as text and plain links; any other markup in it is dropped. */
function creditOf(markup) {
  const parsed = new DOMParser().parseFromString(markup ?? "", "text/html");
  return [...parsed.body.childNodes].map((node) => {
    const address = node.nodeName === "A" ? node.getAttribute("href") : null;
    return /^https:\/\//.test(address ?? "") ? el("a", { href: address, rel: "noopener", text: node.textContent }) : node.textContent;
  });
}
