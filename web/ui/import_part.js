/** Sends a file of incidents to be imported, shows how far it is, its report, and the imports before with their undo. */
import { button, el, section } from "./dom.js";

const ASK_AFTER = 700;

export function createImportPart({ t, format, server, reasonOf, changed, confirm }) {
  const file = el("input", { type: "file", accept: ".csv,.json,.geojson,.gz,.zip,text/csv,application/json", "aria-label": t("import.file") });
  const send = el("button", { type: "submit", class: "plain", text: t("import.send") });
  const bar = el("progress", { max: "1", value: "0", "aria-label": t("import.progress"), hidden: true });
  const said = el("p", { class: "hint", role: "status" });
  const report = el("div");
  const runs = el("ul", { class: "runs" });
  const form = el("form", { on: { submit: start } }, file, send);

  async function start(event) {
    event.preventDefault();
    const chosen = file.files[0];
    if (!chosen) return void (said.textContent = t("import.choose"));
    send.disabled = true;
    bar.hidden = false;
    report.replaceChildren();
    try {
      said.textContent = t("import.sending");
      let upload = await server.upload(chosen, (part) => (bar.value = part / 2));
      while (!["done", "refused", "failed"].includes(upload.step)) {
        said.textContent = t("import.reading", { step: t(`import.step_${upload.step}`), rows: format.number(upload.rows) });
        if (upload.bytesTotal > 0) bar.value = 0.5 + 0.5 * Math.min(1, upload.bytesDone / upload.bytesTotal) * (upload.step === "reading" ? 0.6 : 1);
        await new Promise((resolve) => setTimeout(resolve, ASK_AFTER));
        upload = await server.uploadState(upload.id);
      }
      end(upload);
    } catch (error) {
      said.textContent = t("import.failed", { reason: reasonOf(error) });
    }
    send.disabled = false;
    bar.hidden = true;
    changed();
  }

  function end({ id, step, failure, report: totals }) {
    if (step === "failed") return void (said.textContent = t("import.failed", { reason: failure }));
    const name = step === "refused" ? "import.refused" : totals.sameAs ? "import.same" : "import.done";
    said.textContent = t(name, { run: totals.run, same: totals.sameAs, reason: totals.refused });
    const rows = ["read", "accepted", "flagged", "rejected", "inserted", "updated", "unchanged"];
    const reasons = Object.entries(totals.reasons).sort((a, b) => b[1] - a[1]);
    report.replaceChildren(
      el("table", { class: "plain-table" }, el("caption", { class: "visually-hidden", text: t("import.report") }),
        el("tbody", {}, rows.map((key) => el("tr", {}, el("th", { scope: "row", text: t(`import.${key}`) }), el("td", { text: format.number(totals[key]) }))))),
      reasons.length > 0 ? el("details", {}, el("summary", { text: t("import.reasons") }),
        el("ul", { class: "plain-list" }, reasons.map(([reason, n]) => el("li", { text: `${reason.replaceAll("_", " ")}: ${format.number(n)}` })))) : "",
      el("a", { href: server.uploadReport(id), download: "", text: t("import.rows") }));
  }

  async function undo(run) {
    if (!(await confirm(t("import.undoTitle", { run: run.id }), t("import.undoText", { file: run.file }), t("import.undo")))) return;
    try {
      const { removed, restored } = await server.undoImport(run.id);
      said.textContent = t("import.undone", { run: run.id, removed: format.number(removed), restored: format.number(restored) });
    } catch (error) {
      said.textContent = t("import.failed", { reason: reasonOf(error) });
    }
    changed();
  }

  return {
    element: section(t("import.title"), form, bar, said, report, el("h3", { text: t("import.runs") }), runs, el("p", { class: "hint", text: t("import.note") })),
    /** The imports so far, the newest first. */
    setRuns(known) {
      runs.replaceChildren(...known.map((run) => el("li", {},
        el("p", {}, el("strong", { text: t("import.run", { run: run.id }) }), ` ${run.file}`),
        el("small", { text: t("import.runLine", { at: format.moment(run.finishedAt), by: run.by, read: format.number(run.read), rejected: format.number(run.rejected) }) }),
        run.undone ? el("small", { text: ` ${t("import.takenBack")}` }) : run.last && button(t("import.undo"), () => undo(run), { class: "quiet", "aria-label": t("import.undoTitle", { run: run.id }) }))));
    },
  };
}
