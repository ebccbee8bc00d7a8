/** Dialogs of the workspace: kept views, export, a question with yes and no, a record without a place. */
import { button, el, freshId } from "./dom.js";

/** A modal dialog with a heading; gives {element, open, close}. It leaves the page when it is closed if `once`. */
export function createDialog(title, t, content, { once = false, wide = false } = {}) {
  const id = freshId("dialog");
  const close = el("button", { type: "button", class: "close", "aria-label": t("app.close"), on: { click: () => element.close() } });
  const element = el("dialog", { class: wide ? "dialog dialog-wide" : "dialog", "aria-labelledby": id },
    el("div", { class: "card-head" }, el("h2", { id, text: title }), close), content);
  if (once) element.addEventListener("close", () => element.remove());
  return {
    element,
    open() {
      if (!element.isConnected) document.getElementById("dialogs").append(element);
      element.showModal();
    },
    close: () => element.close(),
  };
}

/** Asks; gives true for yes. */
export function ask(t, title, text, yes) {
  return new Promise((resolve) => {
    let answer = false;
    const dialog = createDialog(title, t, [
      el("p", { text }),
      el("div", { class: "dialog-actions" },
        button(yes, () => {
          answer = true;
          dialog.close();
        }, { class: "plain" }),
        button(t("app.cancel"), () => dialog.close(), { class: "quiet" })),
    ], { once: true });
    dialog.element.addEventListener("close", () => resolve(answer));
    dialog.open();
  });
}
