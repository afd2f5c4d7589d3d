// An introduction: whether the customer has met whoever comes next, or why they are not going to.

import { el, show } from "/assets/dom.js";
import { api } from "/assets/session.js";
import { uuid } from "/assets/uuid.js";
import { introductionWords } from "./board-words.js";

/**
 * @param one as the list has it
 * @param changed called with words when it has ended
 */
export function openIntroduction(one, changed) {
  const dialog = el("dialog", { aria: { labelledby: "introduction-title" } });
  const close = () => { dialog.close(); };
  dialog.addEventListener("close", () => dialog.remove());
  const outcome = el("div", { aria: { live: "polite" } });
  const reason = el("input", { id: "introduction-reason", type: "text", maxlength: 500 });
  const key = { done: uuid(), dropped: uuid() };
  reason.addEventListener("input", () => { key.dropped = uuid(); });
  async function end(how, body, words) {
    try {
      await api(`/v1/introductions/${one.id}/${how}`, {
        method: "POST", body, headers: { "Idempotency-Key": key[how] },
      });
      close();
      await changed(words);
    } catch (error) {
      show(outcome, el("p", { class: "problem", role: "alert" }, error.message));
    }
  }
  function drop() {
    if (reason.value.trim() === "") {
      show(outcome, el("p", { class: "problem", role: "alert" }, "Say why they are not introduced."));
      reason.focus();
      return;
    }
    end("dropped", { reason: reason.value.trim() }, "The introduction is dropped.");
  }
  const button = (text, click, kind = null) =>
    el("button", { type: "button", class: kind, on: { click } }, text);
  dialog.append(el("div", {},
    el("h2", { id: "introduction-title" }, introductionWords(one)),
    el("p", {}, "Only when they have met it counts as introduced."),
    el("label", { for: reason.id }, "Why they are not introduced"),
    reason,
    outcome,
    el("div", { class: "buttons" },
      button("They have met", () => end("done", {}, `${one.successorName} is introduced.`), "main"),
      button("Drop it", drop),
      button("Close", close, "plain"))));
  document.body.append(dialog);
  dialog.showModal();
}
