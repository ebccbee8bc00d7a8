/** What a cell of the map counts. */
import { button, el } from "./dom.js";
import { cardHead } from "./facts.js";
import { sizeText } from "./legend.js";

export function createBinCard(bin, sizeMetres, { t, format }, onZoom, onClose) {
  return el("div", { class: "card" },
    cardHead(t("bin.title", { n: bin.count, nText: format.number(bin.count) }), null, onClose, t),
    el("p", { text: t("bin.rate", { rate: format.rate(bin.perKm2), size: sizeText(sizeMetres, t, format) }) }),
    button(t("bin.zoom"), onZoom, { class: "plain" }));
}
