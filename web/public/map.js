/** The map that moves: the very drawing that the server wrote, laid over Leaflet, with the sites as markers. */
import { el, svg } from "../ui/dom.js";
import { frameOf } from "./find.js";

const LEAFLET = "/webjars/leaflet/1.9.4/dist/";
const CLOSEST = 16;

export async function createLiveMap(figure, sites, words) {
  const L = await load();
  const drawing = figure.querySelector("svg.map");
  const { west, south, east, north } = frameOf(drawing);
  const bounds = L.latLngBounds([south, west], [north, east]);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const stage = el("div", { class: "stage" });
  drawing.before(stage);
  stage.style.height = `${drawing.getBoundingClientRect().height}px`;
  const map = L.map(stage, {
    zoomControl: false, attributionControl: Boolean(figure.dataset.attribution), keyboard: false, scrollWheelZoom: false,
    zoomSnap: 0.25, zoomAnimation: !still, fadeAnimation: false, inertia: !still, maxZoom: CLOSEST, maxBounds: bounds.pad(0.25),
  });
  if (figure.dataset.basemap) L.tileLayer(figure.dataset.basemap, { attribution: figure.dataset.attribution }).addTo(map);
  figure.classList.toggle("with-basemap", Boolean(figure.dataset.basemap));
  const whole = () => map.fitBounds(bounds, { animate: false, padding: [4, 4] });
  whole();
  map.setMinZoom(map.getZoom());
  L.svgOverlay(drawing, bounds, { interactive: true }).addTo(map);
  drawing.querySelector(".sites")?.remove();
  drawing.removeAttribute("width");
  drawing.removeAttribute("height");
  stage.style.height = "";
  addSites(L, map, sites, words);
  keepClicksFromDrags(map, stage);
  openOnClick(L, map, drawing, words);
  letFingersScroll(map, stage);
  figure.append(tools(map, whole, words));
  const fit = () => drawing.querySelector("pattern")?.setAttribute("patternTransform", `rotate(45) scale(${unitsPerPixel(drawing)})`);
  map.on("zoomend resize", fit);
  fit();
  figure.classList.add("moves");
}

async function load() {
  const style = el("link", { rel: "stylesheet", href: `${LEAFLET}leaflet.css` });
  const styled = new Promise((done) => style.addEventListener("load", done));
  document.head.prepend(style);
  await Promise.all([styled, import(`${LEAFLET}leaflet.js`)]);
  return globalThis.L ?? globalThis.leaflet;
}

function unitsPerPixel(drawing) {
  return drawing.viewBox.baseVal.width / (drawing.getBoundingClientRect().width || 1);
}

function addSites(L, map, sites, words) {
  for (const site of sites) {
    if (!site.lon) continue;
    const sign = svg("svg", { viewBox: "0 0 28 28", class: `sign site-${site.status}`, "aria-hidden": "true" }, svg("use", { href: site.sign }));
    const icon = L.divIcon({ className: "site-sign", html: sign, iconSize: [22, 22] });
    // Not tab stops: the list of sites says the same.
    L.marker([Number(site.lat), Number(site.lon)], { icon, title: site.name, keyboard: false, riseOnHover: true })
      .bindPopup(() => siteCard(site, words), POPUP)
      .addTo(map);
  }
}

const POPUP = { closeButton: false, minWidth: 176, maxWidth: 264 };

function siteCard(site, { say }) {
  return el("div", { class: "card" }, el("strong", { text: site.name }), el("p", { text: site.program }),
    site.words && el("p", { class: "open-sign", text: site.words }), el("a", { href: `#${site.element.id}`, text: say("siteMore") }));
}

/** A click on an area first says its number; the link in the card leads to its page. */
function openOnClick(L, map, drawing, { say }) {
  drawing.addEventListener("click", (event) => {
    const area = event.target.closest("a.area");
    if (!area || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    // The map would take the click as one beside the card, and close it.
    event.stopPropagation();
    const card = el("div", { class: "card" }, el("strong", { text: area.dataset.name }), el("p", { text: area.dataset.says }),
      el("a", { href: area.getAttribute("href"), text: say("openArea") }));
    L.popup(POPUP).setLatLng(map.mouseEventToLatLng(event)).setContent(card).openOn(map);
  });
}

function keepClicksFromDrags(map, stage) {
  stage.addEventListener("dragstart", (event) => event.preventDefault());
  stage.addEventListener("click", (event) => {
    if (!map.dragging.moved()) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
}

/** On a touch screen one finger moves the page until the map has been brought closer; the wheel zooms once the map was clicked. */
function letFingersScroll(map, stage) {
  const coarse = matchMedia("(pointer: coarse)").matches;
  const set = () => (coarse && map.getZoom() <= map.getMinZoom() ? map.dragging.disable() : map.dragging.enable());
  map.on("zoomend", set);
  set();
  stage.addEventListener("pointerdown", () => map.scrollWheelZoom.enable());
  stage.addEventListener("pointerleave", () => map.scrollWheelZoom.disable());
}

function tools(map, whole, { say }) {
  const tool = (text, label, act) => el("button", { type: "button", "aria-label": label, title: label, text, on: { click: act } });
  return el("div", { class: "zoom" },
    tool("+", say("closer"), () => map.zoomIn(1)), tool("−", say("farther"), () => map.zoomOut(1)), tool("⤢", say("whole"), whole));
}
