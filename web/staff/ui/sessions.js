/** Where I am signed in. */
import { button, el } from "../../ui/dom.js";
import { askInDialog } from "./form.js";
import { badge, part } from "./part.js";

export function drawSessions(context) {
  const { t, mine, format } = context;
  const rows = mine.sessions.map((session) => el("li", { class: "entry" },
    el("div", { class: "entry-main" },
      el("p", { class: "entry-name" }, session.from, session.current && badge(t("sessions.current"), "good")),
      el("p", { class: "entry-note", text: t("sessions.times", { started: format.moment(session.startedAt), seen: format.moment(session.seenAt) }) }))));
  return part(t("sessions.title"), t("sessions.about"),
    el("ul", { class: "entries" }, rows),
    el("div", { class: "form-actions" }, button(t("sessions.end"), () => endAll(context), { class: "second" })));
}

async function endAll(context) {
  const { t, api, session, signedOut } = context;
  const sent = await askInDialog(context, {
    title: t("sessions.end"), text: t("sessions.endText"), fields: [], submitText: t("sessions.end"), danger: true,
    submit: () => api.endSessions(),
  });
  if (!sent) return;
  session.account = null;
  signedOut();
}
