/** The map with all its layers, as one thing the page can speak to. */
import { addBasemap } from "./layers/basemap.js";
import { Incidents } from "./layers/incidents.js";
import { Draw } from "./layers/draw.js";
import { boxOfView, createMap, fitSize, metresAcross, middleOfView, showBox, showView, viewOf } from "./layers/map.js";
import { Patterns } from "./layers/patterns.js";
import { Outlines } from "./layers/outlines.js";
import { Popups } from "./layers/popups.js";
import { Sites } from "./layers/sites.js";
import { Selection } from "./selection.js";
import { programName } from "./ui/program_legend.js";
import { createSign } from "./ui/signs.js";

const CLOSE_ZOOM = 15;
/** Pixels of the map on a sheet of A4, as the print sheet has them. */
const PAPER = { width: 702, height: 560 };

export class Scene {
  #map;
  #outlines;
  #incidents;
  #sites;
  #size = 0;

  /** `onMoved(view)` after each move, `onPicked(selected)` for what is clicked, `onGround([lon, lat])` where nothing is; `page()` as Selection wants it. */
  constructor(element, api, { still, basemap, onMoved, onPicked, onGround, page }) {
    this.#map = createMap(element, { still });
    if (basemap) addBasemap(this.#map, basemap);
    this.#outlines = new Outlines(this.#map);
    this.#incidents = new Incidents(this.#map, { onPoint: (id) => onPicked(`incident:${id}`), onBin: (bin) => this.showBin(bin, this.#size) });
    this.#sites = new Sites(this.#map, { onPick: (slug) => onPicked(`site:${slug}`), makeSign: (program) => createSign(program?.properties.sign) });
    const popups = new Popups(this.#map, { onClosed: (key) => this.selection.closed(key) });
    this.selection = new Selection(popups, api, () => ({ ...page(), zoomTo: (lat, lon) => this.#zoomTo(lat, lon) }));
    this.draw = new Draw(this.#map);
    this.patterns = new Patterns(this.#map, { onPick: (key, place, card) => this.selection.showCard(key, place, card) });
    this.#map.on("moveend", () => onMoved(viewOf(this.#map)));
    this.#map.on("click", ({ latlng }) => onGround([latlng.lng, latlng.lat]));
  }

  view() {
    return viewOf(this.#map);
  }

  box() {
    return boxOfView(this.#map);
  }

  middle() {
    return middleOfView(this.#map);
  }

  metresAcross(pixels) {
    return metresAcross(this.#map, pixels);
  }

  showView(view) {
    showView(this.#map, view);
  }

  showBox(extent) {
    showBox(this.#map, extent);
  }

  zoomBy(steps) {
    this.#map.setZoom(this.#map.getZoom() + steps);
  }

  drawGround(collection) {
    this.#outlines.drawGround(collection);
  }

  drawOutlines(collection, chosen) {
    this.#outlines.draw(collection, chosen);
  }

  drawIncidents(answer, mode) {
    this.#size = answer?.map.sizeMetres ?? 0;
    this.#incidents.draw(answer, mode);
  }

  drawChange(change, mode) {
    this.#size = change.map.sizeMetres;
    this.#incidents.drawChange(change, mode);
  }

  drawSites(entries, { language }) {
    this.#sites.draw(entries.map((entry) => ({ ...entry, label: `${programName(entry.program, language)}: ${entry.site.properties.name}` })));
  }

  showBin(bin, sizeMetres) {
    this.selection.showBin(bin, sizeMetres);
  }

  /** Moves so that a selected site is seen; an incident chosen from the list is in view already. */
  goTo(selected, city) {
    const entry = city.sites.find(({ site }) => selected === `site:${site.properties.slug}`);
    const place = entry && Sites.placeOf(entry.site);
    if (place && !this.#map.getBounds().pad(-0.1).contains(place)) this.#map.setView(place, this.#map.getZoom(), { animate: false });
  }

  /** Gives the map the size that it has on paper and shows the same box there; gives the way back. */
  toPaper() {
    const [view, box] = [this.view(), this.box()];
    fitSize(this.#map, PAPER);
    showBox(this.#map, box);
    return () => {
      fitSize(this.#map, null);
      showView(this.#map, view);
    };
  }

  /** Shows a point closely. */
  goToPoint(lat, lon) {
    this.#map.setView([lat, lon], Math.max(CLOSE_ZOOM + 1, this.#map.getZoom()), { animate: false });
  }

  clear() {
    this.draw.stop();
    this.draw.show([]);
    this.patterns.set(null);
    this.patterns.show(false);
    this.selection.show(null);
    this.#incidents.draw(null);
    this.#sites.draw([]);
    this.#outlines.draw(null, []);
    this.#outlines.drawGround(null);
  }

  #zoomTo(lat, lon) {
    this.#map.setView([lat, lon], Math.min(CLOSE_ZOOM, this.#map.getZoom() + 2), { animate: false });
  }
}
