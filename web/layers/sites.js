/** Program sites: one sign for each program; a site that is an area is drawn as one, with its sign in the middle. */
import * as L from "leaflet";

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
    for (const entry of sites) {
      if (!entry.site.geometry) continue;
      if (entry.site.geometry.type !== "Point") this.#layer.addLayer(this.#shape(entry));
      this.#layer.addLayer(this.#marker(entry));
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
  #marker({ site, program, label }) {
    const icon = L.divIcon({ className: `site-sign site-${site.properties.status}`, html: this.#makeSign(program), iconSize: [28, 28], iconAnchor: [14, 14] });
    return L.marker(Sites.placeOf(site), { icon, title: label, keyboard: false, riseOnHover: true })
      .on("click", () => this.#onPick(site.properties.slug));
  }
}
