/** Which kept view this is, what its owner says of it, and whether its figures still stand. */
import { button, el } from "./dom.js";

export function createSavedLine({ t, format, store, openView }) {
  const element = el("section", { class: "saved-line", hidden: true, "aria-label": t("views.title") });
  let drawn = null;
  return {
    element,
    update({ saved, savedIsShown, answer }) {
      element.hidden = !saved;
      const key = [saved, savedIsShown, answer?.matched, answer?.dataVersion];
      if (!saved || drawn?.every((value, i) => value === key[i])) return;
      drawn = key;
      element.replaceChildren(...[
        el("div", { class: "section-head" }, el("h3", { text: saved.title }), button(t("views.leave"), () => store.set({ saved: null }), { class: "quiet" })),
        saved.note && el("p", { class: "notice-text", text: saved.note }),
        el("p", { class: "hint", text: t("views.line", { by: saved.by, at: format.moment(saved.changedAt) }) }),
        savedIsShown ? figures(saved, answer) : el("p", { class: "hint" }, t("views.changed"), " ", button(t("views.back"), () => openView(saved), { class: "link" })),
      ].filter(Boolean));
    },
  };

  function figures(saved, answer) {
    if (!answer || saved.matched === null) return null;
    const values = { then: format.number(saved.matched), now: format.number(answer.matched) };
    const same = answer.matched === saved.matched;
    return el("p", { class: same ? "hint" : "hint caution", text: t(same ? "views.same" : "views.differs", values) });
  }
}
