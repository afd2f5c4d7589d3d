// How visits and what may go wrong with them are said.

import { inHundred, instantAt, shortDay } from "/assets/words.js";

export const REASONS = {
  SICK: "Sick",
  VACATION: "On vacation",
  LEFT_COMPANY: "Left the company",
  REASSIGNED: "Planned anew",
  CUSTOMER_REQUEST: "The customer asked for it",
  OTHER: "Something else",
};

export const PERMANENCES = {
  THIS_VISIT: "For this visit",
  FOR_GOOD: "For good",
};

const STATES = { COMPLETED: "done", MISSED: "missed" };

/** What somebody must know before touching the visit, worst first. */
export function marks(visit) {
  return [
    visit.needsSubstitute && "somebody must go",
    visit.doubleBooked && "two places at once",
    visit.outsideHours && "outside working hours",
    visit.promises.some((promise) => promise.broken) && "breaks a promise",
    visit.unannouncedChange && "not told",
    visit.risk?.flagged && "about to leave",
    visit.state === "PLANNED" && visit.arrivedAt && `there since ${timeOfDay(visit.arrivedAt)}`,
    STATES[visit.state],
  ].filter(Boolean);
}

export function isAlarming(visit) {
  return visit.needsSubstitute || visit.doubleBooked || visit.outsideHours
    || visit.unannouncedChange || visit.promises.some((promise) => promise.broken);
}

/** Without the skill, or outside of their hours: a person may know better. */
export function mayBeOverridden(refusal) {
  return /(lacks-skill|outside-hours)$/u.test(refusal.type);
}

export function customerOf(visit) {
  return visit.customerName || `Customer ${visit.customerExternalId || visit.customerId}`;
}

/**
 * "Ben Ortiz introduces Cleo Reyes to Dorothy, Wed 25 Nov, 10:00", or "Cleo Reyes is yet to be
 * introduced to Dorothy before Wed 25 Nov"
 */
export function introductionWords(one) {
  return one.state === "NEEDED"
    ? `${one.successorName} is yet to be introduced to ${customerOf(one)} before ${
      shortDay(one.comesAt)}`
    : `${one.leaverName} introduces ${one.successorName} to ${customerOf(one)}, ${
      shortDay(one.scheduledAt, !one.anyTime)}`;
}

/** "Wed 25 Nov, 10:00, Dorothy: Ben Ortiz is away on that day." */
export function conflictWords(one) {
  return `${shortDay(one.scheduledAt, !one.anyTime)}, ${customerOf(one)}: ${one.reason}`;
}

/** Two visits of one technician at the same time are one thing to decide: the first names both. */
export function eachPairOnce(conflicts) {
  const named = new Set();
  return conflicts.filter((one) => {
    if (one.otherVisitId && named.has(`${one.otherVisitId} ${one.visitId}`)) {
      return false;
    }
    named.add(`${one.visitId} ${one.otherVisitId}`);
    return true;
  });
}

export function riskWords(risk) {
  return risk
    ? `${inHundred(risk.probability)} such customers leave within three months${
      risk.flagged ? "; this one is flagged" : ""}.`
    : "How likely they are to leave is not known here.";
}

/** "from 4 in 100 to 12 in 100" */
export function changeOfRisk(impact) {
  return impact.probabilityBefore !== null && impact.probabilityAfter !== null
    ? `The risk that they leave goes from ${inHundred(impact.probabilityBefore)} to ${
      inHundred(impact.probabilityAfter)}.`
    : impact.why || "What it does to the risk is not known now.";
}

/** "10:00" */
export function timeOfDay(instant) {
  return shortDay(instant, true).split(", ").pop();
}

/** "10:00", "10:00 to 12:00" where the customer was told of a window, or "any time". */
export function timeOf(visit) {
  if (visit.anyTime) {
    return "any time";
  }
  const said = visit.arrivalWindow;
  return said && said.from !== said.to
    ? `${timeOfDay(said.from)} to ${timeOfDay(said.to)}` : timeOfDay(visit.scheduledAt);
}

/** When it is to be, of what was typed: a day, and a time or none. */
export function whenOf(visit, day, time) {
  return { scheduledAt: instantAt(day, time || timeOfDay(visit.scheduledAt)), anyTime: !time };
}

/** "10:00", or nothing while nobody has said one: for a field to be filled in. */
export function saidTime(visit) {
  return visit.anyTime ? "" : timeOfDay(visit.scheduledAt);
}

/** "They expect somebody between 10:00 and 12:00." */
export function windowWords(visit) {
  const said = visit.arrivalWindow;
  if (!said) {
    return null;
  }
  return said.from === said.to
    ? `They expect somebody at ${timeOfDay(said.from)}.`
    : `They expect somebody between ${timeOfDay(said.from)} and ${timeOfDay(said.to)}.`;
}

/** The day so many days after a date such as 2026-11-23. */
export function plusDays(date, days) {
  const noon = new Date(`${date}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10);
}

/** The Monday of the week of a date. */
export function mondayOf(date) {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return plusDays(date, -((weekday + 6) % 7));
}
