/** Makes the public's pages better where scripts run; without them each page is whole. */
import { createTheme, mode } from "../ui/theme.js";
import { enlivenNames, enlivenPosition } from "./find.js";
import { enlivenSites } from "./sites.js";
import { enlivenTable } from "./table.js";
import { createWords } from "./words.js";

const words = createWords();
const find = (selector) => document.querySelector(selector);

function enlivenTheme(button) {
  const label = () => button.setAttribute("aria-label", words.say(mode() === "dark" ? "light" : "dark"));
  const theme = createTheme(label);
  button.addEventListener("click", theme.toggle);
  button.hidden = false;
  label();
}

function enlivenShare(button) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      button.textContent = words.say("copied");
    } catch {
      button.textContent = words.say("copyFailed");
    }
  });
}

/** The live map comes last and only where it is seen: everything above works before it. */
function enlivenMap(figure, sites) {
  const seen = new IntersectionObserver(async ([entry]) => {
    if (!entry.isIntersecting) return;
    seen.disconnect();
    const { createLiveMap } = await import("./map.js");
    await createLiveMap(figure, sites, words);
  });
  seen.observe(figure);
}

const withTheme = find("#theme");
if (withTheme) enlivenTheme(withTheme);
document.querySelectorAll(".share").forEach(enlivenShare);
document.querySelectorAll("table.sortable").forEach(enlivenTable);
const names = find("form.find");
if (names) enlivenNames(names, words);
const place = find("#position");
if (place) enlivenPosition(place, find("svg.map"), words);
const programs = find("#programs");
const sites = programs ? enlivenSites(programs, words, Date.now()) : [];
const figure = find("figure.live");
if (figure) addEventListener("load", () => enlivenMap(figure, sites));
