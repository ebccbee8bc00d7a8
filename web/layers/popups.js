/** One popup at a time, filled with a DOM element. */
import * as L from "leaflet";

export class Popups {
  #map;
  #open = null;
  #onClosed;

  /** `onClosed(key)` is called when the reader closes a popup, not when another one takes its place. */
  constructor(map, { onClosed }) {
    this.#map = map;
    this.#onClosed = onClosed;
  }

  show(key, [lat, lng], element, anchor = 0) {
    this.close();
    const popup = L.popup({ closeButton: false, minWidth: 224, maxWidth: 296, maxHeight: 320, offset: [0, 4 - anchor], ...this.#clear() })
      .setLatLng([lat, lng])
      .setContent(element);
    this.#open = { key, popup };
    popup.on("remove", () => {
      if (this.#open?.popup !== popup) return;
      this.#open = null;
      this.#onClosed(key);
    });
    popup.openOn(this.#map);
  }

  /** Room for what lies over the map: the line above, the zoom at the right, the warning below. */
  #clear() {
    const wide = this.#map.getSize().x > 640;
    return { autoPanPaddingTopLeft: wide ? [16, 72] : [8, 64], autoPanPaddingBottomRight: wide ? [72, 160] : [56, 56] };
  }

  get key() {
    return this.#open?.key ?? null;
  }

  /** Lays the popup out again after its content has changed size. */
  update() {
    this.#open?.popup.update();
  }

  close() {
    const popup = this.#open?.popup;
    this.#open = null;
    popup?.remove();
  }
}
