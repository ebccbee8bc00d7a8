/** Signing in: name and password, then the second factor where the account has one, then back to where one came from. */
import { nextOf } from "../core/next.js";
import { holds } from "../core/roles.js";
import { el } from "../ui/dom.js";
import { openPage } from "./frame.js";
import { createSignIn } from "./ui/sign_in_form.js";

openPage({ title: "signin.title", draw });

function draw(context) {
  const { t, session, account } = context;
  const next = nextOf(location.search, location.hash, location.origin);
  const go = () => location.replace(next ?? homeOf(session.account));
  if (account) return already(context, next ?? homeOf(account));
  const { element, begin } = createSignIn(context, { signIn: (values) => session.signIn(values), done: go });
  queueMicrotask(begin);
  return el("div", { class: "narrow" }, el("h1", { text: t("signin.title") }), element);
}

/** Whoever only administers has nothing to see on the map. */
function homeOf(account) {
  return holds(account, "administrator") && !holds(account, "analyst") && !holds(account, "manager") ? "/admin" : "/";
}

function already({ t, account }, href) {
  return el("div", { class: "narrow" },
    el("h1", { text: t("signin.already", { name: account.name }) }),
    el("div", { class: "form-actions" }, el("a", { class: "plain", href, text: t("signin.goOn") })));
}
