/** Draws a QR code. */
import { svg } from "../../ui/dom.js";

/** Light modules around the code, as readers need them (ISO/IEC 18004). */
const QUIET = 4;

/** `qr`: {rows}, one text of 0 and 1 for each row of modules. */
export function drawQr({ rows }, label) {
  const size = rows.length + 2 * QUIET;
  const dark = rows.flatMap((row, y) => [...row].map((module, x) => (module === "1" ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : ""))).join("");
  return svg("svg", { viewBox: `0 0 ${size} ${size}`, class: "qr", role: "img", "aria-label": label, "shape-rendering": "crispEdges" },
    svg("rect", { width: size, height: size, class: "qr-ground" }), svg("path", { d: dark, class: "qr-dark" }));
}
