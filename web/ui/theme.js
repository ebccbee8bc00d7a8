/** Light or dark: what the system asks for, until the reader says otherwise. */
const KEY = "lamplight.theme";
const system = matchMedia("(prefers-color-scheme: dark)");

/** "light" or "dark", as it is now. */
export function mode() {
  return document.documentElement.dataset.theme ?? (system.matches ? "dark" : "light");
}

export function createTheme(onChange) {
  const kept = read();
  if (kept) document.documentElement.dataset.theme = kept;
  system.addEventListener("change", onChange);
  return {
    toggle() {
      const next = mode() === "dark" ? "light" : "dark";
      document.documentElement.dataset.theme = next;
      write(next);
      onChange();
    },
  };
}

/** True when the reader asked for no motion. */
export function isStill() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

// Storage may be forbidden; then the choice lasts as long as the page.
function read() {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : null;
  } catch {
    return null;
  }
}

function write(value) {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // Kept for this page only.
  }
}
