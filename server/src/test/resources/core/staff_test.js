import { nextOf, safePath, signInAddress } from "/core/next.js";
import { citiesWith, holds, rolesIn } from "/core/roles.js";
import { NO_FILTER, auditQuery, formatAdmin, parseAdmin } from "/staff/core/admin_state.js";
import { curlLine, inFours, qgisFields } from "/staff/core/examples.js";
import { languageIn, withValues } from "/staff/core/fragment.js";
import { minuteAfter } from "/staff/core/locked.js";
import { detailPairs, utcText } from "/staff/core/trail.js";
import { same, seeded, that } from "./check.js";

const ORIGIN = "https://lamplight.example";

export default {
  pathsOfThisSiteAreKept() {
    for (const path of ["/", "/admin", "/admin?a=1#city=atlanta&tab=audit", "/#city=los-angeles&at=13/34.05/-118.25", "/a%2f%2fb", "/@evil", "/..%2f"]) same(safePath(path, ORIGIN), path);
  },

  whatLeadsElsewhereIsRefused() {
    const elsewhere = [
      "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "/\n/evil.example", "/\r\\evil.example",
      "https://evil.example", "https:evil.example", "https:/evil.example", "http://lamplight.example.evil", "javascript:alert(1)", " javascript:alert(1)", "data:text/html,x",
      "/.//evil.example", "/..//evil.example", "/a/..//evil.example", "/%2e//evil.example", "/./\\evil.example", "evil", "", null, undefined, "?next=//evil", "#x", "@evil.example", ".evil.example",
    ];
    for (const text of elsewhere) that(safePath(text, ORIGIN) === null, `${JSON.stringify(text)} gave ${safePath(text, ORIGIN)}`);
  },

  whateverIsKeptStaysOnThisSite() {
    const next = seeded(7);
    const pieces = ["/", "\\", ".", "..", "%2e", "\t", "\n", " ", "@", ":", "evil.example", "a", "?", "#", "//", "https:", "javascript:"];
    let kept = 0;
    for (let i = 0; i < 20_000; i++) {
      const text = "/" + Array.from({ length: Math.floor(next() * 7) }, () => pieces[Math.floor(next() * pieces.length)]).join("");
      const path = safePath(text, ORIGIN);
      if (path === null) continue;
      kept++;
      same(new URL(path, ORIGIN).origin, ORIGIN);
      that(/^\/(?![/\\])/.test(path), `${JSON.stringify(text)} gave ${path}`);
    }
    that(kept > 1000, `only ${kept} were kept`);
  },

  signInDoesNotLeadBackToItself() {
    same(safePath("/sign-in#next=/admin", ORIGIN), null);
  },

  wayBackHoldsTheWholeView() {
    const view = "/#city=los-angeles&at=13/34.0500/-118.2500&group=theft";
    const address = new URL(signInAddress(view), ORIGIN);
    same(address.search, "");
    same(nextOf(address.search, address.hash, ORIGIN), view);
  },

  wayBackOfTheServerGetsTheFragmentThatTheBrowserKept() {
    same(nextOf("?next=%2Fadmin", "#city=atlanta&tab=audit", ORIGIN), "/admin#city=atlanta&tab=audit");
    same(nextOf("?next=%2F%2Fevil.example", "#x=1", ORIGIN), null);
    same(nextOf("?next=%2Fadmin", "#next=%2F%2Fevil.example", ORIGIN), null);
    same(nextOf("", "", ORIGIN), null);
  },

  rolesOfEveryCityCountInEach() {
    const account = { roles: { "*": ["administrator"], "los-angeles": ["analyst", "manager"], atlanta: [] } };
    same(rolesIn(account, "los-angeles"), ["analyst", "manager", "administrator"]);
    same(rolesIn(account, "atlanta"), ["administrator"]);
    same(rolesIn(null, "atlanta"), []);
    that(!holds(account, "analyst", "atlanta") && holds(account, "analyst"), "analyst of one city only");
    same(citiesWith(account, "analyst", [{ slug: "atlanta" }, { slug: "los-angeles" }]), [{ slug: "los-angeles" }]);
  },

  administratorsViewSurvivesItsAddress() {
    const state = { city: "atlanta", tab: "audit", filter: { actor: "m. lópez&x=1", action: "session.open", outcome: "refused" }, preview: null, language: "es" };
    same(parseAdmin(formatAdmin(state)), state);
    same(parseAdmin(formatAdmin({ city: "atlanta", tab: "releases", preview: "a-7" })), { city: "atlanta", tab: "releases", filter: NO_FILTER, preview: "a-7", language: null });
  },

  brokenViewOfTheAdministratorOpensTheUsers() {
    same(parseAdmin("#city=../x&tab=nothing&outcome=maybe&lang=fr"), { city: null, tab: "users", filter: NO_FILTER, preview: null, language: null });
    same(parseAdmin(""), parseAdmin("#"));
  },

  filterIsOnlyWrittenWhereItIsUsed() {
    const filter = { actor: "maria", action: "", outcome: "" };
    that(!formatAdmin({ city: "atlanta", tab: "users", filter }).includes("maria"), "the users' tab has no filter");
    same(auditQuery(filter), { actor: "maria" });
  },

  languageIsChangedWithoutTouchingTheRest() {
    same(withValues("#city=atlanta&tab=audit", { lang: "es" }), "#city=atlanta&tab=audit&lang=es");
    same(withValues("#lang=es", { lang: null }), "");
    same([languageIn("#lang=es"), languageIn("#lang=fr"), languageIn("")], ["es", null, null]);
  },

  lockIsOverAtTheNextWholeMinute() {
    const at = (text) => Date.parse(`2026-11-24T${text}Z`);
    same(minuteAfter(at("06:48:11"), 900).toISOString(), "2026-11-24T07:04:00.000Z");
    same(minuteAfter(at("06:48:00"), 60).toISOString(), "2026-11-24T06:49:00.000Z");
  },

  examplesNameTheHeader() {
    same(curlLine(ORIGIN, "atlanta", "ll_x"), 'curl -H "Authorization: Bearer ll_x" "https://lamplight.example/cities/atlanta/collections/incidents/items?limit=10"');
    same(qgisFields(ORIGIN, "atlanta", "ll_x"), { url: "https://lamplight.example/cities/atlanta", headerKey: "Authorization", headerValue: "Bearer ll_x" });
    same(inFours("ABCDEFGHIJ"), "ABCD EFGH IJ");
  },

  trailIsWrittenInUtcToTheHundredth() {
    same(utcText("2026-11-24T06:48:11.234567Z"), "2026-11-24 06:48:11.23");
    same(utcText("2026-11-24T06:48:11Z"), "2026-11-24 06:48:11");
    same(detailPairs({ b: 2, a: true }), [["a", "true"], ["b", "2"]]);
  },
};
