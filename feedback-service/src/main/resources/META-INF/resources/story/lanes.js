// The lanes above the risk: who came, what was promised, what the customer said, and when they were flagged.

import { svg } from "/assets/dom.js";

const ENDS = {
  PROMISE_BROKEN: ["✕", "broken"], PROMISE_KEPT: ["✓", "kept"], PROMISE_RELEASED: ["✓", "released"],
};
const SAID = {
  COMPLAINT_RECEIVED: "!", COMPLAINT_REOPENED: "!!", COMPLAINT_RESOLVED: "✓",
  MOOD_NOTED: "“", BURNED_BEFORE: "“", SURPRISED: "?", DISENGAGED: "↓",
};

function name(group, y, text) {
  group.append(svg("text", { class: "lane", x: 0, y }, text));
}

/** Circles with initials; without room for them, smaller circles. Answers where the lane ends. */
export function drawVisits(group, { x }, top, entries, technicians) {
  const visits = entries.filter(({ type }) => type === "VISIT_COMPLETED" || type === "VISIT_MISSED");
  const middle = top + 18;
  name(group, middle + 4, "Visits");
  const places = visits.map((visit) => x(Date.parse(visit.at)));
  const gaps = places.slice(1).map((place, i) => place - places[i]).filter((gap) => gap > 0);
  const room = gaps.length > 0 ? Math.min(...gaps) : 40;
  const radius = Math.max(3.5, Math.min(13, room / 2 - 1));
  visits.forEach((visit, i) => {
    if (visit.type === "VISIT_MISSED") {
      group.append(svg("circle", { class: "missed", cx: places[i], cy: middle, r: radius - 1 }),
        svg("text", { class: "mark", x: places[i], y: middle + 4.5 }, radius > 7 ? "✕" : ""));
      return;
    }
    const technician = technicians.get(visit.technician.id);
    group.append(svg("circle", {
      class: visit.change ? "visit change" : "visit", cx: places[i], cy: middle, r: radius,
      fill: technician.colour,
    }));
    if (radius >= 10) {
      group.append(svg("text", {
        class: "initials", x: places[i], y: middle + 4.5, fill: technician.ink,
      }, technician.initials));
    }
  });
  return top + 40;
}

/** A line from each promise to its end, with a cross where it was broken. */
export function drawPromises(group, { x, end }, top, entries) {
  const made = entries.filter((entry) => entry.type === "PROMISE_MADE");
  if (made.length === 0) {
    return top;
  }
  const rows = Math.min(made.length, 3);
  name(group, top + 10 + (rows - 1) * 10, "Promises");
  made.forEach((promise, i) => {
    const y = top + 8 + (i % rows) * 20;
    const ends = entries.filter((entry) => entry.id === promise.id && ENDS[entry.type]);
    const from = x(Date.parse(promise.at));
    const until = x(ends.length > 0 ? Date.parse(ends[0].at) : end);
    group.append(
      svg("line", { class: "promise", x1: from, x2: until, y1: y, y2: y }),
      svg("circle", { class: "made", cx: from, cy: y, r: 4 }));
    for (const entry of ends) {
      group.append(svg("text", {
        class: entry.type === "PROMISE_BROKEN" ? "mark broken" : "mark",
        x: x(Date.parse(entry.at)), y: y + 5.5,
      }, ENDS[entry.type][0]));
    }
  });
  return top + rows * 20 + 6;
}

/** Marks out of five, complaints and moods. */
export function drawWords(group, { x }, top, entries) {
  const said = entries.filter((entry) => SAID[entry.type] || entry.type === "FEEDBACK_GIVEN");
  if (said.length === 0) {
    return top;
  }
  name(group, top + 15, "They said");
  for (const entry of said) {
    const at = x(Date.parse(entry.at));
    group.append(
      svg("rect", { class: "word", x: at - 10, y: top, width: 20, height: 20, rx: 5 }),
      svg("text", { class: "mark", x: at, y: top + 15 }, SAID[entry.type] ?? String(entry.csat ?? "“")));
  }
  return top + 28;
}

/** A bar for as long as the customer stood flagged. */
export function drawFlags(group, { x, end, right }, top, entries) {
  const raised = entries.filter((entry) => entry.type === "FLAG_RAISED");
  if (raised.length === 0) {
    return top;
  }
  name(group, top + 13, "Flagged");
  for (const flag of raised) {
    const over = entries.find((entry) =>
      entry.id === flag.id && (entry.type === "FLAG_CLEARED" || entry.type === "FLAG_LOST"));
    const from = x(Date.parse(flag.at));
    const until = over ? x(Date.parse(over.at)) : x(end);
    group.append(svg("rect", {
      class: "flag", x: from, y: top, width: Math.max(4, until - from), height: 18, rx: 4,
    }));
    const words = over?.type === "FLAG_LOST" ? "lost" : over ? "cleared" : "still flagged";
    if (until - from > 90) {
      group.append(svg("text", { class: "on-flag", x: from + 8, y: top + 13 }, words));
    } else if (until + 90 < right) {
      group.append(svg("text", { class: "tick", x: until + 6, y: top + 13 }, words));
    }
  }
  return top + 26;
}
