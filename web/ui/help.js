/** The map in words. */
import { button, el } from "./dom.js";

const CHAPTERS = ["points", "counts", "hidden", "time", "links", "keys"];

export function createHelp({ t }) {
  const close = button(t("app.close"), () => dialog.close(), { class: "plain" });
  const dialog = el("dialog", { class: "help", "aria-labelledby": "help-title" },
    el("h2", { id: "help-title", text: t("help.title") }),
    CHAPTERS.map((name) => [el("h3", { text: t(`help.${name}`) }), el("p", { text: t(`help.${name}Text`) })]),
    el("h3", { text: t("warning.title") }), el("p", { text: t("warning.text") }), close);
  return { element: dialog, open: () => dialog.showModal() };
}
