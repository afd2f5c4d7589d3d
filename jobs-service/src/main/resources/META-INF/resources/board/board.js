// Who goes where: a week of visits by technician and day. A visit is dragged to another technician
// or another day, or opened; what that would cost is shown before it is done. Above, the plans that
// wait for somebody to decide.

import { el, show } from "/assets/dom.js";
import { api, everything, picture } from "/assets/session.js";
import { start } from "/assets/sign-in.js";
import { BRING_A_LIST, count, dateOf, dateWords, today } from "/assets/words.js";
import {
  conflictWords, customerOf, eachPairOnce, introductionWords, isAlarming, marks, mondayOf, plusDays,
  timeOf, timeOfDay,
} from "./board-words.js";
import { openIntroduction } from "./introduction-dialog.js";
import { openPlan, planTitle } from "./plan-dialog.js";
import { openVisit } from "./visit-dialog.js";

const page = document.querySelector("#page");
const asked = new URLSearchParams(location.search);
const DAYS = 7;
const CONFLICTS_SHOWN = 10;

let from;
let branch = asked.get("branch") || "";
let branches = [];
let anybody = true;
let board;
let plans;
let introductions;
let conflicts;
let moreConflicts;
let dragged = null;
const faces = {};

start(page, "Fetching the week…", async () => {
  from ??= mondayOf(asked.get("from") || today());
  const technicians = (await everything("/v1/technicians")).items;
  anybody = technicians.length > 0;
  branches = [...new Set(technicians.map((one) => one.branch).filter(Boolean))].sort();
  await load();
});

async function load(message, monday = from) {
  const query = new URLSearchParams({ from: monday, days: DAYS });
  if (branch) {
    query.set("branch", branch);
  }
  const [week, open, meetings, needed, against] = await Promise.all([
    api(`/v1/board?${query}`),
    everything("/v1/plans?waiting=true"),
    everything(`/v1/introductions?state=OPEN&due=${plusDays(monday, DAYS - 1)}`),
    everything("/v1/introductions?state=NEEDED"),
    // A pair comes twice, once of each of its visits.
    api(`/v1/visits/conflicts?limit=${2 * CONFLICTS_SHOWN}`),
  ]);
  from = monday;
  board = week.body;
  plans = open.items.sort((one, other) => one.from.localeCompare(other.from));
  introductions = [...needed.items, ...meetings.items];
  conflicts = eachPairOnce(against.body.items);
  moreConflicts = conflicts.length > CONFLICTS_SHOWN || against.body.nextCursor;
  history.replaceState(null, "", `?${new URLSearchParams({ from, ...(branch && { branch }) })}`);
  render(message);
}

function render(message) {
  const days = board.technicians[0]?.days.map((day) => day.on)
    || Array.from({ length: DAYS }, (_, i) => plusDays(from, i));
  show(page,
    el("div", { class: "top" },
      el("div", {},
        el("h1", {}, `The week of ${dateWords(from)}`),
        el("p", { class: "summary" }, summary())),
      tools()),
    el("p", { class: "visually-hidden", role: "status" }, message || ""),
    waiting(),
    toIntroduce(),
    toDecide(),
    board.technicians.length === 0
      ? el("p", { class: "notice" }, anybody
        ? "Nobody works here in this week." : `Nobody works here yet. ${BRING_A_LIST}`)
      : el("table", {},
        el("caption", { class: "visually-hidden" }, "Visits by technician and day"),
        el("thead", {}, el("tr", {},
          el("th", { scope: "col" }, "Technician"),
          days.map((on) => el("th", { scope: "col", class: on === today() ? "today" : null },
            dateWords(on))))),
        el("tbody", {}, board.technicians.map(row))));
}

function summary() {
  const visits = board.technicians.flatMap((one) => one.days).flatMap((day) => day.visits);
  const those = (what) => visits.filter((visit) => visit[what]).length;
  const [gaps, clashes, odd] = ["needsSubstitute", "doubleBooked", "outsideHours"].map(those);
  const worries = [
    gaps > 0 && `${count(gaps, "visit needs", "visits need")} somebody to go`,
    clashes > 0 && `${count(clashes, "visit is", "visits are")} at the time of another`,
    odd > 0 && `${count(odd, "visit is", "visits are")} outside working hours`,
    board.unannouncedChanges > 0
      && `${count(board.unannouncedChanges, "change", "changes")} nobody was told of`,
    board.promisesAtStake > 0
      && `${count(board.promisesAtStake, "visit breaks", "visits break")} a promise`,
  ].filter(Boolean);
  return `${count(visits.length, "visit", "visits")}; ${worries.join(", ") || "nothing to worry about"}.`;
}

/** The plans that wait for a decision. */
function waiting() {
  return plans.length === 0 ? null : el("section", { class: "plans no-print" },
    el("h2", {}, "Plans to decide on"),
    el("ul", {}, plans.map((plan) => el("li", {}, el("button", {
      type: "button",
      on: { click: () => openPlan(plan, load) },
    }, planTitle(plan))))));
}

/**
 * The introductions that need another visit, and those until the end of the week on which nobody has
 * said whether they were.
 */
