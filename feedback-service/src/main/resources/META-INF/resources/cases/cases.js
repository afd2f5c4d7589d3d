// What we broke and are mending: a board of all cases by step, or one case with what is next.

import { el, show } from "/assets/dom.js";
import { api, callerName } from "/assets/session.js";
import { start } from "/assets/sign-in.js";
import { count } from "/assets/words.js";
import { STATES, STEPS, caseWords, dayWords, dueWords, isLate, nameOfCase, severityWords } from "./case-words.js";
import { newCaseForm } from "./new-case.js";
import { newFeedbackForms } from "./new-feedback.js";
import { nextStepForm } from "./next-step.js";

const page = document.querySelector("#page");
const query = new URLSearchParams(location.search);
const which = query.get("case");
// Whose complaint is to be taken down; empty where it is still to be said.
const whoseNew = query.get("customer");
// Who says something that is no complaint, or is to be given a link to say it by.
const whoseFeedback = query.get("feedback");
// More than anybody mends in a week; a board of all that may have gathered would stand still.
const AT_ONCE = 200;

const whose = {
  all: { label: "All cases", fits: () => true },
  mine: { label: "Mine", fits: (one) => one.next.owner === callerName() },
  late: { label: "Late", fits: isLate },
};

let chosen = "all";
// What was fetched so far of all cases, and of one's own, which may be far down among all.
const fetched = { all: { items: [], more: null }, mine: null };
let takersNamed = true;

if (whoseFeedback !== null) {
  start(page, "One moment…", takeDownFeedback);
} else if (whoseNew !== null) {
  start(page, "One moment…", takeDown);
} else {
  start(page, which ? "Fetching the case…" : "Fetching the cases…", which ? loadOne : loadAll);
}

async function loadAll() {
  fetched.all = await casesByDue("all");
  ({ takersNamed } = await caseWords());
  renderAll();
}

/** The list that the chosen ones are found in. */
function listOf(key) {
  return key === "mine" ? "mine" : "all";
}

async function casesByDue(list, before = { items: [], more: null }) {
  const owner = list === "mine" ? `&owner=${encodeURIComponent(callerName())}` : "";
  const next = before.more ? `&cursor=${encodeURIComponent(before.more)}` : "";
  const { items, nextCursor } =
    (await api(`/v1/complaints?open=true&sort=due&limit=${AT_ONCE}${owner}${next}`)).body;
  return { items: [...before.items, ...items], more: nextCursor };
}

/** What fails can be tapped again; while it runs it cannot. */
async function showMore(event) {
  const button = event.target;
  button.disabled = true;
  try {
    const list = listOf(chosen);
    fetched[list] = await casesByDue(list, fetched[list]);
    renderAll();
  } finally {
    button.disabled = false;
  }
}

function renderAll() {
  const open = fetched.all.items;
  const { items, more } = fetched[listOf(chosen)];
  const shown = items.filter(whose[chosen].fits);
  show(page,
    el("div", { class: "top" },
      el("div", {},
        el("h1", {}, "Mending what we broke"),
        el("p", { class: "summary" }, summary())),
      el("div", { class: "tools no-print" },
        el("a", { href: "/cases/?customer=" }, "Take down a complaint"),
        el("a", { href: "/cases/?feedback=" }, "Take down feedback"),
        open.length > 0 && chooser(),
        open.length > 0 && el("button", { class: "plain", type: "button", on: { click: () => print() } }, "Print"))),
    !takersNamed && el("p", { class: "notice" },
      "Nobody is named who takes what is late: it goes to “manager”. Whoever runs this sets familiar.complaint.escalates-to to a name."),
    shown.length > 0
      ? el("div", { class: "board" }, Object.keys(STATES)
        .map((state) => column(state, shown.filter((one) => one.state === state))))
      : el("p", { class: "notice" }, nothing(more)),
    more && el("p", { class: "no-print" },
      el("button", { class: "plain", type: "button", on: { click: showMore } }, "Show more cases")));
}

/** What is late comes first: whether more is late than is shown is known by the last one shown. */
function summary() {
  const { items: open, more } = fetched.all;
  if (open.length === 0) {
    return "Nothing is open.";
  }
  const late = open.filter(isLate).length;
  const orMore = more && late === open.length ? "or more " : "";
  return `${more ? "More than " : ""}${count(open.length, "case is", "cases are")} open${
    late > 0 ? `, ${late} ${orMore}with a step that is late` : ", and none is late"}.`;
}

function nothing(more) {
  if (fetched.all.items.length === 0) {
    return "A complaint that is received appears here, with the step that is due.";
  }
  return more
    ? "None of the cases shown so far is one of these."
    : "None of the open cases is one of these.";
}

function chooser() {
  return el("div", { class: "chooser", role: "group", aria: { label: "Which cases" } },
    Object.entries(whose).map(([key, { label }]) => el("button", {
      type: "button",
      aria: { pressed: String(key === chosen) },
      on: {
        click: async () => {
          fetched[listOf(key)] ??= await casesByDue(listOf(key));
          chosen = key;
          renderAll();
          page.querySelector('.chooser [aria-pressed="true"]').focus();
        },
      },
    }, label)));
}

function column(state, cases) {
  return cases.length > 0 && el("section", { aria: { labelledby: `state-${state}` } },
    el("h2", { id: `state-${state}` }, STATES[state], " ", el("span", { class: "soft" }, String(cases.length))),
    el("ul", {}, cases.map(card)));
}

