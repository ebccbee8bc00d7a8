/** The public's numbers beside the programs: what a manager sees of incidents. */
import { publicPage } from "../core/public_numbers.js";
import { el, section } from "./dom.js";

export function createPublicNumbers({ profile, access, release, t, format, language }) {
  if (access !== "closed") return { element: el("div"), update: () => {} };
  return { element: section(t("public.title"), content()), update: () => {} };

  function content() {
    if (!release) return [el("p", { class: "hint", text: t("public.none") })];
    if (release.withdrawn) return [el("p", { text: t("public.withdrawn", { n: release.number }) }), el("p", { class: "hint", text: release.withdrawn.why })];
    const method = `/cities/${encodeURIComponent(profile.slug)}/release?f=html&lang=${language}`;
    return [
      el("p", { text: t("public.what", { n: release.number, month: format.month(release.freshness.lastMonth), day: format.dayOfInstant(release.madeAt) }) }),
      el("ul", { class: "links" },
        el("li", {}, el("a", { href: publicPage(profile.slug, null, language), text: t("public.map") })),
        el("li", {}, el("a", { href: method, text: t("public.how") }))),
      el("p", { class: "hint", text: t("public.areas") }),
    ];
  }
}
