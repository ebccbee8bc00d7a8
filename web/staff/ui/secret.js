/** Something shown once, to be copied or kept as a file. */
import { button, el, freshId } from "../../ui/dom.js";

/** `label` names it, `value` is it, `note` says how long it is there. `file`: {name, text} offers it as a file too. */
export function createSecret({ t, say }, { label, value, note = null, file = null, shown = value }) {
  const id = freshId("secret");
  const code = el("code", { class: "secret-value", tabindex: "0", "aria-labelledby": id, role: "textbox", "aria-readonly": "true", text: shown });
  const copy = button(t("secret.copy"), () => copyText(value, code, copy, t, say), { class: "second", "aria-label": t("secret.copyWhat", { what: label }) });
  return el("div", { class: "secret" },
    el("p", { class: "secret-label", id, text: label }), code,
    el("div", { class: "form-actions" }, copy, file && button(t("secret.download"), () => keepFile(file), { class: "quiet" })),
    note && el("p", { class: "hint", text: note }));
}

async function copyText(value, code, copy, t, say) {
  let told = t("secret.copied");
  try {
    await navigator.clipboard.writeText(value);
  } catch {
    // Forbidden, or not a secure page: the reader can still copy what is marked.
    getSelection().selectAllChildren(code);
    told = t("secret.copyByHand");
  }
  copy.textContent = told;
  say(told);
  setTimeout(() => (copy.textContent = t("secret.copy")), 2500);
}

function keepFile({ name, text }) {
  const href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  el("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}
