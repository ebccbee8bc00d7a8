/** A form that checks, sends, says what is wrong beside the field that is, and cannot be sent twice. */
import { button, el, freshId } from "../../ui/dom.js";

/**
 * `fields`: see fields.js. `submit(values)` sends; what it throws is shown: beside a field when the sentence begins with the
 * field's name and a colon, else above. `explain(error)` gives the sentence; null leaves the form as it is.
 */
export function createForm({ t, reasonOf }, { fields, submitText, submit, explain = reasonOf, danger = false, cancel = null, foot = [] }) {
  const said = el("p", { class: "form-error", role: "alert" });
  const send = el("button", { type: "submit", class: danger ? "plain danger" : "plain", text: submitText });
  const form = el("form", { class: "form", novalidate: true, on: { submit: onSubmit } },
    said, fields.map((field) => field.element),
    el("div", { class: "form-actions" }, send, cancel && button(t("staff.cancel"), cancel, { class: "quiet" })), foot);
  let busy = false;

  async function onSubmit(event) {
    event.preventDefault();
    if (busy) return;
    said.textContent = "";
    const shown = fields.filter((field) => !field.element.hidden);
    const problems = shown.map((field) => [field, field.check()]);
    problems.forEach(([field, problem]) => field.fail(problem));
    const wrong = problems.find(([, problem]) => problem);
    if (wrong) return void wrong[0].focus();
    setBusy(true);
    try {
      await submit(Object.fromEntries(fields.map((field) => [field.name, field.read()])));
    } catch (error) {
      tell(explain(error), shown);
    } finally {
      setBusy(false);
    }
  }

  function setBusy(on) {
    busy = on;
    send.setAttribute("aria-disabled", String(on));
    form.setAttribute("aria-busy", String(on));
  }

  function tell(sentence, shown) {
    if (!sentence) return;
    const [, name, rest] = /^(\w+): (.+)$/s.exec(sentence) ?? [];
    const field = shown.find((one) => one.name === name);
    if (!field) return void (said.textContent = sentence);
    field.fail(rest);
    field.focus();
  }

  return { element: form, tell: (sentence) => (said.textContent = sentence) };
}

/** A dialog with a form. Gives true when it was sent, false when it was left. */
export function askInDialog(context, { title, text = [], ...form }) {
  const id = freshId("dialog");
  return new Promise((resolve) => {
    let sent = false;
    const made = createForm(context, {
      ...form,
      cancel: () => dialog.close(),
      submit: async (values) => {
        await form.submit(values);
        sent = true;
        dialog.close();
      },
    });
    const dialog = el("dialog", { class: "dialog", "aria-labelledby": id },
      el("h2", { id, text: title }), [text].flat().map((line) => el("p", { text: line })), made.element);
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(sent);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
