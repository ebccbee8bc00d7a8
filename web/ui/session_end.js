/** Says that the session ended, and leads back to the same view by way of the sign-in page. */
import { button, el } from "./dom.js";

/** A dialog, shown at once. The page behind it stays as it is for whoever wants to copy something from it first. */
export function showSessionEnd(t, signInHref) {
  const dialog = el("dialog", { class: "dialog", role: "alertdialog", "aria-labelledby": "ended-title", "aria-describedby": "ended-text" },
    el("h2", { id: "ended-title", text: t("app.sessionEnded") }),
    el("p", { id: "ended-text", text: t("app.sessionEndedText") }),
    el("div", { class: "dialog-actions" },
      el("a", { class: "plain", href: signInHref(), text: t("app.signInAgain") }),
      button(t("app.stay"), () => dialog.close(), { class: "quiet" })));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