function toIntroduce() {
  return introductions.length === 0 ? null : el("section", { class: "plans no-print" },
    el("h2", {}, "Introductions"),
    el("ul", {}, introductions.map((one) => el("li", {}, el("button", {
      type: "button",
      on: { click: () => openIntroduction(one, load) },
    }, introductionWords(one))))));
}

/** The visits of the next weeks that a rule speaks against, whichever week is shown. */
function toDecide() {
  return conflicts.length === 0 ? null : el("section", { class: "plans no-print" },
    el("h2", {}, "Visits that a rule speaks against"),
    el("ul", {}, conflicts.slice(0, CONFLICTS_SHOWN).map((one) => el("li", {}, el("a", {
      href: `?from=${mondayOf(dateOf(one.scheduledAt))}`,
    }, conflictWords(one))))),
    moreConflicts ? el("p", {}, "And more after these.") : null);
}

function tools() {
  const choice = el("select", {
    id: "branch",
    on: { change: () => { branch = choice.value; load(); } },
  },
  el("option", { value: "" }, "All branches"),
  branches.map((name) => el("option", { value: name, selected: name === branch }, name)));
  return el("div", { class: "tools no-print" },
    el("div", {}, el("label", { for: "branch" }, "Branch"), choice),
    step("Previous week", -DAYS),
    step("Next week", DAYS),
    el("button", { class: "plain", type: "button", on: { click: () => print() } }, "Print"));
}

function step(name, days) {
  return el("button", {
    type: "button",
    on: {
      click: () => {
        const monday = plusDays(from, days);
        return load(`The week of ${dateWords(monday)}`, monday);
      },
    },
  }, name);
}

function row(technician) {
  const name = technician.name || "Nobody";
  return el("tr", {},
    el("th", { scope: "row" }, technician.photo ? face(technician) : null, name,
      !branch && technician.branch ? el("div", { class: "soft small" }, technician.branch) : null),
    technician.days.map((day) => cell(technician, day)));
}

/** Shown once it is there; a board without faces is still a board. */
function face(technician) {
  const image = el("img", { class: "face", alt: "", width: 48, height: 48, hidden: true });
  faces[technician.photo] ??= picture(technician.photo);
  faces[technician.photo].then((url) => { image.src = url; image.hidden = false; }, () => {});
  return image;
}

function cell(technician, day) {
  const away = day.present === false;
  const place = el("td", {
    class: [away && "away", day.visits.length + day.introductions.length === 0 && !away && "empty"].filter(Boolean).join(" ") || null,
    "data-day": dateWords(day.on),
  },
  away ? el("p", { class: "soft small" }, "not there") : null,
  day.visits.length + day.introductions.length > 0 && el("ul", {},
    day.visits.map((visit) => el("li", {}, card(visit, day))),
    day.introductions.map((one) => el("li", { class: "introduction small" }, meeting(technician, one)))));
  place.addEventListener("dragover", (event) => {
    if (mayDrop(technician, day)) {
      event.preventDefault();
      place.classList.add("target");
    }
  });
  place.addEventListener("dragleave", () => place.classList.remove("target"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("target");
    if (mayDrop(technician, day)) {
      open(
        dragged.visit,
        technician.technicianId === dragged.visit.technicianId ? null : technician.technicianId,
        day.on === dragged.on ? null : day.on);
    }
  });
  return place;
}

/** To whoever is there, on that day or another one: anywhere but where it is. */
function mayDrop(technician, day) {
  return dragged !== null && technician.technicianId !== null && day.present !== false
    && (day.on !== dragged.on || technician.technicianId !== dragged.visit.technicianId)
    && day.on >= today();
}

/** On the row of who introduces somebody, and of whoever is introduced. */
function meeting(technician, one) {
  const who = customerOf(one);
  const what = technician.technicianId === one.successorId
    ? `with ${one.leaverName} at ${who}, to be introduced`
    : `introduces ${one.successorName} at ${who}`;
  return `${timeOf(one)} ${what}${one.state === "DONE" ? ": done" : ""}`;
}

function card(visit, day) {
  const planned = visit.state === "PLANNED";
  const said = marks(visit);
  return el("button", {
    type: "button",
    class: `visit${planned ? "" : " done"}${isAlarming(visit) ? " alert" : ""}`,
    draggable: planned ? "true" : null,
    "data-visit": visit.id,
    on: {
      click: () => open(visit, null),
      dragstart: (event) => {
        dragged = { visit, on: day.on };
        event.dataTransfer.setData("text/plain", visit.id);
        event.dataTransfer.effectAllowed = "move";
      },
      dragend: () => { dragged = null; },
    },
  },
  el("span", {}, timeOf(visit), " ", el("strong", {}, customerOf(visit))),
  said.length > 0 && el("span", { class: isAlarming(visit) || visit.risk?.flagged ? "mark" : "soft" },
    said.join(", ")));
}

function open(visit, technicianId, movedTo = null) {
  const on = board.technicians.flatMap((one) => one.days)
    .find((day) => day.visits.includes(visit)).on;
  openVisit({
    visit,
    technicianId,
    on,
    movedTo,
    day: board.technicians
      .map((one) => ({ ...one, ...one.days.find((day) => day.on === (movedTo || on)) }))
      .filter((one) => one.technicianId !== null && one.present),
    changed: async (message) => {
      await load(message);
      page.querySelector(`[data-visit="${visit.id}"]`)?.focus();
    },
  });
}
