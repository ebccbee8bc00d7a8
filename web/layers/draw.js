/** Draws a polygon corner by corner, or a circle by its middle and its edge; shows the shapes that the filter holds. */
import * as L from "leaflet";

const MOVED_PIXELS = 4;
const CLOSE_PIXELS = 12;
const STYLE = { className: "shape-drawing", interactive: false, pane: "outlines" };

export class Draw {
  #map;
  #shown = L.layerGroup();
  #renderer = L.svg({ pane: "outlines", padding: 0.5 });
  #ending = null;

  constructor(map) {
    this.#map = map;
    this.#shown.addTo(map);
  }

  get active() {
    return this.#ending !== null;
  }

  /** Shows GeoJSON geometries. */
  show(geometries) {
    this.#shown.clearLayers();
    for (const geometry of geometries) {
      this.#shown.addLayer(L.geoJSON(geometry, { pane: "outlines", interactive: false, style: { renderer: this.#renderer, className: "shape-drawn", interactive: false } }));
    }
  }

  /** Gives the GeoJSON feature that the reader drew, or null when he stopped; `kind` is "polygon" or "circle". */
  start(kind) {
    this.stop();
    return new Promise((resolve) => this.#listen(kind, resolve));
  }

  stop() {
    this.#ending?.(null);
  }

  #listen(kind, resolve) {
    const map = this.#map;
    const box = map.getContainer();
    const listeners = new AbortController();
    const options = { capture: true, signal: listeners.signal };
    const preview = (kind === "circle" ? L.circle([0, 0], { ...STYLE, renderer: this.#renderer, radius: 1 }) : L.polyline([], { ...STYLE, renderer: this.#renderer }));
    let corners = [];
    let pressed = null;
    const end = (feature) => {
      listeners.abort();
      preview.remove();
      box.classList.remove("drawing");
      map.doubleClickZoom.enable();
      this.#ending = null;
      resolve(feature);
    };
    this.#ending = end;
    box.classList.add("drawing");
    map.doubleClickZoom.disable();

    const follow = (event) => {
      if (corners.length === 0) return;
      const at = map.mouseEventToLatLng(event);
      if (kind === "circle") preview.setRadius(map.distance(corners[0], at));
      else preview.setLatLngs([...corners, at]);
    };
    const onClick = (event) => {
      event.stopImmediatePropagation();
      event.preventDefault();
      const at = map.mouseEventToLatLng(event);
      if (pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > MOVED_PIXELS) return;
      if (kind === "circle") {
        if (corners.length === 1) return end(circle(corners[0], map.distance(corners[0], at)));
      } else if (corners.length > 2 && this.#near(corners[0], event)) {
        return end(polygon(corners));
      }
      corners.push(at);
      if (kind === "circle") preview.setLatLng(at).setRadius(1).addTo(map);
      else preview.setLatLngs(corners).addTo(map);
    };
    box.addEventListener("pointerdown", (event) => (pressed = { x: event.clientX, y: event.clientY }), options);
    box.addEventListener("pointermove", follow, options);
    box.addEventListener("click", onClick, options);
    box.addEventListener("dblclick", (event) => {
      event.stopImmediatePropagation();
      // The second click of the pair has put its corner twice.
      if (kind === "polygon" && corners.length > 3) end(polygon(corners.slice(0, -1)));
    }, options);
    document.addEventListener("keydown", (event) => {
      if (!["Escape", "Enter", "Backspace"].includes(event.key) || event.target.closest?.("input, textarea, select")) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      if (event.key === "Escape") end(null);
      else if (event.key === "Backspace") preview.setLatLngs?.((corners = corners.slice(0, -1)));
      else if (kind === "polygon" && corners.length > 2) end(polygon(corners));
    }, options);
  }

  #near(corner, event) {
    const a = this.#map.latLngToContainerPoint(corner);
    const b = this.#map.mouseEventToContainerPoint(event);
    return a.distanceTo(b) < CLOSE_PIXELS;
  }
}

const position = ({ lng, lat }) => [Number(lng.toFixed(6)), Number(lat.toFixed(6))];

function polygon(corners) {
  const ring = corners.map(position);
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [[...ring, ring[0]]] } };
}

function circle(middle, radius) {
  return { type: "Feature", properties: { radiusMetres: Math.max(1, Math.round(radius)) }, geometry: { type: "Point", coordinates: position(middle) } };
}
