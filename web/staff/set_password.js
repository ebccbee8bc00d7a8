/** Setting a password by a one-time link: the first account, an invitation, a lost password. */
import { el } from "../ui/dom.js";
import { openPage } from "./frame.js";
import { newPasswordFields } from "./ui/new_password.js";
import { createForm } from "./ui/form.js";

// The link's secret leaves the address at once, and with it the history and whatever is copied from the address bar.
const given = location.hash.slice(1);
const link = given && !given.includes("=") ? given : null;
if (link) history.replaceState(null, "", location.pathname);

openPage({ title: "setpassword.title", draw });

function draw(context) {
  const { t, memory } = context;
  const inner = memory.done ? done(context) : link ? ask(context) : [el("p", { class: "failure", text: t("setpassword.noLink") })];
  return el("div", { class: "narrow" }, el("h1", { tabindex: "-1", text: t(memory.done ? "setpassword.done" : "setpassword.title") }), inner);
}

function ask(context) {
  const { t, api, memory, redraw, reasonOf } = context;
  const fields = newPasswordFields(context);
  const form = createForm(context, {
    fields,
    submitText: t("setpassword.send"),
    submit: async ({ password }) => {
      await api.setPassword(link, password);
      memory.done = true;
      redraw();
      document.querySelector("h1").focus();
    },
    explain: (error) => (error.status === 404 || error.message.startsWith("link:") ? t("setpassword.used") : reasonOf(error)),
  });
  queueMicrotask(() => fields[0].focus());
  return [el("p", { class: "lead", text: t("setpassword.rules") }), form.element];
}

function done({ t }) {
  return [el("p", { class: "lead", text: t("setpassword.doneText") }), el("div", { class: "form-actions" }, el("a", { class: "plain", href: "/sign-in", text: t("app.signIn") }))];
}
