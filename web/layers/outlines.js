/** Area outlines: a calm ground below the incidents, thin lines and names above them. Nothing here takes the pointer. */
import * as L from "leaflet";
import { namePlace } from "../core/outline.js";

const LETTER_PIXELS = 6.4;
const LINE_PIXELS = 14;

export class Outlines {
  #map;
  #ground = null;
  #lines = null;
  #names = L.layerGroup();
  #places = [];

  constructor(map) {
    this.#map = map;
    this.#names.addTo(map);
    map.on("moveend zoomend resize", () => this.#placeNames());
  }

  /** The city's own ground: the area set whose union is the city. */
  drawGround(collection) {
    this.#ground?.remove();
    this.#ground = collection && this.#geoJson(collection, "land", () => "ground").addTo(this.#map);
  }

  /** Draws an area set, or none; `chosen` are the slugs that the filter names. */
  draw(collection, chosen) {
    this.#lines?.remove();
    this.#lines = null;
    this.#places = [];
    if (collection) {
      const style = (feature) => (chosen.includes(feature.properties.slug) ? "outline outline-chosen" : "outline");
      this.#lines = this.#geoJson(collection, "outlines", style).addTo(this.#map);
      this.#lines.eachLayer((layer) => {
        if (chosen.includes(layer.feature.properties.slug)) layer.bringToFront();
      });
      this.#places = collection.features.map((f) => ({ name: f.properties.name, ...namePlace(f.geometry) }));
    }
    this.#placeNames();
  }

  #geoJson(collection, pane, className) {
    const renderer = L.svg({ pane, padding: 0.5 });
    return L.geoJSON(collection, {
      pane,
      interactive: false,
      // Colours are the style sheet's, so that light and dark need no new drawing.
      style: (feature) => ({ renderer, className: className(feature), interactive: false, smoothFactor: 1 }),
    });
  }

  /** Names only areas wide and tall enough on the screen to hold their own name. */
  #placeNames() {
    this.#names.clearLayers();
    const bounds = this.#map.getBounds();
    for (const place of this.#places) {
      if (!bounds.contains([place.lat, place.lon])) continue;
      const a = this.#map.latLngToLayerPoint([place.north, place.west]);
      const b = this.#map.latLngToLayerPoint([place.south, place.east]);
      const needed = place.name.length * LETTER_PIXELS;
      if (b.x - a.x < needed || b.y - a.y < LINE_PIXELS * 2) continue;
      this.#names.addLayer(nameAt(place));
    }
  }
}

function nameAt(place) {
  const text = document.createElement("span");
  text.textContent = place.name;
  const icon = L.divIcon({ className: "area-name", html: text, iconSize: null });
  return L.marker([place.lat, place.lon], { icon, pane: "names", interactive: false, keyboard: false });
}
