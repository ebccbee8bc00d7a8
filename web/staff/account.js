/** Who I am, how I prove it, where I am signed in, and the tokens of my programs. */
import { el } from "../ui/dom.js";
import { openPage } from "./frame.js";
import { createLoaded } from "./ui/loaded.js";
import { drawOwnTrail } from "./ui/audit.js";
import { drawIdentity } from "./ui/identity.js";
import { drawPassword } from "./ui/password_change.js";
import { drawSecondFactor } from "./ui/second_factor.js";
import { drawSessions } from "./ui/sessions.js";
import { drawTokens } from "./ui/tokens.js";

openPage({ title: "account.title", withAccount: true, draw });

function draw(context) {
  const loaded = createLoaded(context, (signal) => context.api.account(signal), (mine) => parts(mine));
  const parts = (mine) => {
    const inner = { ...context, mine, reload: loaded.load, origin: location.origin, signedOut: () => location.assign("/sign-in") };
    return [drawIdentity, drawPassword, drawSecondFactor, drawSessions, drawTokens, drawOwnTrail].map((drawPart) => drawPart(inner));
  };
  loaded.load();
  return el("div", { class: "middle-wide" }, el("h1", { text: context.t("account.title") }), loaded.element);
}
