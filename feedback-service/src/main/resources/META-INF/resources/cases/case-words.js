// How the states and steps of a case are said.

import { api } from "/assets/session.js";
import { dateOf, day, shortDay, today } from "/assets/words.js";

let asked = null;

/** The causes and the currency of this company. */
export async function caseWords() {
  asked ??= api("/cases/config.json").catch((error) => { asked = null; throw error; });
  return (await asked).body;
}

/** In the order of the way, with the detour of an approval. */
export const STATES = {
  RECEIVED: "Received",
  ASSESSED: "Assessed",
  OWNED: "Owned",
  AWAITING_APPROVAL: "Awaiting approval",
  REMEDY_AGREED: "Remedy agreed",
  REMEDIED: "Remedied",
  REBUILDING: "Rebuilding trust",
  CLOSED: "Closed",
  LOST: "Lost",
};

export const STEPS = {
  ASSESSMENT: "Find out what happened",
  APOLOGY: "Own it and apologise",
  REMEDY: "Agree on a remedy",
  APPROVAL: "Approve the remedy",
  DELIVERY: "Do what was agreed",
  CHECK_IN: "Ask how they are",
  CLOSURE: "Close it by their word",
  REOPENING: "It came back",
};

const SEVERITIES = { LOW: "Minor", MEDIUM: "Serious", HIGH: "Severe" };

export function isLate(one) {
  return one.next !== null && new Date(one.next.dueAt) < new Date();
}

/** With the time of day where it is this year, and with the year where it is not. */
export function dayWords(instant) {
  return dateOf(instant).slice(0, 4) === today().slice(0, 4) ? shortDay(instant, true) : day(instant);
}

export function dueWords(instant) {
  return `${new Date(instant) < new Date() ? "late since" : "by"} ${dayWords(instant)}`;
}

export function nameOfCase(one) {
  return one.customerName || `Customer ${one.customerId}`;
}

export function severityWords(one) {
  const again = one.round > 1 ? `, came back ${one.round === 2 ? "once" : `${one.round - 1} times`}` : "";
  return `${SEVERITIES[one.severity]}${one.cause ? `, ${one.cause.toLowerCase()}` : ""}${again}.`;
}
