/** Says over the map that the city could not be loaded, and offers to try again. */
import { button, el } from "./dom.js";

export function showCityFailure(error, t, again) {
  const note = el("div", { class: "note", role: "alert" },
    el("p", { text: t("state.cityFailed", { reason: error.message || t("state.offline") }) }),
    button(t("app.tryAgain"), again, { class: "plain" }));
  document.getElementById("over-map").replaceChildren(el("div", { class: "notices" }, note));
}
