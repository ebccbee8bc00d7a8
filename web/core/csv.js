/** A table as the text of a CSV file. */

/** A text that no spreadsheet takes for a formula. */
const cell = (value) => {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** `columns`: names; `lines`: lists of numbers and texts, null for nothing. */
export function csvOf(columns, lines) {
  return `${[columns, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}
