/** Makes elements. Text always goes in as text. */

/**
 * An element with attributes and children. `class`, `text`, `on` ({event: listener}) and `style` ({property: value}, set
 * by script, which the content policy allows) are special; null, undefined and false leave an attribute out.
 */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") made.className = value;
    else if (name === "text") made.textContent = value;
    else if (name === "on") Object.entries(value).forEach(([event, listener]) => made.addEventListener(event, listener));
    else if (name === "style") Object.entries(value).forEach(([property, text]) => made.style.setProperty(property, text));
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** A push button. */
export function button(text, onClick, attributes = {}) {
  return el("button", { type: "button", text, on: { click: onClick }, ...attributes });
}

/** An SVG element. */
export function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.flat());
  return made;
}

/** Names an element's id apart from all others. */
let made = 0;
export function freshId(word) {
  return `${word}-${++made}`;
}

/** A section with its heading. */
export function section(title, ...children) {
  const id = freshId("section");
  return el("section", { class: "section", "aria-labelledby": id }, el("h3", { id, text: title }), ...children);
}

/** A group of controls with its heading and, at its right, room for a "clear" button. */
export function group(title, aside, ...children) {
  const id = freshId("group");
  return el("div", { class: "section", role: "group", "aria-labelledby": id },
    el("div", { class: "section-head" }, el("h3", { id, text: title }), aside), ...children);
}
