/** One period or area held against another: where and when there is more, or less, than usual. */
import { comparedDates, parseCompare, periodBefore } from "../core/compare.js";
import { toggled } from "../core/filters.js";
import { textOf } from "../core/format.js";
import { createChangeTable } from "./change_table.js";
import { el, section } from "./dom.js";
import { createZLegend } from "./z_legend.js";

const YEARS = [1, 2, 3, 4, 5];

export function createComparePanel({ store, profile, t, format, language, setFilters, areaNames, reasonOf }) {
  const dates = el("p", { class: "notice-text" });
  const kinds = el("select", { on: { change: () => choose(kinds.value) } },
    ["years", "before", "period", "area"].map((kind) => el("option", { value: kind, text: t(`compare.kind_${kind}`) })));
  const years = el("select", { on: { change: () => set(`years:${years.value}`) } }, YEARS.map((n) => el("option", { value: n, text: t("compare.years", { n }) })));
  const from = el("input", { type: "date", min: profile.incidents?.from, max: profile.incidents?.until, on: { change: setPeriod } });
  const until = el("input", { type: "date", min: profile.incidents?.from, max: profile.incidents?.until, on: { change: setPeriod } });
  const other = el("select", { on: { change: () => set(`area:${other.value}`) } });
  const fields = {
    years: el("label", { class: "field" }, el("span", { text: t("compare.howMany") }), years),
    period: el("div", { class: "pair" }, el("label", { class: "field" }, el("span", { text: t("compare.periodFrom") }), from), el("label", { class: "field" }, el("span", { text: t("compare.periodUntil") }), until)),
    area: el("label", { class: "field" }, el("span", { text: t("compare.otherArea") }), other),
  };
  const said = el("p", { class: "hint", role: "status" });
  const result = el("div");
  const legend = createZLegend(t);
  let drawn = null;

  const set = (compare) => store.set({ compare }, { step: true });
  const compared = () => comparedDates(store.get().filters, profile.incidents);

  function choose(kind) {
    if (kind === "years") set("years:3");
    else if (kind === "area") set(`area:${firstOther()}`);
    else {
      const { from: first, until: last } = periodBefore(compared());
      set(`period:${first}/${last}`);
    }
  }

  function setPeriod() {
    if (from.value && until.value && from.value <= until.value) set(`period:${from.value}/${until.value}`);
  }

  /** The set of the filter's area, else the one whose outlines are drawn. */
  function setOfAreas() {
    return store.get().filters.areas[0]?.split(":")[0] ?? store.get().layers.outlines ?? profile.areaSets[0]?.id;
  }

  function firstOther() {
    const own = store.get().filters.areas;
    const area = areaNames(setOfAreas()).find(({ slug }) => !own.includes(`${setOfAreas()}:${slug}`));
    return `${setOfAreas()}:${area?.slug ?? "none"}`;
  }

  const titles = new Map(profile.groups.flatMap((group) => group.offences.map((offence) => [offence.id, textOf(offence.title, language)])));
  const period = ({ from: first, until: last }) => t("count.period", { from: format.day(first), until: format.day(last) });

  function against({ before, against: area, leftOut }) {
    const words = area ? t("compare.againstArea", { area: nameOfArea(area) }) : t("compare.against", { periods: format.list(before.map(period)) });
    return leftOut.length > 0 ? `${words} ${t("compare.leftOut", { periods: format.list(leftOut.map(period)) })}` : words;
  }

  function nameOfArea(area) {
    const [of, slug] = [area.slice(0, area.indexOf(":")), area.slice(area.indexOf(":") + 1)];
    return areaNames(of).find((known) => known.slug === slug)?.name ?? slug;
  }

  function draw(answer) {
    const { total } = answer;
    const options = { t, format };
    const table = (caption, rows, more) => rows.length > 0 && createChangeTable(caption, rows, { ...options, ...more });
    result.replaceChildren(...[
      total ? headline(total) : el("p", { class: "notice-text", text: t("compare.nothing") }),
      el("p", { class: "hint", text: against(answer) }),
      part(t("compare.byOffence"), table(t("filters.offences"), answer.offences, { nameOf: (row) => titles.get(row.id) ?? row.id })),
      part(t("compare.byArea"), table(titleOfSet(answer.set), answer.areas, {
        nameOf: (row) => nameOfArea(`${answer.set}:${row.id}`),
        choose: (row) => setFilters({ ...store.get().filters, areas: toggled(store.get().filters.areas, `${answer.set}:${row.id}`) }),
        isChosen: (row) => store.get().filters.areas.includes(`${answer.set}:${row.id}`),
      })),
      part(t("compare.byWeekday"), table(t("filters.weekdays"), answer.weekdays, { nameOf: (row) => format.weekday(Number(row.id), "long"), keepOrder: true })),
      part(t("compare.byHour"), table(t("filters.hours"), answer.hours, { nameOf: (row) => format.hours([Number(row.id)]), keepOrder: true })),
    ].filter(Boolean));
  }

  const part = (title, table) => table && el("details", { class: "part", open: title !== t("compare.byWeekday") && title !== t("compare.byHour") }, el("summary", { text: title }), table);
  const titleOfSet = (id) => textOf(profile.areaSets.find((known) => known.id === id)?.title ?? id, language);

  function headline(total) {
    const word = total.flagged ? (total.z > 0 ? "compare.sayMore" : "compare.sayLess") : "compare.sayUsual";
    const values = { now: format.number(total.now), low: format.number(Math.round(total.low)), high: format.number(Math.round(total.high)), z: format.signed(total.z ?? 0) };
    return el("div", { class: "headline" },
      el("p", { class: "figure-line" }, el("strong", { class: "figure-small", text: values.now }), el("span", { text: t("compare.expected", values) })),
      el("p", { class: total.flagged ? "hint caution" : "hint", text: t(word, values) }));
  }

  return {
    element: el("div", {},
      section(t("tab.compare"), dates,
        el("label", { class: "field" }, el("span", { text: t("compare.with") }), kinds), Object.values(fields), said, result),
      section(t("compare.onMap"), legend, el("p", { class: "hint", text: t("compare.method") }))),
    update({ state, change, outlineSet }) {
      const compare = parseCompare(state.compare);
      const now = compared();
      dates.textContent = t(now.chosen ? "compare.dates" : "compare.datesDefault", { period: period(now) });
      const before = periodBefore(now);
      const kind = compare.kind === "period" && compare.from === before.from && compare.until === before.until ? "before" : compare.kind;
      kinds.value = kind;
      kinds.querySelector("[value=area]").disabled = state.filters.areas.length === 0;
      for (const [name, field] of Object.entries(fields)) field.hidden = name !== kind;
      if (kind === "years") years.value = String(compare.years);
      if (kind === "period") [from.value, until.value] = [compare.from, compare.until];
      if (kind === "area") {
        const names = areaNames(setOfAreas());
        if (other.childElementCount !== names.length) other.replaceChildren(...names.map((area) => el("option", { value: `${setOfAreas()}:${area.slug}`, text: area.name })));
        other.value = compare.area;
      }
      said.textContent = change.phase === "failed" ? t("list.failed", { reason: reasonOf(change.error) }) : change.answer ? "" : t("list.loading");
      const key = [change.answer, outlineSet, areaNames(change.answer?.set ?? null).length, state.filters.areas];
      if (!change.answer || drawn?.every((value, i) => value === key[i])) return;
      drawn = key;
      draw(change.answer);
    },
  };
}
