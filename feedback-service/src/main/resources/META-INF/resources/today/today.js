// Whom to call today, why, by when, and what came of it.

import { el, show } from "/assets/dom.js";
import { api, callerName, everything, settings } from "/assets/session.js";
import { start } from "/assets/sign-in.js";
import { count, dateWords, longDay, today, weekStart } from "/assets/words.js";
import { callCard, doneLine } from "./call.js";

const page = document.querySelector("#page");
const RELOAD_AFTER_MS = 60_000;
// More than anybody calls in a week; a page of all that may have gathered would stand still.
const AT_ONCE = 200;
// As many customers as customers-service is asked for at once.
const NUMBERS_AT_ONCE = 50;
const MORE_TO_MAKE = "There are more calls to make.";

const whose = {
  all: { label: "All calls", fits: () => true },
  mine: { label: "Mine", fits: (call) => call.owner === callerName() },
  free: { label: "Nobody’s", fits: (call) => call.owner === null },
};

let chosen = "all";
let open = [];
let more = null;
let done = [];
let loadedAt = 0;

start(page, "Fetching the calls…", load);

async function load() {
  const since = encodeURIComponent(weekStart());
  const [toCall, closed] = await Promise.all([
    callsToMake(),
    everything(`/v1/follow-ups?closedFrom=${since}`),
  ]);
  open = toCall.items;
  more = toCall.nextCursor;
  done = closed.items.sort((a, b) => b.closedAt.localeCompare(a.closedAt));
  loadedAt = Date.now();
  render();
  findNumbers();
}

async function callsToMake(cursor = null) {
  const next = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
  return (await api(`/v1/follow-ups?state=OPEN&limit=${AT_ONCE}${next}`)).body;
}

/**
 * What fails can be tapped again; while it runs it cannot. Cards that are there stay as they are:
 * something may be written in one, or be about to be recorded.
 */
async function showMore(event) {
  const button = event.target;
  const asked = loadedAt;
  let toCall;
  button.disabled = true;
  try {
    toCall = await callsToMake(more);
  } finally {
    button.disabled = false;
  }
  if (asked !== loadedAt) {
    return;
  }
  open = [...open, ...toCall.items];
  more = toCall.nextCursor;
  page.querySelector(".calls").append(...toCall.items.map(card));
  show(page.querySelector(".summary"), summary());
  if (!more) {
    button.closest("p").remove();
  }
  showWhetherNone();
  findNumbers();
}

function render() {
  show(
    page,
    el("div", { class: "top" },
      el("div", {},
        el("h1", {}, "Calls to make"),
        el("p", { class: "soft" }, longDay(Date.now())),
        el("p", { class: "summary" }, summary()),
        open.length > 0 && el("p", { class: "soft small" }, ordering())),
      el("div", { class: "tools no-print" },
        open.length > 0 && chooser(),
        open.length > 0 && el(
          "button", { class: "plain", type: "button", on: { click: () => print() } }, "Print"))),
    el("ol", { class: "calls" }, open.map(card)),
    el("p", { class: "notice" }),
    more
      ? el("p", { class: "no-print" },
        el("button", { class: "plain", type: "button", on: { click: showMore } }, "Show more calls"))
      : null,
    el("section", { class: "done no-print", aria: { labelledby: "done" } }));
  showWhetherNone();
  showDone();
}

function card(call) {
  const item = callCard(call, changed);
  item.hidden = !whose[chosen].fits(call);
  return item;
}

/** Puts the others out of sight as they are: something may be written in one. */
function choose(key) {
  chosen = key;
  for (const button of page.querySelectorAll(".chooser button")) {
    button.setAttribute("aria-pressed", String(button.value === chosen));
  }
  const calls = new Map(open.map((call) => [call.id, call]));
  for (const item of page.querySelectorAll(".calls > li")) {
    const call = calls.get(item.dataset.call);
    if (call) {
      item.hidden = !whose[chosen].fits(call);
    } else {
      item.remove();
    }
  }
  showWhetherNone();
  showDone();
}

