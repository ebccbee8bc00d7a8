/** What an analysis found, on the map: a surface, cells or areas by class, outlines of clusters, circles of places at risk. */
import * as L from "leaflet";
import { patternColour, surfaceColours } from "../core/pattern_colours.js";
import { classOf } from "../core/colours.js";
import { surfacePicture } from "../core/pattern_surface.js";

/** An overlay whose picture is a canvas. */
const Picture = L.ImageOverlay.extend({
  initialize(canvas, bounds, options) {
    this._canvas = canvas;
    L.ImageOverlay.prototype.initialize.call(this, "", bounds, options);
  },
  _initImage() {
    this._image = this._canvas;
    this._image.classList.add("leaflet-image-layer", "pattern-surface");
    if (this._zoomAnimated) this._image.classList.add("leaflet-zoom-animated");
  },
});

export class Patterns {
  #map;
  #renderer = L.canvas({ padding: 0.5, tolerance: 4 });
  #layer = null;
  #drawing = null;
  #mode = null;
  #onPick;

  /** `onPick(key, [lat, lon], card)` is called for a cell, an area or a cluster that is clicked. */
  constructor(map, { onPick }) {
    this.#map = map;
    this.#onPick = onPick;
  }

  /** Takes {kind, ...} to draw, or null. */
  set(drawing) {
    this.#drawing = drawing;
    this.#mode = null;
  }

  /** Shows it or hides it; gives whether something is there. */
  show(on, mode) {
    const wanted = on && this.#drawing ? mode : null;
    if (wanted !== this.#mode) {
      this.#layer?.remove();
      this.#layer = wanted ? this.#make(this.#drawing, wanted).addTo(this.#map) : null;
      this.#mode = wanted;
    }
    return wanted !== null;
  }

  #make(drawing, mode) {
    if (drawing.kind === "surface") return surface(drawing, mode);
    if (drawing.kind === "circles") return this.#circles(drawing, mode);
    return this.#cells(drawing, mode);
  }

  #cells({ features, keyOf, card }, mode) {
    return L.layerGroup(features.map((feature) => {
      const { colour, filled } = patternColour(keyOf(feature.properties), mode);
      const style = { color: colour, weight: filled ? 0.75 : 0.4, opacity: filled ? 0.95 : 0.55, fillColor: colour, fillOpacity: filled ? 0.78 : 0.001, smoothFactor: 0 };
      return L.polygon(latLngs(feature.geometry), { renderer: this.#renderer, bubblingMouseEvents: false, ...style })
        .on("click", ({ latlng }) => this.#onPick(`pattern-${feature.id}`, [latlng.lat, latlng.lng], card(feature.properties)));
    }));
  }

  #circles({ places, metres, card }, mode) {
    const { colour } = patternColour("risk", mode);
    return L.layerGroup(places.map((place, i) =>
      L.circle([place.lat, place.lon], { renderer: this.#renderer, bubblingMouseEvents: false, radius: metres, color: colour, weight: 1.25, fillColor: colour, fillOpacity: 0.14 })
        .on("click", ({ latlng }) => this.#onPick(`pattern-${i}`, [latlng.lat, latlng.lng], card(place)))));
  }
}

function latLngs({ type, coordinates }) {
  const ring = (pairs) => pairs.map(([lon, lat]) => [lat, lon]);
  return type === "Polygon" ? coordinates.map(ring) : coordinates.map((polygon) => polygon.map(ring));
}

function surface({ grid, values, breaks }, mode) {
  const picture = surfacePicture(grid, values);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.width, picture.height];
  const image = new ImageData(picture.width, picture.height);
  const colours = surfaceColours(breaks, mode).map(channels);
  picture.values.forEach((value, i) => {
    const rank = Number.isNaN(value) ? 0 : classOf(value, breaks);
    if (rank > 0) image.data.set([...colours[rank - 1], 224], i * 4);
  });
  canvas.getContext("2d").putImageData(image, 0, 0);
  const [west, south, east, north] = picture.box;
  return new Picture(canvas, [[south, west], [north, east]], { pane: "patterns", interactive: false });
}

const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
