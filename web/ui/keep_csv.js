/** Gives a text to the browser as a file to keep. */
import { el } from "./dom.js";

export function keepCsv(text, name) {
  const href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  el("a", { href, download: `${name}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
