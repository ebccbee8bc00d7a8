/** What a cell of the map counts, and what an area does. */
import { toggled } from "../core/filters.js";
import { button, el } from "./dom.js";
import { cardHead } from "./facts.js";
import { sizeText } from "./legend.js";
import { isPublished, publicPage } from "../core/public_numbers.js";

/** `bin` of /explore holds count and density, one of /compare what is now and what is usual. */
export function createBinCard(bin, sizeMetres, { t, format }, onZoom, onClose) {
  const n = bin.count ?? bin.now;
  const size = sizeText(sizeMetres, t, format);
  const text = bin.count === undefined
    ? t("bin.change", { expected: format.rate(bin.expected ?? 0), z: format.signed(bin.z ?? 0), size })
    : t("bin.rate", { rate: format.rate(bin.perKm2), size });
  return el("div", { class: "card" },
    cardHead(t("bin.title", { n, nText: format.number(n) }), null, onClose, t),
    el("p", { text }),
    button(t("bin.zoom"), onZoom, { class: "plain" }));
}

/** `area`: {set, slug, name, count}; count is null where incidents are not open, and the public's page is offered then. */
export function createAreaCard(area, { t, format, language, profile, release, store, setFilters, access }, onClose) {
  const id = `${area.set}:${area.slug}`;
  const filters = store.get().filters;
  const chosen = filters.areas.includes(id);
  return el("div", { class: "card" },
    cardHead(area.name, null, onClose, t),
    area.count !== null && el("p", { text: t("bin.title", { n: area.count, nText: format.number(area.count) }) }),
    isPublished(release, area) && el("p", {}, el("a", { href: publicPage(profile.slug, area, language), text: t("area.publicNumbers") })),
    access === "open" && button(t(chosen ? "area.leave" : "area.only"), () => setFilters({ ...filters, areas: toggled(filters.areas, id) }), { class: "plain" }));
}
