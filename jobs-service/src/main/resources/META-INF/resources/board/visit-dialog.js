// One visit: what is known of the customer, and what it would cost to send somebody else.

import { el, show } from "/assets/dom.js";
import { api } from "/assets/session.js";
import { uuid } from "/assets/uuid.js";
import { count, dateWords, shortDay } from "/assets/words.js";
import {
  PERMANENCES, REASONS, changeOfRisk, customerOf, mayBeOverridden, riskWords, saidTime, whenOf,
  windowWords,
} from "./board-words.js";

/**
 * @param day who is there on the day of the visit, or that it was dragged to, each with their visits
 * @param technicianId whom it was dragged to, or null
 * @param on the day of the visit
 * @param movedTo the day it was dragged to, or null
 * @param changed called with words when somebody else has been sent, or it was moved
 */
export function openVisit({ visit, technicianId, on, movedTo, day, changed }) {
  const dialog = el("dialog", { aria: { labelledby: "visit-title" } });
  const close = () => { dialog.close(); dialog.remove(); };
  const planned = visit.state === "PLANNED";
  dialog.append(el("div", {},
    el("h2", { id: "visit-title" }, `${customerOf(visit)}, ${shortDay(visit.scheduledAt, !visit.anyTime)}`),
    el("p", {}, visit.program),
    windowWords(visit) ? el("p", {}, windowWords(visit)) : null,
    el("p", { class: "soft" }, riskWords(visit.risk)),
    visit.plannedTechnicianId && visit.plannedTechnicianId !== visit.technicianId
      ? el("p", {}, `They expect ${visit.plannedTechnicianName}; ${told(visit.customerTold)}.`) : null,
    visit.promises.length > 0 && el("div", {},
      el("h3", {}, "Promised"),
      el("ul", { class: "plain-list" }, visit.promises.map((promise) => el("li", {}, promise.text,
        promise.broken ? el("span", { class: "mark" }, " (this visit breaks it)") : null)))),
    planned && (technicianId || !movedTo)
      ? sendForm({ visit, technicianId, movedTo, day, close, changed }) : null,
    planned && !technicianId ? moveForm(visit, on, movedTo, close, changed) : null,
    el("p", { class: "buttons" }, button("Close", close, "plain"))));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function told(customerTold) {
  if (customerTold === null) {
    return "nobody knows whether they were told";
  }
  return customerTold ? "they were told" : "they were not told";
}

function sendForm({ visit, technicianId, movedTo, day, close, changed }) {
  const who = select("send-who", day.filter((one) => one.technicianId !== visit.technicianId)
    .map((one) => [one.technicianId, `${one.name}${
      one.technicianId === visit.plannedTechnicianId ? ", whom they expect" : ""}: ${
      count(one.visits.length, "visit", "visits")} that day`]), technicianId);
  const reason = select("send-reason", Object.entries(REASONS), visit.changeReason || "REASSIGNED");
  const permanence = select("send-permanence", Object.entries(PERMANENCES));
  const toldBox = el("input", { type: "checkbox", id: "send-told" });
  const time = el("input", { type: "time", id: "send-time", value: saidTime(visit) });
  const asked = el("input", { type: "checkbox", id: "send-asked" });
  const then = () => (movedTo
    ? { ...whenOf(visit, movedTo, time.value), askedBy: asked.checked ? "CUSTOMER" : null } : {});
  const override = el("input", { type: "text", id: "send-override", maxlength: 500 });
  const allTheSame = labelled("Sent all the same, because", override);
  allTheSame.hidden = true;
  const outcome = el("div", { aria: { live: "polite" } });
  const send = button("Send", () => submit(false), "main");
  send.hidden = true;
  const forget = () => { send.hidden = true; show(outcome); };
  [who, time, asked, reason, permanence, toldBox].forEach((field) => field.addEventListener("change", forget));
  // While it is typed: a change is told of by the next click, from under which the button would move.
  override.addEventListener("input", forget);
  const request = () => (who.value === visit.plannedTechnicianId
    ? { technicianId: who.value, ...then(), override: override.value.trim() || null }
    : {
      technicianId: who.value,
      ...then(),
      reason: reason.value,
      permanence: permanence.value,
      customerTold: toldBox.checked,
      introduced: false,
      override: override.value.trim() || null,
    });
  async function submit(dryRun) {
    try {
      const { body } = await api(`/v1/visits/${visit.id}/assignment${dryRun ? "?dryRun=true" : ""}`, {
        method: "PUT", body: request(), headers: { "If-Match": visit.etag },
      });
      if (dryRun) {
        show(outcome, cost(body.impact));
        send.textContent = `Send ${who.selectedOptions[0].textContent.split(/[,:]/u)[0]}`;
        send.hidden = false;
        send.scrollIntoView({ block: "nearest" });
      } else {
        close();
        await changed(`${body.technicianName} goes to ${customerOf(visit)}.`);
      }
    } catch (error) {
      send.hidden = true;
      allTheSame.hidden = !mayBeOverridden(error) && !override.value;
      show(outcome, el("p", { class: "problem", role: "alert" }, error.message));
    }
  }
  if (technicianId) {
    submit(true);
  }
  if (day.every((one) => one.technicianId === visit.technicianId)) {
    return el("p", { class: "soft" }, "Nobody else is there on that day.");
  }
  return el("form", { on: { submit: (event) => { event.preventDefault(); submit(true); } } },
    labelled("Send somebody else", who),
    movedTo ? labelled(`At what time on ${dateWords(movedTo)}, if at one`, time) : null,
    movedTo ? el("label", { class: "check" }, asked, "The customer asked for that time") : null,
    el("div", { class: "pair" }, labelled("Why", reason), labelled("How long", permanence)),
    el("label", { class: "check" }, toldBox, "The customer has been told"),
    allTheSame,
    outcome,
    el("div", { class: "buttons" },
      el("button", { type: "submit" }, "See what it would cost"), send));
}

function moveForm(visit, on, movedTo, close, changed) {
  const date = el("input", { type: "date", id: "move-date", value: movedTo || on, required: true });
  const time = el("input", { type: "time", id: "move-time", value: saidTime(visit) });
  const override = el("input", { type: "text", id: "move-override", maxlength: 500 });
  const allTheSame = labelled("Moved all the same, because", override);
  const asked = el("input", { type: "checkbox", id: "move-asked" });
  allTheSame.hidden = true;
  const outcome = el("div", { aria: { live: "polite" } });
  let key = uuid();
  const move = button("Move", () => submit(false), "main");
  move.hidden = true;
  const forget = () => { move.hidden = true; key = uuid(); show(outcome); };
  [date, time, asked].forEach((field) => field.addEventListener("change", forget));
  override.addEventListener("input", forget);
  async function submit(onlyAsk) {
    try {
      const when = whenOf(visit, date.value, time.value);
      const why = override.value.trim() || null;
      if (onlyAsk) {
        const { body } = await api(
          `/v1/visits/${visit.id}/move-impact?${new URLSearchParams(when)}${
            why ? `&override=${encodeURIComponent(why)}` : ""}`);
        show(outcome, cost({ ...body, alternatives: [] }),
          body.takenBack ? el("p", {}, `${visit.plannedTechnicianName} takes it back then.`) : null);
        move.textContent = `Move to ${shortDay(when.scheduledAt, !when.anyTime)}`;
        move.hidden = false;
        move.scrollIntoView({ block: "nearest" });
      } else {
        const { body } = await api(`/v1/visits/${visit.id}/reschedule`, {
          method: "POST",
          body: { ...when, override: why, askedBy: asked.checked ? "CUSTOMER" : null },
          headers: { "Idempotency-Key": key },
        });
        close();
        await changed(`The visit to ${customerOf(visit)} moves to ${shortDay(body.scheduledAt, !body.anyTime)}.`);
      }
    } catch (error) {
      move.hidden = true;
      allTheSame.hidden = !mayBeOverridden(error) && !override.value;
      show(outcome, el("p", { class: "problem", role: "alert" }, error.message));
    }
  }
  if (movedTo) {
    submit(true);
  }
  return el("form", { on: { submit: (event) => { event.preventDefault(); submit(true); } } },
    el("h3", {}, "Another time"),
    el("div", { class: "pair" }, labelled("Day", date), labelled("Time, if at one", time)),
    el("label", { class: "check" }, asked, "The customer asked for it"),
    allTheSame,
    outcome,
    el("div", { class: "buttons" },
      el("button", { type: "submit" }, "See what moving would cost"), move));
}

function cost(impact) {
  const worse = impact.promisesBroken.length > 0
    || Number(impact.probabilityAfter) > Number(impact.probabilityBefore);
  return el("div", { class: worse ? "cost worse" : "cost" },
    el("p", {}, changeOfRisk(impact)),
    impact.promisesBroken.length > 0
      ? el("p", { class: "mark" }, `It breaks ${
        impact.promisesBroken.map(({ text }) => `“${text.replace(/\.$/u, "")}”`).join(", ")}.`)
      : el("p", {}, "It breaks no promise."),
    impact.alternatives.length > 0 && el("div", {},
      el("p", { class: "soft" }, "Less would be lost so:"),
      el("ul", { class: "plain-list" }, impact.alternatives.map((other) => el("li", {}, other.text)))));
}

function labelled(text, field) {
  return el("div", {}, el("label", { for: field.id }, text), field);
}

function select(id, options, chosen) {
  return el("select", { id }, options.map(([value, words]) =>
    el("option", { value, selected: value === chosen }, words)));
}

function button(text, click, kind = null) {
  return el("button", { type: "button", class: kind, on: { click } }, text);
}
