/** Studies that are kept: opened as they were found, run again, held against each other, shared within a role, thrown away. */
import { button, el, section } from "./dom.js";
import { createLazy } from "./lazy.js";

const ROLES = ["", "analyst", "manager"];

/** `show(study)` shows a kept one. Gives {element, update(key), refresh, open(id)}. */
export function createPatternStudies(context, show) {
  const { t, format, server, store, reasonOf, confirm, studyLink } = context;
  const list = el("ul", { class: "views studies" });
  const told = el("div", { role: "status" });
  let studies = [];
  const lazy = createLazy({ t, reasonOf, ask: (signal) => server.studies(signal), draw: ({ studies: found }) => ((studies = found), draw()) });

  const tell = (...parts) => told.replaceChildren(...parts.filter(Boolean).map((part) => (typeof part === "string" ? el("p", { class: "hint caution", text: part }) : part)));

  async function doing(task) {
    tell(t("list.loading"));
    try {
      tell(...((await task()) ?? []));
    } catch (error) {
      tell(t("pattern.failed", { reason: reasonOf(error) }));
    }
  }

  function draw() {
    list.replaceChildren(...(studies.length === 0 ? [el("li", { class: "hint", text: t("pattern.noStudies") })] : studies.map(line)));
  }

  function line(study) {
    const named = { title: study.title };
    const act = (key, task) => button(t(`pattern.do_${key}`), task, { class: "quiet", "aria-label": t(`pattern.do_${key}Of`, named) });
    return el("li", {},
      button(study.title, () => open(study.id), { class: "link" }),
      el("small", { text: t("pattern.studyLine", { process: study.process, at: format.dayOfInstant(study.createdAt), by: study.owner, version: study.dataVersion ?? "–", seed: study.seed ?? "–" }) }),
      study.policeGenerated && el("small", { text: t("pattern.studyReason", { reason: study.reason ?? "" }) }),
      el("div", { class: "actions" },
        act("rerun", () => doing(() => rerun(study))),
        studies.length > 1 && compareWith(study),
        act("link", () => copy(study)),
        study.mine && share(study),
        study.mine && act("delete", () => remove(study))));
  }

  const open = (id) => doing(async () => show(await server.study(id)));

  /** What cannot be put on the clipboard is shown, to be copied by hand. */
  async function copy(study) {
    const address = studyLink(study);
    try {
      await navigator.clipboard.writeText(address);
      tell(t(study.sharedWith || !study.mine ? "app.copied" : "pattern.copiedPrivate"));
    } catch {
      tell(address);
    }
  }

  async function rerun(study) {
    const { identical, sameData, dataVersionThen, dataVersionNow } = await server.rerunStudy(study.id);
    const key = identical ? "identical" : sameData ? "differs" : "newData";
    return [t(`pattern.rerun_${key}`, { title: study.title, then: dataVersionThen, now: dataVersionNow })];
  }

  function compareWith(study) {
    const others = studies.filter(({ id }) => id !== study.id);
    const choose = el("select", { "aria-label": t("pattern.do_compareOf", { title: study.title }), on: { change: () => choose.value && doing(() => compare(study, choose)) } },
      el("option", { value: "", text: t("pattern.do_compare") }), others.map(({ id, title }) => el("option", { value: id, text: title })));
    return choose;
  }

  async function compare(study, choose) {
    const found = await server.compareStudies(study.id, choose.value);
    choose.value = "";
    const text = (value) => (value === null ? "–" : typeof value === "object" ? JSON.stringify(value) : String(value));
    return [
      t(found.sameResult ? "pattern.compareSame" : "pattern.compareDiffers", { a: found.a.title, b: found.b.title }),
      found.asked.length > 0 && el("table", { class: "change-table compare-table" }, el("caption", { class: "visually-hidden", text: t("pattern.compareAsked") }),
        el("thead", {}, el("tr", {}, [t("pattern.compareAsked"), found.a.title, found.b.title].map((name) => el("th", { scope: "col", text: name })))),
        el("tbody", {}, found.asked.map(({ name, a, b }) => el("tr", {}, el("th", { scope: "row", text: name }), el("td", { text: text(a) }), el("td", { text: text(b) }))))),
      el("p", { class: "hint", text: t("pattern.compareOutputs", { names: Object.entries(found.outputs).map(([name, { equal }]) => `${name} ${equal ? "=" : "≠"}`).join(", ") || "–" }) }),
    ];
  }

  function share(study) {
    const roles = ROLES.filter((role) => role !== "manager" || study.layer === null);
    const choose = el("select", { "aria-label": t("pattern.do_shareOf", { title: study.title }), on: { change: () => doing(async () => {
      const shared = await server.shareStudy(study.id, choose.value || null);
      study.sharedWith = shared.sharedWith;
      return [t(shared.sharedWith ? "pattern.shared" : "pattern.unshared", { title: study.title })];
    }) } }, roles.map((role) => el("option", { value: role, text: t(`pattern.role_${role || "nobody"}`) })));
    choose.value = study.sharedWith ?? "";
    return choose;
  }

  async function remove(study) {
    if (!(await confirm(t("pattern.do_deleteOf", { title: study.title }), t("pattern.deleteText"), t("pattern.do_delete")))) return;
    await doing(() => server.deleteStudy(study.id));
    if (store.get().study === study.id) store.set({ study: null });
    lazy.refresh();
  }

  return { element: section(t("pattern.studies"), lazy.element, told, list), update: (key) => lazy.update(key), refresh: () => lazy.refresh(), open };
}
