/** The tree of offence groups and offences, with counts of what each would add. Nothing ticked means all. */
import { kindColour } from "../core/colours.js";
import { tickOf, toggleGroup, toggleOffence, without } from "../core/filters.js";
import { textOf } from "../core/format.js";
import { button, el, freshId, group as groupOf } from "./dom.js";

export function createOffenceTree({ store, profile, t, format, language, setFilters }) {
  const filters = () => store.get().filters;
  const clear = button(t("filters.clear"), () => setFilters(without(filters(), "offences")), { class: "quiet", "aria-label": t("filters.clearPart", { part: t("filters.offences") }) });
  const rows = profile.groups.map(groupRow);
  const hint = el("p", { class: "hint", text: t("filters.offencesHint") });
  const element = groupOf(t("filters.offences"), clear, el("ul", { class: "tree" }, rows.map((row) => row.element)), hint);

  function groupRow(group, index) {
    const title = textOf(group.title, language);
    const box = tickBox(() => setFilters(toggleGroup(filters(), group)));
    const dot = el("span", { class: "dot" });
    const count = el("span", { class: "count" });
    let shown = false;
    const offences = group.offences.map((offence) => offenceRow(group, offence));
    const list = el("ul", { id: freshId("offences"), class: "tree-inner", hidden: true }, offences.map((row) => row.element));
    const more = button("", () => open(more, list), { class: "fold", "aria-expanded": "false", "aria-controls": list.id, "aria-label": t("filters.more", { group: title }) });
    const label = el("label", { class: "tick" }, box, dot, el("span", { class: "name", text: title }), count);
    const element = el("li", {}, el("div", { class: "tree-row" }, label, group.offences.length > 1 ? more : null), list);
    return {
      element,
      update({ state, answer, mode }) {
        const tick = tickOf(state.filters, group);
        box.checked = tick === "all";
        box.indeterminate = tick === "some";
        if (tick === "some" && !shown) open(more, list);
        shown = true;
        dot.style.setProperty("--colour", kindColour(index, mode));
        box.disabled = group.offences.every((offence) => isLeftOut(offence, state.filters));
        count.textContent = answer && !box.disabled ? format.number(answer.groups[group.id] ?? 0) : "";
        for (const row of offences) row.update({ state, answer, group });
      },
    };
  }

  function offenceRow(group, offence) {
    const box = tickBox(() => setFilters(toggleOffence(filters(), group, offence.id)));
    const count = el("span", { class: "count" });
    const notes = [];
    if (offence.origin === "police_generated") notes.push(t("filters.policeGenerated"));
    if (offence.sensitivity === "sensitive") notes.push(t("filters.sensitive"));
    const name = el("span", { class: "name", text: textOf(offence.title, language) }, notes.map((text) => el("small", { text: ` ${text}` })));
    return {
      element: el("li", {}, el("label", { class: "tick" }, box, name, count)),
      update({ state, answer }) {
        const { groups, offences } = state.filters;
        box.checked = groups.includes(group.id) || offences.includes(offence.id);
        box.disabled = isLeftOut(offence, state.filters);
        count.textContent = answer && !box.disabled ? format.number(answer.offences[offence.id] ?? 0) : "";
      },
    };
  }

  return {
    element,
    update(view) {
      const { groups, offences } = view.state.filters;
      clear.hidden = groups.length + offences.length === 0;
      for (const row of rows) row.update(view);
    },
  };
}

/** What the origin filter leaves out cannot be asked for by its name. */
function isLeftOut(offence, { policeGenerated }) {
  return offence.origin === "police_generated" && !policeGenerated;
}

function tickBox(onChange) {
  return el("input", { type: "checkbox", on: { change: onChange } });
}

function open(toggle, list) {
  list.hidden = !list.hidden;
  toggle.setAttribute("aria-expanded", String(!list.hidden));
}
