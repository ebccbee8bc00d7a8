/** A preview on its way: how far it is, then what would be published and how that differs from the release before. */
import { pause } from "../../core/patience.js";
import { button, el } from "../../ui/dom.js";
import { textField } from "./fields.js";
import { createForm } from "./form.js";
import { drawFailure } from "./loaded.js";
import { factList } from "./part.js";
import { drawDifferences } from "./differences.js";

const ASK_EVERY_SECONDS = 0.7;

export function drawPreview(context) {
  const { t, api, city, state, go, signal, reasonOf } = context;
  const place = el("div", { class: "steps" });
  const words = el("p", { text: t("release.starting") });
  const bar = el("progress", { max: "1", value: "0", "aria-label": t("release.progress") });
  const leave = () => go({ preview: null });
  const cancel = button(t("release.cancel"), stop, { class: "second" });

  async function watch() {
    place.replaceChildren(words, bar, el("div", { class: "form-actions" }, cancel));
    try {
      for (;;) {
        const answer = await api.preview(city, state.preview, signal);
        if (answer.state !== "running") return void show(answer);
        bar.value = answer.fraction ?? 0;
        words.textContent = answer.words || t("release.starting");
        await pause(ASK_EVERY_SECONDS, signal);
      }
    } catch (error) {
      if (signal.aborted) return;
      const gone = error.status === 404;
      place.replaceChildren(drawFailure(t, gone ? t("release.gone") : reasonOf(error), gone ? null : watch), el("div", { class: "form-actions" }, button(t("release.close"), leave, { class: "second" })));
    }
  }

  function show(answer) {
    const close = el("div", { class: "form-actions" }, button(t("release.close"), leave, { class: "second" }));
    if (answer.state === "failed") place.replaceChildren(drawFailure(t, t("release.failed", { reason: answer.words }), null), close);
    else place.replaceChildren(...ready(context, answer.preview, stop).filter(Boolean));
  }

  async function stop() {
    // A preview that is over, or was never begun, needs no word to the server.
    await api.cancelPreview(city, state.preview).catch(() => null);
    if (!signal.aborted) leave();
  }

  watch();
  return place;
}

function ready(context, preview, discard) {
  const { t, format } = context;
  const count = (n) => format.number(n);
  return [
    el("h3", { text: t("release.would", { number: preview.number }) }),
    factList([
      [t("release.months"), monthsText(preview.months, context)],
      [t("release.cells"), count(preview.cells)],
      [t("release.primary"), count(preview.primary)],
      [t("release.hidden"), count(preview.hidden)],
      [t("release.ratio"), t("release.ratioText", { ratio: format.rate(preview.ratio) })],
    ]),
    drawDifferences(context, preview.differences),
    remarks(t("release.coarsened"), preview.coarsened),
    remarks(t("release.notes"), preview.notes),
    publishForm(context, preview, discard),
  ];
}

function monthsText(months, { t, format }) {
  if (months.length === 0) return t("release.noMonths");
  return t("release.monthsText", { n: months.length, first: format.month(months[0]), last: format.month(months.at(-1)) });
}

/** What the one who publishes should know, in the server's words. */
function remarks(title, lines = []) {
  if (lines.length === 0) return null;
  return el("div", {}, el("h3", { text: title }), el("ul", { class: "bullets" }, lines.map((text) => el("li", { text }))));
}

function publishForm(context, preview, discard) {
  const { t, api, city, cityName, state, go, memory } = context;
  const typed = textField(context, {
    name: "city", label: t("release.typeName", { city: cityName }), autocomplete: "off", autocapitalize: "none",
    test: (text) => (text.trim().localeCompare(cityName, undefined, { sensitivity: "base" }) === 0 ? null : t("release.typeNameWrong", { city: cityName })),
  });
  return createForm(context, {
    fields: [typed],
    submitText: t("release.publish", { number: preview.number }),
    cancel: discard,
    submit: async () => {
      const { number } = await api.publish(city, state.preview);
      memory.published = { city, number };
      go({ preview: null });
    },
  }).element;
}
