/** Keeps the popup equal to what is selected: an incident, a site, or a cell of the map. */
import { Latest } from "./core/latest.js";
import { middleOf } from "./core/outline.js";
import { stackWith } from "./core/stacks.js";
import { Sites } from "./layers/sites.js";
import { createAreaCard, createBinCard } from "./ui/bin_card.js";
import { el } from "./ui/dom.js";
import { createIncidentCard } from "./ui/incident_card.js";
import { createSiteCard } from "./ui/site_card.js";

/** Whether a popup is of something that no link names. */
const transient = (key) => /^(bin|area):/.test(key ?? "");

export class Selection {
  #popups;
  #api;
  #page;
  #latest = new Latest();
  #opener = null;

  /** `page()` gives what the cards need of the page as it is now: context, state, mode, deselect, tell, points, turnTo, zoomTo. */
  constructor(popups, api, page) {
    this.#popups = popups;
    this.#api = api;
    this.#page = page;
  }

  /** Remembers where the focus was, to give it back. */
  remember(element) {
    this.#opener = element?.dataset?.key ?? null;
  }

  /** Gives the focus back to the list's row that opened the popup. */
  #restore() {
    const row = this.#opener && document.querySelector(`[data-key="${CSS.escape(this.#opener)}"]`);
    this.#opener = null;
    row?.focus({ preventScroll: false });
  }

  /** Shows what the state selects; draws again what is shown when `redraw`. */
  async show(selected, { redraw = false } = {}) {
    if (!selected) {
      this.#latest.stop();
      if (!transient(this.#popups.key)) this.#popups.close();
      return;
    }
    if (selected === this.#popups.key && !redraw) return;
    const [kind, id] = [selected.slice(0, selected.indexOf(":")), selected.slice(selected.indexOf(":") + 1)];
    if (kind === "site") this.#showSite(selected, id);
    else await this.#showIncident(selected, id);
  }

  showBin(bin, sizeMetres) {
    const { context, zoomTo } = this.#page();
    const [lon, lat] = middleOf(bin.ring);
    this.#open(`bin:${lon},${lat}`, [lat, lon], createBinCard(bin, sizeMetres, context, () => zoomTo(lat, lon), () => this.closeByReader()));
  }

  /** A card of something that no link names. */
  showCard(key, place, card) {
    this.#open(`bin:${key}`, place, card);
  }

  /** `area`: {set, slug, name, count}, the one at [lon, lat]. */
  showArea(area, [lon, lat]) {
    const { context } = this.#page();
    this.#open(`area:${area.set}:${area.slug}`, [lat, lon], createAreaCard(area, context, () => this.closeByReader()));
  }

  /** A count of a cell or an area is of the filter it was asked with. */
  closeBin() {
    if (transient(this.#popups.key)) this.#popups.close();
  }

  closeByReader() {
    const key = this.#popups.key;
    this.#popups.close();
    this.closed(key);
  }

  /** The reader closed the popup of that key. */
  closed(key) {
    if (key && !transient(key)) this.#page().deselect();
    this.#restore();
  }

  /** Gives true when there was a popup to close. */
  closeByKey() {
    if (this.#popups.key === null) return false;
    this.closeByReader();
    return true;
  }

  #showSite(key, slug) {
    const { context } = this.#page();
    const entry = context.sites.find((known) => known.site.properties.slug === slug);
    const place = entry && Sites.placeOf(entry.site);
    if (!place) return;
    this.#open(key, [place.lat, place.lng], createSiteCard(entry, context, () => this.closeByReader()), 14);
  }

  async #showIncident(key, id) {
    const { context, state } = this.#page();
    if (context.access !== "open") return;
    try {
      const feature = await this.#latest.run((signal) => this.#api.incident(state.city, id, signal));
      if (!feature?.geometry) return;
      const { context: now, mode } = this.#page();
      const [lon, lat] = feature.geometry.coordinates;
      this.#open(key, [lat, lon], createIncidentCard(feature, now, mode, () => this.closeByReader(), this.#stackOf(id)));
    } catch (error) {
      this.#page().tell(context.t("incident.failed", { reason: context.reasonOf(error) }));
      this.#page().deselect();
    }
  }

  /** Turning to another incident at the point keeps the focus within the popup. */
  #stackOf(id) {
    const { points, turnTo } = this.#page();
    const go = (other) => {
      this.#opener ??= `incident:${id}`;
      turnTo(`incident:${other}`);
    };
    return { ids: stackWith(points(), id), go };
  }

  #open(key, place, card, anchor = 0) {
    const byKeyboard = this.#opener !== null;
    this.#popups.show(key, place, el("div", { class: "popup", role: "dialog", "aria-label": card.querySelector("h2").textContent }, card), anchor);
    if (byKeyboard) card.querySelector("h2").focus({ preventScroll: true });
  }
}
