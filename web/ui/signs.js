/** The programs' signs: each has a plate of its own shape and a mark on it, so that none is told by colour alone. */
import { svg } from "./dom.js";

const ROUND = "M14 2a12 12 0 1 1 0 24a12 12 0 1 1 0-24z";
const SQUARE = "M7 3h14a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4z";

/** [plate, mark] on a square of 28. */
const SIGNS = {
  circle: [ROUND, "M14 11.5a2.500 2.500 0 1 1 0 5a2.500 2.500 0 1 1 0-5z"],
  shield: ["M14 1.500l11 3.500v8c0 7-4.500 11.300-11 13.500C7.500 24.300 3 20 3 13V5z", "M9 13.500l3.500 3.500l6.500-7"],
  sun: [
    ROUND,
    "M14 10.700a3.300 3.300 0 1 1 0 6.600a3.300 3.300 0 1 1 0-6.600zM14 7.500v-2M14 22.500v-2M7.500 14h-2M22.500 14h-2" +
      "M9.400 9.400L8 8M20 20l-1.400-1.400M9.400 18.600L8 20M20 8l-1.400 1.400",
  ],
  leaf: ["M25 3c1.500 12-3 22-13 22c-6 0-9.500-4.500-8.500-10C5 7 14 3.500 25 3z", "M8 20L18 10M12 16v-4M12 16h4"],
  zone: ["M14 1L27 14L14 27L1 14z", "M10 12v-2h2M16 10h2v2M18 16v2h-2M12 18h-2v-2"],
  heart: ["M14 26C5.500 19.500 2 15.500 2 10.500A6.300 6.300 0 0 1 14 7A6.300 6.300 0 0 1 26 10.500C26 15.500 22.500 19.500 14 26z", "M14 10.500v7M10.500 14h7"],
  house: ["M14 1.500L27 13h-3v12.500H4V13H1z", "M11.500 24.500v-8h5v8"],
  van: [SQUARE, "M6.500 10h8.500v7.500H6.500zM15 12.500h3.500l3 2.500v2.500H15M9.500 17.500v2M18.500 17.500v2"],
  lamp: ["M14 1.500l11 6.250v12.500L14 26.500L3 20.250V7.750z", "M14 7a4.300 4.300 0 0 0-2.300 8v2h4.600v-2A4.300 4.300 0 0 0 14 7zM12.300 20h3.400"],
  camera: [SQUARE, "M6.500 10.500h3.500l1.500-2.500h5l1.500 2.500h3.500v9h-15zM14 12.500a2.300 2.300 0 1 1 0 4.600a2.300 2.300 0 1 1 0-4.600z"],
  exchange: [ROUND, "M8 11.500h11l-3-3.500M20 16.500H9l3 3.500"],
};

/** A new sign; an unknown name gets the plain circle. */
export function createSign(name) {
  const [plate, mark] = SIGNS[name] ?? SIGNS.circle;
  return svg("svg", { viewBox: "0 0 28 28", class: "sign", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: plate, class: "sign-plate" }), svg("path", { d: mark, class: "sign-mark" }));
}
