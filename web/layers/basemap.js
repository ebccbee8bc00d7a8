/** The operator's tiles, where a basemap is set; without one no third party is ever asked. */
import * as L from "leaflet";

export function addBasemap(map, basemap) {
  L.tileLayer(basemap.url, { maxZoom: 19 }).addTo(map);
  map.getContainer().classList.add("with-basemap");
}
