// An introduction: whether the customer has met whoever comes next, or why they are not going to; and
// at which other visit they are to, where it cannot be at the one it was arranged for.

import { el, show } from "/assets/dom.js";
import { api, everything } from "/assets/session.js";
import { uuid } from "/assets/uuid.js";
import { instantAt, shortDay, today } from "/assets/words.js";
import { introductionWords, mayBeOverridden } from "./board-words.js";

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
  const key = { done: uuid(), dropped: uuid(), arranged: uuid() };
  const needed = one.state === "NEEDED";
  const joint = el("select", { id: "introduction-visit", on: { change: () => { key.arranged = uuid(); } } });
  const override = el("input", { id: "introduction-override", type: "text", maxlength: 500 });
  const allTheSame = el("div", { hidden: true },
    el("label", { for: override.id }, "Arranged all the same, because"), override);
  override.addEventListener("input", () => { key.arranged = uuid(); });
  reason.addEventListener("input", () => { key.dropped = uuid(); });
  async function send(path, how, body, words) {
    try {
      await api(path, { method: "POST", body, headers: { "Idempotency-Key": key[how] } });
      close();
      await changed(words);
    } catch (error) {
      allTheSame.hidden = !mayBeOverridden(error) && !override.value;
      show(outcome, el("p", { class: "problem", role: "alert" }, error.message));
    }
  }
  const end = (how, body, words) => send(`/v1/introductions/${one.id}/${how}`, how, body, words);
  const arrange = () => send("/v1/introductions", "arranged",
    {
      visitId: one.visitId, jointVisitId: joint.value, override: override.value.trim() || null,
    }, "The introduction is arranged.");
  async function findVisits() {
    const query = new URLSearchParams({
      customerId: one.customerId, state: "PLANNED", from: instantAt(today(), "00:00"), to: one.comesAt,
    });
    const visits = (await everything(`/v1/visits?${query}`)).items
      .filter((visit) => visit.technicianId && visit.technicianId !== one.successorId);
    show(at, visits.length === 0
      ? el("p", {}, "No visit before that is made by somebody else.")
      : [el("label", { for: joint.id }, "At which visit they meet"), joint, allTheSame,
        el("div", { class: "buttons" }, button("Arrange it", arrange, "main"))]);
    joint.append(...visits.map((visit) => el("option", { value: visit.id },
      `${shortDay(visit.scheduledAt, !visit.anyTime)}, ${visit.technicianName}`)));
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
  const at = el("div", { aria: { live: "polite" } });
  if (needed) {
    findVisits().catch((error) => {
      show(at, el("p", { class: "problem", role: "alert" }, error.message));
    });
  }
  dialog.append(el("div", {},
    el("h2", { id: "introduction-title" }, introductionWords(one)),
    el("p", {}, needed ? one.reason : "Only when they have met it counts as introduced."),
    at,
    el("label", { for: reason.id }, "Why they are not introduced"),
    reason,
    outcome,
    el("div", { class: "buttons" },
      button("They have met", () => end("done", {}, `${one.successorName} is introduced.`),
        needed ? null : "main"),
      button("Drop it", drop),
      button("Close", close, "plain"))));
  document.body.append(dialog);
  dialog.showModal();
}
