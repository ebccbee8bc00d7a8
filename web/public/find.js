/** Find an area by a part of its name, or by the reader's own position, which never leaves the browser. */
import { el } from "../ui/dom.js";
import { holds, placeIn, ringsOf } from "./outline.js";

const MOST = 8;

/** Lists the areas whose names hold what is typed, as links. */
export function enlivenNames(form, { say }) {
  const field = form.querySelector("input[name=name]");
  const areas = [...form.querySelectorAll("datalist option")].map((option) => ({ name: option.value, href: option.dataset.href }));
  const list = el("ul", { class: "found" });
  const said = el("p", { class: "visually-hidden", role: "status" });
  // The list below takes the place of the browser's own.
  field.removeAttribute("list");
  form.append(list, said);
  field.addEventListener("input", () => {
    const typed = plain(field.value.trim());
    const matches = typed === "" ? [] : areas.filter(({ name }) => plain(name).includes(typed));
    const first = matches.filter(({ name }) => plain(name).startsWith(typed));
    const shown = [...new Set([...first, ...matches])].slice(0, MOST);
    list.replaceChildren(...shown.map(({ name, href }) => el("li", {}, el("a", { href, text: name }))));
    said.textContent = typed === "" ? "" : say("matches", { n: matches.length });
  });
}

/** Offers to find the area around the reader. `drawing`: the map's svg. */
export function enlivenPosition(place, drawing, { say }) {
  if (!navigator.geolocation || !drawing) return;
  const told = el("p", { class: "hint", role: "status" });
  const tell = (...children) => told.replaceChildren(...children);
  const ask = el("button", { type: "button", class: "second", text: say("locate"), on: { click: () => {
    tell(say("locating"));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const area = areaAt(drawing, [coords.longitude, coords.latitude]);
        tell(...(area ? [`${say("youAreIn")} `, el("a", { href: area.href, text: area.name })] : [say("outside")]));
      },
      () => tell(say("noPosition")),
      { maximumAge: 60_000, timeout: 15_000 },
    );
  } } });
  place.append(ask, el("p", { class: "hint", text: say("staysHere") }), told);
}

function areaAt(drawing, position) {
  const point = placeIn(frameOf(drawing), position);
  const link = [...drawing.querySelectorAll("a.area")].find((area) => holds(ringsOf(area.querySelector("path").getAttribute("d")), point));
  return link && { href: link.getAttribute("href"), name: link.dataset.name };
}

/** The drawing's box in degrees and its size in units. */
export function frameOf(drawing) {
  const { width, height } = drawing.viewBox.baseVal;
  const [west, south, east, north] = drawing.dataset.box.split(",").map(Number);
  return { west, south, east, north, width, height };
}

/** Small letters without accents, so that either way of typing finds a name. */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