function card(one) {
  return el("li", { class: isLate(one) ? "case late" : "case" },
    el("h3", {}, el("a", { href: `/cases/?case=${encodeURIComponent(one.id)}` }, nameOfCase(one))),
    one.words ? el("p", { class: "words", dir: "auto" }, one.words) : null,
    el("p", { class: "soft small" }, severityWords(one)),
    el("p", { class: isLate(one) ? "due late" : "due" },
      `${STEPS[one.next.step]}: ${dueWords(one.next.dueAt)}, ${one.next.owner}`));
}

function takeDown() {
  document.title = "A complaint – Familiar Face";
  show(page,
    el("p", { class: "no-print" }, el("a", { href: "/cases/" }, "All cases")),
    el("div", { class: "one" },
      el("h1", {}, "A complaint"),
      newCaseForm(whoseNew, (one) => location.assign(`/cases/?case=${encodeURIComponent(one.id)}`))));
  page.querySelector(whoseNew ? "textarea" : "input").focus();
}

function takeDownFeedback() {
  document.title = "Feedback – Familiar Face";
  show(page,
    el("p", { class: "no-print" }, el("a", { href: "/cases/" }, "All cases")),
    el("h1", {}, "What a customer thinks"),
    newFeedbackForms(whoseFeedback));
  page.querySelector(whoseFeedback ? "select" : "input").focus();
}

async function loadOne() {
  const { body } = await api(`/v1/complaints/${encodeURIComponent(which)}`);
  renderOne(body);
}

function renderOne(one, message = null) {
  document.title = `${nameOfCase(one)} – Familiar Face`;
  show(page,
    el("p", { class: "no-print" }, el("a", { href: "/cases/" }, "All cases")),
    el("div", { class: "one" },
      el("div", { class: "case-head" },
        el("h1", {}, nameOfCase(one)),
        el("p", { class: "summary" }, `${STATES[one.state]}. ${severityWords(one)}`),
        one.words ? el("blockquote", { dir: "auto" }, one.words) : null,
        el("p", { class: "soft" }, `Received ${dayWords(one.receivedAt)} by ${one.recordedBy}. `,
          el("a", { href: `/story/?customer=${encodeURIComponent(one.customerId)}` }, "Their whole story"))),
      el("ol", { class: "way", aria: { label: "How far it has come" } },
        Object.entries(STATES).filter(([state]) => shownOnWay(state, one)).map(([state, words]) =>
          el("li", state === one.state ? { aria: { current: "step" } } : {}, words))),
      message && el("p", { class: "recorded", role: "status", tabindex: "-1" }, message),
      nextStepForm(one, async (words) => {
        const { body } = await api(`/v1/complaints/${one.id}`);
        renderOne(body, words);
        page.querySelector('[role="status"]').focus();
      }),
      el("section", { aria: { labelledby: "so-far" } },
        el("h2", { id: "so-far" }, "What was done, and what they answered"),
        one.steps.length + one.answers.length > 0
          ? el("ol", { class: "steps" }, soFar(one))
          : el("p", { class: "soft" }, "Nothing yet."))));
}

function shownOnWay(state, one) {
  return state === one.state || !["AWAITING_APPROVAL", "CLOSED", "LOST"].includes(state)
    || (state === "CLOSED" && one.state !== "LOST");
}

const DETAILS = {
  supplier: "Supplier", damage: "Damage", promisedChange: "What will change", askedFor: "They asked for",
  invoice: "Invoice", trust: "Trust, of 5",
};

/** In the order in which it happened: what we did, and what they wrote on their page of the case. */
function soFar(one) {
  return [
    ...one.steps.map((step) => ({ at: step.at, draw: () => taken(step) })),
    ...one.answers.map((answer) => ({ at: answer.at, draw: () => answered(answer) })),
  ].sort((a, b) => new Date(a.at) - new Date(b.at)).map(({ draw }) => draw());
}

function answered(answer) {
  return el("li", { class: "answer" },
    el("h3", {}, "The customer answered"),
    el("p", { class: "soft small" }, dayWords(answer.at)),
    el("blockquote", { dir: "auto" }, answer.words));
}

function taken(step) {
  const details = step.details;
  return el("li", {},
    el("h3", {}, STEPS[step.step], step.round > 1 && ` (round ${step.round})`),
    el("p", { class: "soft small" }, `${dayWords(step.at)}, ${step.by ?? "in another system"}`),
    details.words ? el("p", { dir: "auto" }, details.words) : null,
    el("dl", {}, Object.entries(DETAILS)
      .filter(([field]) => details[field] !== undefined)
      .map(([field, label]) => [el("dt", {}, label), el("dd", { dir: "auto" }, String(details[field]))])
      .flat(),
    facts(details).map(([label, value]) => [el("dt", {}, label), el("dd", {}, value)]).flat()));
}

function facts(details) {
  return [
    details.cause && ["Cause", details.cause.toLowerCase()],
    details.fault && ["Whose fault", details.fault.toLowerCase()],
    details.kind && ["Remedy", details.kind.toLowerCase().replace("_", " ")],
    details.amount && ["Worth", `${details.amount.amount} ${details.amount.currency}`],
    details.approved === false && ["Approved", "no"],
    details.mood && ["Mood", details.mood.toLowerCase()],
    details.answered === false && ["Answered", "nobody was reached"],
    details.closedBy && ["Ended by", details.closedBy === "SILENCE" ? "their silence" : "their own word"],
    details.satisfied !== undefined && ["Good again", details.satisfied ? "yes" : "no"],
  ].filter(Boolean);
}
