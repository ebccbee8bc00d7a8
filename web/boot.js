/** The cities served, without which the page can do nothing: asked for first, and again while the server starts. */
import { ApiError } from "./api.js";
import { askUntilReady, pause } from "./core/patience.js";
import { button } from "./ui/dom.js";

/** Gives the answer of /cities, or null when it failed; `note` then says so and offers to try again. */
export async function loadCities(api, note, t) {
  try {
    const options = { signal: new AbortController().signal, pause, onWaiting: () => (note.textContent = t("state.starting")) };
    const answer = await askUntilReady((signal) => api.cities(signal), options);
    note.remove();
    return answer;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    note.replaceChildren(t("state.cityFailed", { reason: error.message || t("state.offline") }), " ", button(t("app.tryAgain"), () => location.reload(), { class: "plain" }));
    return null;
  }
}
