/** Program sites: one sign for each program; a site that is an area is drawn as one, with its sign in the middle. */
import * as L from "leaflet";
import { sideBySide } from "../core/side_by_side.js";

const SIGN_PIXELS = 28;
const SMALL_BELOW_ZOOM = 12;

export class Sites {
  #map;
  #layer = L.layerGroup();
  #onPick;
  #makeSign;

  /** `makeSign(program)` gives a new DOM element with the program's sign. */
  constructor(map, { onPick, makeSign }) {
    this.#map = map;
    this.#onPick = onPick;
    this.#makeSign = makeSign;
    this.#layer.addTo(map);
    const setSize = () => map.getContainer().classList.toggle("seen-from-afar", map.getZoom() < SMALL_BELOW_ZOOM);
    map.on("zoomend viewreset", setSize);
  }

  /** `sites`: [{site (GeoJSON feature), program, label}]; those without a place are not drawn. */
  draw(sites) {
    this.#layer.clearLayers();
    const shifts = sideBySide(sites.map(({ site }) => (site.geometry?.type === "Point" ? site.geometry.coordinates : null)));
    for (const [i, entry] of sites.entries()) {
      if (!entry.site.geometry) continue;
      if (entry.site.geometry.type !== "Point") this.#layer.addLayer(this.#shape(entry));
      this.#layer.addLayer(this.#marker(entry, shifts[i]));
    }
  }

  /** Where the site's sign stands, as a LatLng, or null. */
  static placeOf(site) {
    if (!site.geometry) return null;
    if (site.geometry.type === "Point") return L.latLng(site.geometry.coordinates[1], site.geometry.coordinates[0]);
    return L.geoJSON(site).getBounds().getCenter();
  }

  #shape({ site }) {
    return L.geoJSON(site, { pane: "outlines", interactive: false, style: { className: "site-area", renderer: L.svg({ pane: "outlines" }) } });
  }

  // Signs are not tab stops: the list of sites opens the same popups, and a city may have hundreds.
  #marker({ site, program, label }, shift) {
    const icon = L.divIcon({ className: `site-sign site-${site.properties.status}`, html: this.#makeSign(program), iconSize: [SIGN_PIXELS, SIGN_PIXELS], iconAnchor: [SIGN_PIXELS * (0.5 - shift), SIGN_PIXELS / 2] });
    return L.marker(Sites.placeOf(site), { icon, title: label, keyboard: false, riseOnHover: true })
      .on("click", () => this.#onPick(site.properties.slug));
  }
}
