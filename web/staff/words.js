/** The messages of the staff's pages, on top of those of all pages. */
import { translator as base } from "../i18n/catalog.js";
import en from "../i18n/staff.en.js";
import es from "../i18n/staff.es.js";

export function translator(language) {
  return base(language, { en, es });
}
