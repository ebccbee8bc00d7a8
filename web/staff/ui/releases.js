/** The public's releases: which there are, making the next one, withdrawing one. */
import { button, el } from "../../ui/dom.js";
import { textField } from "./fields.js";
import { askInDialog } from "./form.js";
import { createLoaded, drawEmpty } from "./loaded.js";
import { badge, part } from "./part.js";
import { drawPreview } from "./preview.js";

export function drawReleases(context) {
  const { t, api, city, state } = context;
  const loaded = createLoaded(context, (signal) => api.releases(city, signal), ({ releases }) => list({ ...context, reload: loaded.load }, releases));
  loaded.load();
  return el("div", {},
    part(t("release.next"), [t("release.nextAbout"), t("release.nextAudit")], state.preview ? drawPreview(context) : begin(context)),
    part(t("admin.releases"), t("release.about"), loaded.element));
}

function begin(context) {
  const { t, api, city, go, memory, reasonOf } = context;
  const said = el("p", { class: "form-error", role: "alert" });
  const make = button(t("release.preview"), start, { class: "plain" });
  const published = memory.published?.city === city ? el("p", { class: "done-line", role: "status", text: t("release.published", { number: memory.published.number }) }) : null;
  let busy = false;

  async function start() {
    if (busy) return;
    busy = true;
    memory.published = null;
    said.textContent = "";
    try {
      go({ preview: (await api.beginPreview(city)).id });
    } catch (error) {
      said.textContent = reasonOf(error);
    }
    busy = false;
  }

  return [published, el("div", { class: "form-actions" }, make), said];
}

function list(context, releases) {
  const { t } = context;
  if (releases.length === 0) return drawEmpty(t("release.none"));
  const newest = [...releases].sort((a, b) => b.number - a.number);
  const current = newest.find((release) => !release.withdrawn)?.number;
  return el("ul", { class: "entries" }, newest.map((release) => row(context, release, release.number === current)));
}

function row(context, release, current) {
  const { t, format } = context;
  const { number, madeAt, withdrawn } = release;
  const why = withdrawn?.why ?? release.why ?? null;
  return el("li", { class: "entry" },
    el("div", { class: "entry-main" },
      el("p", { class: "entry-name" }, t("release.number", { number }), current && badge(t("release.current"), "good"), withdrawn && badge(t("release.withdrawn"), "bad")),
      el("p", { class: "entry-note", text: t("release.made", { when: format.moment(madeAt) }) }),
      withdrawn && why && el("p", { class: "entry-note", text: t("release.why", { why }) })),
    !withdrawn && button(t("release.withdraw"), () => withdraw(context, number), { class: "quiet danger-text", "aria-label": t("release.withdrawWhat", { number }), "data-key": `withdraw-${number}` }));
}

async function withdraw(context, number) {
  const { t, api, city, reload } = context;
  const sent = await askInDialog(context, {
    title: t("release.withdrawWhat", { number }),
    text: t("release.withdrawText"),
    fields: [textField(context, { name: "why", label: t("release.reason"), hint: t("release.reasonHint"), lines: 3, maxlength: 500 })],
    submitText: t("release.withdraw"),
    danger: true,
    submit: ({ why }) => api.withdraw(city, number, why.trim()),
  });
  if (sent) reload();
}
