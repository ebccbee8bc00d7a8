/** Lets the table's columns be sorted; the server wrote it in the order of the names. */
import { el } from "../ui/dom.js";

export function enlivenTable(table) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const text = head.textContent.trim();
    head.replaceChildren(el("button", { type: "button", class: "sort", text, on: { click: () => sortBy(column) } }));
    if (column === 0) head.setAttribute("aria-sort", "ascending");
  });

  function sortBy(column) {
    const head = heads[column];
    const numbers = head.classList.contains("n");
    const was = head.getAttribute("aria-sort");
    // Numbers are first asked for from the largest down.
    const rising = was === null ? !numbers : was === "descending";
    const rows = [...body.rows].sort((a, b) => compare(a.cells[column], b.cells[column], numbers, rising));
    body.append(...rows);
    heads.forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", rising ? "ascending" : "descending");
  }
}

/** A cell without a number stands last whichever way the column is sorted. */
function compare(a, b, numbers, rising) {
  const turn = rising ? 1 : -1;
  if (!numbers) return turn * a.textContent.localeCompare(b.textContent);
  const [x, y] = [a.dataset.value, b.dataset.value].map((value) => (value === undefined ? null : Number(value)));
  if (x === null || y === null) return (x === null) - (y === null);
  return turn * (x - y);
}