function showWhetherNone() {
  const none = !page.querySelector(".calls > li:not([hidden])");
  page.querySelector(".calls").hidden = none;
  const notice = page.querySelector(".notice");
  notice.hidden = !none;
  show(notice, none && nothing());
}

function showDone() {
  const section = page.querySelector(".done");
  section.hidden = done.length === 0;
  show(section,
    el("h2", { id: "done" }, "Closed this week"),
    el("ul", {}, done.map(doneLine)));
}

function summary() {
  if (open.length === 0) {
    return null;
  }
  const now = today();
  const overdue = open.filter((call) => call.dueOn < now).length;
  const dueToday = open.filter((call) => call.dueOn === now).length;
  const when = overdue + dueToday === 0
    ? `The next call is due on ${dateWords(open[0].dueOn)}.`
    : `${[overdue > 0 && `${overdue} overdue`, dueToday > 0 && `${dueToday} due today`]
      .filter(Boolean).join(", ")}.`;
  return `${more ? "More than " : ""}${count(open.length, "call", "calls")} to make. ${when}`;
}

/** By what calls of one day are ordered, said because it changes once it is known what calling does. */
function ordering() {
  return open[0].orderedBy === "EFFECT"
    ? "Due first, then where a call is expected to keep most: what calling changes is known by now."
    : "Due first, then where most is at stake: how likely they are to leave times what they bring.";
}

function nothing() {
  if (more) {
    return open.length > 0 ? "None of the calls shown so far is one of these." : MORE_TO_MAKE;
  }
  if (open.length > 0) {
    return chosen === "mine"
      ? "None of these calls is yours. Take one from “All calls”."
      : "Every call has somebody to make it.";
  }
  return "Nobody to call. As soon as a customer is likely to leave, they appear here.";
}

function chooser() {
  return el("div", { class: "chooser", role: "group", aria: { label: "Whose calls" } },
    Object.entries(whose).map(([key, { label }]) =>
      el("button", {
        type: "button",
        value: key,
        aria: { pressed: String(key === chosen) },
        on: { click: () => choose(key) },
      }, label)));
}

/** A call was recorded or given to somebody: its card shows it already, and nothing else moves. */
function changed(call) {
  if (call.state === "OPEN") {
    open = open.map((other) => (other.id === call.id ? { ...call, phone: other.phone } : other));
  } else {
    open = open.filter((other) => other.id !== call.id);
    done = [call, ...done];
  }
  show(page.querySelector(".summary"), summary() ?? (more ? MORE_TO_MAKE : "Nobody is left to call."));
}

// Telephone numbers are kept by customers-service; without an answer from there the list is still
// good, so nothing is said about it.
async function findNumbers() {
  const { services } = await settings();
  const asked = [...new Set(
    open.filter((call) => call.phone === undefined).map((call) => call.customer.id))];
  for (let from = 0; from < asked.length; from += NUMBERS_AT_ONCE) {
    const some = asked.slice(from, from + NUMBERS_AT_ONCE);
    let body;
    try {
      ({ body } = await api(
        `${services.customers}/v1/customers?limit=${NUMBERS_AT_ONCE}&ids=${some}`));
    } catch {
      return;
    }
    const phones = new Map(body.items.map((customer) => [customer.id, customer.phone]));
    for (const call of open.filter(({ customer }) => some.includes(customer.id))) {
      call.phone = phones.get(call.customer.id) || null;
      const place = document.getElementById(`phone-${call.id}`);
      if (place && call.phone) {
        show(place, el("a", { href: `tel:${call.phone.replace(/[^+\d]/gu, "")}` }, call.phone));
      }
    }
  }
}

// Who comes back to this tab later sees what others have done, unless something is being written.
document.addEventListener("visibilitychange", () => {
  const writing = [...document.querySelectorAll("textarea, .record select")].some((field) => field.value !== "")
    || document.querySelector(".pending") !== null;
  const old = loadedAt > 0 && Date.now() - loadedAt > RELOAD_AFTER_MS;
  if (document.visibilityState === "visible" && old && !writing) {
    load().catch(() => { /* what is shown stays; the next tap will say what is wrong */ });
  }
});
