/** What all staff pages share: the language, light or dark, who is signed in, the line at the top, the end of a session. */
import { api } from "../api.js";
import { loadCities } from "../boot.js";
import { createFormat } from "../core/format.js";
import { signInAddress } from "../core/next.js";
import { askUntilReady, pause } from "../core/patience.js";
import { languageFrom } from "../i18n/catalog.js";
import { Session } from "../session.js";
import { showSessionEnd } from "../ui/session_end.js";
import { createTheme } from "../ui/theme.js";
import { staffApi } from "./api.js";
import { languageIn, withValues } from "./core/fragment.js";
import { minuteAfter } from "./core/locked.js";
import { drawFailure } from "./ui/loaded.js";
import { createTop } from "./ui/top.js";
import { translator } from "./words.js";

const main = document.getElementById("main");
const boot = document.getElementById("boot");

/**
 * Opens a page. `title` is a message; `draw(context)` gives what stands in it, at the start and again in another language;
 * `withAccount` sends whoever is not signed in to the sign-in page and back. `memory` outlives a drawing.
 */
export async function openPage({ title, draw, withAccount = false }) {
  let language = languageIn(location.hash) ?? languageFrom(navigator.languages);
  const memory = {};
  const here = () => location.pathname + location.search + location.hash;
  const signInHref = () => (withAccount ? signInAddress(here()) : "/sign-in");
  const session = new Session(() => showSessionEnd(translator(language), signInHref));
  const theme = createTheme(() => top?.updateTheme());
  let top = null;
  let drawing = new AbortController();

  const asked = await load(session, translator(language));
  if (!asked) return;
  if (withAccount && !session.account) return void location.replace(signInHref());
  const { cities } = asked;

  function chooseLanguage(next) {
    language = next;
    history.replaceState(history.state, "", location.pathname + location.search + withValues(location.hash, { lang: next }));
    redraw();
  }

  function redraw() {
    const t = translator(language);
    drawing.abort();
    drawing = new AbortController();
    const context = {
      t, language, cities, memory, session, redraw, signInHref, chooseLanguage,
      signal: drawing.signal,
      account: session.account,
      api: staffApi,
      format: createFormat(language, Intl.DateTimeFormat().resolvedOptions().timeZone),
      toggleTheme: () => theme.toggle(),
      reasonOf: (error) => error.message || t("state.offline"),
      lockedUntil: (error) => clock(language).format(minuteAfter(Date.now(), error.retryAfter ?? 60)),
      say: (text) => (document.getElementById("said").textContent = text),
      signOut: () => leave(session, t),
    };
    document.documentElement.lang = language;
    document.title = `${t(title)} · Lamplight`;
    document.getElementById("skip").textContent = t("staff.skip");
    const held = document.getElementById("top").contains(document.activeElement);
    top = createTop(context);
    document.getElementById("top").replaceChildren(top.element);
    if (held) top.element.querySelector("[aria-pressed=true]").focus();
    main.replaceChildren(draw(context));
  }

  // The address after "#" is the view, so the link is followed by hand.
  document.getElementById("skip").addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });
  redraw();
}

const clock = (language) => new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** Who is signed in and the cities served, or null when the page cannot be opened; it then says so. */
async function load(session, t) {
  try {
    const options = { signal: new AbortController().signal, pause, onWaiting: () => (boot.textContent = t("staff.starting")) };
    await askUntilReady((signal) => session.load(signal), options);
  } catch (error) {
    main.replaceChildren(drawFailure(t, error.message || t("state.offline"), () => location.reload()));
    return null;
  }
  return loadCities(api, boot, t);
}

async function leave(session, t) {
  try {
    await session.signOut();
    location.assign("/");
  } catch (error) {
    document.getElementById("main").prepend(drawFailure(t, t("app.signOutFailed", { reason: error.message || t("state.offline") }), null));
  }
}
