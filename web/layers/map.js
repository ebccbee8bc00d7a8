/** The Leaflet map itself: panes, view, motion. */
import * as L from "leaflet";
import { CLOSEST_ZOOM, FARTHEST_ZOOM } from "../core/view.js";

/** Bottom to top. Leaflet's own: tiles 200, canvas of incidents 400, markers 600, popups 700. */
const PANES = { land: 250, patterns: 390, outlines: 450, names: 460 };

const PAN_SECONDS = 0.14;

export function createMap(element, { still }) {
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    preferCanvas: true,
    minZoom: FARTHEST_ZOOM,
    maxZoom: CLOSEST_ZOOM,
    zoomAnimation: !still,
    fadeAnimation: false,
    markerZoomAnimation: !still,
    inertia: !still,
    worldCopyJump: false,
  });
  map.panBy = (offset, options) =>
    L.Map.prototype.panBy.call(map, offset, { duration: PAN_SECONDS, ...options, ...(still ? { animate: false } : {}) });
  for (const [name, zIndex] of Object.entries(PANES)) {
    const pane = map.createPane(name);
    pane.style.zIndex = zIndex;
    pane.style.pointerEvents = "none";
  }
  return map;
}

/** {zoom, lat, lon} of the map. */
export function viewOf(map) {
  const centre = map.getCenter();
  return { zoom: map.getZoom(), lat: centre.lat, lon: centre.lng };
}

export function showView(map, view) {
  map.setView([view.lat, view.lon], view.zoom, { animate: false });
}

/** Shows a box [west, south, east, north] whole. */
export function showBox(map, [west, south, east, north]) {
  map.fitBounds([[south, west], [north, east]], { animate: false });
}

/** [west, south, east, north] of what is seen. */
export function boxOfView(map) {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}

/** [longitude, latitude] of the middle of what is seen. */
export function middleOfView(map) {
  const { lng, lat } = map.getCenter();
  return [Number(lng.toFixed(6)), Number(lat.toFixed(6))];
}

/** Metres that so many pixels span in the middle of the map. */
export function metresAcross(map, pixels) {
  const { x, y } = map.getSize().divideBy(2);
  return map.distance(map.containerPointToLatLng([x, y]), map.containerPointToLatLng([x + pixels, y]));
}

/** Sets the size of the map in pixels, or gives it back to the style sheet with null. */
export function fitSize(map, size) {
  const { style } = map.getContainer();
  style.width = size ? `${size.width}px` : "";
  style.height = size ? `${size.height}px` : "";
  map.invalidateSize({ animate: false, pan: false });
}
