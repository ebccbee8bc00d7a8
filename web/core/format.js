/** Numbers, days and hours as the reader's language writes them. Hours and weekdays are the city's. */
import { runsOf } from "./ranges.js";

export function createFormat(language, timeZone) {
  const locale = language === "es" ? "es-US" : "en-US";
  const number = new Intl.NumberFormat(locale);
  const rate = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1, signDisplay: "exceptZero" });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0, signDisplay: "exceptZero" });
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const dateStyle = { day: "numeric", month: "short", year: "numeric" };
  const day = new Intl.DateTimeFormat(locale, { ...dateStyle, timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });
  const monthName = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  const instant = new Intl.DateTimeFormat(locale, { ...dateStyle, timeZone });
  const moment = new Intl.DateTimeFormat(locale, {
    ...dateStyle, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone,
  });
  // 3 January 2000 was a Monday.
  const weekdayName = (n, width) =>
    new Intl.DateTimeFormat(locale, { weekday: width, timeZone: "UTC" }).format(Date.UTC(2000, 0, 2 + n));
  const hour = (h) => `${String(h).padStart(2, "0")}:00`;
  return {
    number: (n) => number.format(n),
    rate: (n) => rate.format(n),
    /** With its sign and one decimal. */
    signed: (n) => signed.format(n),
    /** A change such as 0.25 as "+25%". */
    percent: (part) => percent.format(part),
    share: (part) => share.format(part),
    list: (parts) => list.format(parts),
    day: (iso) => day.format(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`)),
    month: (iso) => month.format(Date.parse(`${iso.slice(0, 7)}-01T00:00:00Z`)),
    /** The month alone, without its year. */
    monthName: (iso) => monthName.format(Date.parse(`${iso.slice(0, 7)}-01T00:00:00Z`)),
    dayOfInstant: (iso) => instant.format(Date.parse(iso)),
    moment: (iso) => moment.format(Date.parse(iso)),
    weekday: (n, width = "short") => weekdayName(n, width),
    weekdays: (numbers) =>
      list.format(runsOf(numbers).map(([a, b]) => (a === b ? weekdayName(a, "short") : `${weekdayName(a, "short")}–${weekdayName(b, "short")}`))),
    hour,
    hours: (numbers) => list.format(runsOf(numbers).map(([a, b]) => `${hour(a)}–${hour(b + 1)}`)),
    dayOfYear: (text) => {
      const [m, d] = text.replace(/^--/, "").split("-").map(Number);
      return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" }).format(Date.UTC(2000, m - 1, d));
    },
  };
}

/** The text of a pair {en, es}, in the other language where one is missing. */
export function textOf(pair, language) {
  if (typeof pair === "string") return pair;
  return pair?.[language] ?? pair?.en ?? pair?.es ?? "";
}
