/** Views that are kept under a name, for oneself or for the analysts of the city. */
import { createDialog } from "./dialogs.js";
import { button, el } from "./dom.js";

export function createViewsDialog({ store, t, format, server, reasonOf, viewState, openView, viewLink, confirm }) {
  const title = el("input", { type: "text", required: true, maxlength: "120", autocomplete: "off" });
  const note = el("textarea", { rows: "2", maxlength: "2000" });
  const shared = el("input", { type: "checkbox" });
  const said = el("p", { class: "hint", role: "status" });
  const list = el("ul", { class: "views" });
  const save = el("button", { type: "submit", class: "plain", text: t("views.save") });
  const form = el("form", { novalidate: true, on: { submit: keep } },
    el("label", { class: "field" }, el("span", { text: t("views.name") }), title),
    el("label", { class: "field" }, el("span", { text: t("views.note") }), note),
    el("label", { class: "tick" }, shared, el("span", { class: "name", text: t("views.share") })), save);
  const dialog = createDialog(t("views.title"), t, [el("h3", { text: t("views.keepThis") }), form, said, el("h3", { text: t("views.kept") }), list], { wide: true });
  let matched = null;

  async function keep(event) {
    event.preventDefault();
    if (!title.value.trim()) {
      said.textContent = t("views.nameMissing");
      return void title.focus();
    }
    await attempt(async () => {
      const view = await server.saveView({ title: title.value.trim(), note: note.value.trim(), shared: shared.checked, state: viewState(), matched });
      store.set({ saved: String(view.id) });
      [title.value, note.value] = ["", ""];
      await load();
      said.textContent = t("views.saved", { title: view.title });
      list.querySelector("button")?.focus();
    });
  }

  async function attempt(work) {
    try {
      await work();
    } catch (error) {
      said.textContent = t("views.failed", { reason: reasonOf(error) });
    }
  }

  async function load() {
    const { views } = await server.views();
    list.replaceChildren(...(views.length === 0 ? [el("li", { class: "hint", text: t("views.none") })] : views.map(row)));
  }

  function row(view) {
    const by = view.mine ? t(view.shared ? "views.mineShared" : "views.mine") : t("views.by", { by: view.by });
    return el("li", {},
      button(view.title, () => {
        dialog.close();
        openView(view);
      }, { class: "link" }),
      el("small", { text: `${by} · ${format.moment(view.changedAt)}` }),
      view.note && el("p", { text: view.note }),
      el("div", { class: "actions" },
        button(t("app.copyLink"), () => copy(view), { class: "quiet", "aria-label": t("views.copyLinkOf", { title: view.title }) }),
        view.mine && button(t(view.shared ? "views.unshare" : "views.shareNow"), () => attempt(async () => {
          await server.changeView(view.id, { title: view.title, note: view.note, state: view.state, matched: view.matched, shared: !view.shared });
          await load();
        }), { class: "quiet" }),
        view.mine && button(t("views.delete"), () => remove(view), { class: "quiet", "aria-label": t("views.deleteOf", { title: view.title }) })));
  }

  async function copy(view) {
    const address = viewLink(view);
    try {
      await navigator.clipboard.writeText(address);
      said.textContent = view.shared ? t("app.copied") : t("views.copiedPrivate");
    } catch {
      said.textContent = address;
    }
  }

  async function remove(view) {
    if (!(await confirm(t("views.deleteOf", { title: view.title }), t("views.deleteText"), t("views.delete")))) return;
    await attempt(async () => {
      await server.deleteView(view.id);
      await load();
    });
  }

  return {
    element: dialog.element,
    open({ answer }) {
      matched = answer?.matched ?? null;
      said.textContent = "";
      dialog.open();
      attempt(load);
    },
  };
}
