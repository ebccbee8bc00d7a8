/** A part that asks the server once it is seen, and again when the question has changed. */
import { Latest } from "../core/latest.js";
import { el } from "./dom.js";

/** `ask(signal)` gives the answer, `draw(answer)` shows it. Gives {element, update(key), refresh}; `element` says what goes on. */
export function createLazy({ t, reasonOf, ask, draw }) {
  const latest = new Latest();
  const said = el("p", { class: "hint", role: "status" });
  let asked = null;

  async function refresh() {
    said.textContent = t("list.loading");
    try {
      const answer = await latest.run(ask);
      if (answer === undefined) return;
      said.textContent = "";
      draw(answer);
    } catch (error) {
      said.textContent = t("list.failed", { reason: reasonOf(error) });
    }
  }

  return {
    element: said,
    refresh,
    update(key) {
      if (key === asked) return;
      asked = key;
      refresh();
    },
  };
}
