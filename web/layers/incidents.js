/** Incidents on one canvas: dots when few, counted cells when many. The old drawing stays until the new one is ready. */
import * as L from "leaflet";
import { amountColours, changeColour, classOf, kindColour } from "../core/colours.js";
import { classOfZ } from "../core/compare.js";
import { stacksOf } from "../core/stacks.js";

export class Incidents {
  #map;
  #renderer = L.canvas({ padding: 0.5, tolerance: 4 });
  #drawn = null;
  #onPoint;
  #onBin;

  /** `onPoint(id)` and `onBin(bin)` are called for what is clicked. */
  constructor(map, { onPoint, onBin }) {
    this.#map = map;
    this.#onPoint = onPoint;
    this.#onBin = onBin;
  }

  /** Draws an answer of /explore, or nothing. `mode` is light or dark. */
  draw(answer, mode) {
    this.#show(answer && this.#layerOf(answer, mode));
  }

  /** Draws the hexagons of an answer of /compare, each in the colour of how unusual its count is. */
  drawChange(change, mode) {
    this.#show(L.layerGroup(change.map.bins.map((bin) => this.#cell(bin, changeColour(classOfZ(bin.z), mode)))));
  }

  #show(next) {
    this.#drawn?.remove();
    this.#drawn = next?.addTo(this.#map) ?? null;
  }

  #layerOf(answer, mode) {
    const shapes = answer.map.kind === "points" ? this.#points(answer.map.points, mode) : this.#bins(answer, mode);
    return L.layerGroup(shapes);
  }

  #points(points, mode) {
    const single = this.#map.getZoom() >= 14 ? 5 : 3.5;
    const edge = mode === "dark" ? "#10141a" : "#ffffff";
    return stacksOf(points).map(({ lon, lat, ids, group }) =>
      L.circleMarker([lat, lon], {
        renderer: this.#renderer,
        radius: single + Math.min(4, Math.log2(ids.length)),
        bubblingMouseEvents: false, color: edge, weight: 0.75, fillColor: kindColour(group, mode), fillOpacity: 0.9,
      }).on("click", () => this.#onPoint(ids[0])),
    );
  }

  #bins(answer, mode) {
    const colours = amountColours(answer.densityBreaks, mode);
    return answer.map.bins.map((bin) => this.#cell(bin, colours[classOf(bin.perKm2, answer.densityBreaks)]));
  }

  #cell(bin, colour) {
    const corners = bin.ring.map(([lon, lat]) => [lat, lon]);
    return L.polygon(corners, {
      renderer: this.#renderer, bubblingMouseEvents: false, color: colour, weight: 0.5, opacity: 0.85, fillColor: colour, fillOpacity: 0.82, smoothFactor: 0,
    }).on("click", () => this.#onBin(bin));
  }
}
