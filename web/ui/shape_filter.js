/** Only within a shape that is drawn: a polygon, a circle, what the map shows. */
import { without } from "../core/filters.js";
import { button, el, group } from "./dom.js";

export function createShapeFilter({ store, t, format, setFilters, draw, keepShape, middle, viewShape }) {
  const filters = () => store.get().filters;
  const clear = button(t("filters.clear"), () => setFilters(without(filters(), "shapes")), { class: "quiet", "aria-label": t("filters.clearPart", { part: t("filters.shapes") }) });
  const said = el("p", { class: "hint", role: "status" });
  const radius = el("input", { type: "number", min: "10", max: "50000", step: "10", value: "500", "aria-label": t("shape.radius") });
  const stop = button(t("shape.stop"), () => draw.stop(), { class: "quiet", hidden: true });
  const chips = el("ul", { class: "chips" });
  let shown = "[]";

  async function drawn(kind) {
    said.textContent = t(kind === "circle" ? "shape.howCircle" : "shape.howPolygon");
    stop.hidden = false;
    const feature = await draw.start(kind);
    stop.hidden = true;
    said.textContent = "";
    if (feature) await keep(feature);
  }

  async function keep(feature) {
    try {
      const { id } = await keepShape(feature);
      if (!filters().shapes.includes(id)) setFilters({ ...filters(), shapes: [...filters().shapes, id] });
      said.textContent = "";
    } catch (error) {
      said.textContent = t("shape.refused", { reason: error.message });
    }
  }

  function around() {
    const [lon, lat] = middle();
    return keep({ type: "Feature", properties: { radiusMetres: Number(radius.value) || 500 }, geometry: { type: "Point", coordinates: [lon, lat] } });
  }

  return {
    element: group(t("filters.shapes"), clear, chips,
      el("div", { class: "choices" },
        button(t("shape.polygon"), () => drawn("polygon"), { class: "choice" }),
        button(t("shape.circle"), () => drawn("circle"), { class: "choice" }),
        button(t("shape.view"), () => keep(viewShape()), { class: "choice" })),
      el("div", { class: "inline-field" }, radius, el("span", { text: t("shape.metres") }), button(t("shape.around"), around, { class: "choice" })),
      said, stop),
    update({ state, shapes }) {
      clear.hidden = state.filters.shapes.length === 0;
      const next = JSON.stringify(state.filters.shapes.map((id) => [id, shapes.get(id)?.areaKm2]));
      if (next === shown) return;
      shown = next;
      chips.replaceChildren(...state.filters.shapes.map((id) => {
        const km2 = shapes.get(id)?.areaKm2;
        const name = km2 === undefined ? t("shape.name") : t("shape.nameArea", { area: format.rate(km2) });
        const rest = () => setFilters({ ...filters(), shapes: filters().shapes.filter((other) => other !== id) });
        return el("li", {}, button(name, rest, { class: "chip", "aria-label": t("filters.remove", { name }) }));
      }));
    },
  };
}
