// What can be learned from what happened, with plots; or, of one customer, why they left.

import { el, show } from "/assets/dom.js";
import { Refusal, api } from "/assets/session.js";
import { start } from "/assets/sign-in.js";
import { instantAt, today } from "/assets/words.js";
import { reportOf } from "/backtest/report.js";

const INSIGHTS = {
  causes: "Where complaints come from",
  recovery: "What came of complaints",
  leaving: "Why customers leave",
  perception: "Our work as we see it and as they do",
  training: "What technicians learned",
  continuity: "How many faces customers see",
};
const LOOK_AGAIN_MS = 5000;
const DAY_MS = 86_400_000;

const page = document.querySelector("#page");
const query = new URLSearchParams(location.search);
const customer = query.get("customer");

const which = el("select", { id: "which" },
  Object.entries(INSIGHTS).map(([key, words]) => el("option", { value: key }, words)));
const from = el("input", { id: "from", type: "date", value: query.get("from") ?? "" });
const to = el("input", { id: "to", type: "date", value: query.get("to") ?? "" });
const result = el("section", { aria: { live: "polite" } });
let asked = 0;

start(page, "One moment…", customer ? lookBack : ask);

async function ask() {
  if (query.get("show") in INSIGHTS) {
    which.value = query.get("show");
  }
  show(page,
    el("h1", {}, "What can be learned"),
    el("form", { class: "asking no-print", on: { submit: (event) => { event.preventDefault(); look(); } } },
      el("div", {}, el("label", { for: "which" }, "What to look at"), which),
      el("div", {}, el("label", { for: "from" }, "From"), from),
      el("div", {}, el("label", { for: "to" }, "To"), to),
      el("button", { type: "submit", class: "main" }, "Look"),
      el("button", { type: "button", class: "plain", on: { click: () => print() } }, "Print")),
    result);
  which.addEventListener("change", look);
  await look();
}

async function look() {
  const mine = ++asked;
  const doing = el("p", { class: "soft" }, "Counting…");
  show(result, doing);
  history.replaceState(null, "", `${location.pathname}?${question({ show: which.value }, from.value, to.value)}`);
  try {
    const html = await counted(mine, doing);
    if (mine === asked) {
      show(result, reportOf(html));
    }
  } catch (error) {
    if (mine === asked) {
      wentWrong(error);
    }
  }
}

/** A history that has just come in is counted first: it is asked again until it is. */
async function counted(mine, doing) {
  for (;;) {
    try {
      return (await api(address(), { headers: { Accept: "text/html" } })).body;
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 503 || mine !== asked) {
        throw error;
      }
      doing.textContent = error.message;
      await new Promise((done) => { setTimeout(done, LOOK_AGAIN_MS); });
    }
  }
}

/** Days are those of the company, the last one included; the faces have a window of their own. */
function address() {
  const period = which.value === "continuity"
    ? ""
    : question({}, from.value && instantAt(from.value, "00:00"),
      to.value && to.value < today() && instantAt(dayAfter(to.value), "00:00"));
  return `/v1/insights/${which.value}?${period}`;
}

function question(fields, start, end) {
  const asking = new URLSearchParams(fields);
  for (const [name, value] of [["from", start], ["to", end]]) {
    if (value) {
      asking.set(name, value);
    }
  }
  return asking;
}

function dayAfter(date) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

async function lookBack() {
  const { body } = await api(`/v1/customers/${encodeURIComponent(customer)}/post-mortem`, {
    headers: { Accept: "text/html" },
  });
  const report = reportOf(body, false);
  document.title = `${report.querySelector("h1").textContent} – Familiar Face`;
  show(page,
    el("p", { class: "no-print" },
      el("a", { href: `/story/?customer=${encodeURIComponent(customer)}` }, "← Their story"), " ",
      el("button", { type: "button", class: "plain", on: { click: () => print() } }, "Print")),
    report);
}

function wentWrong(error) {
  if (!(error instanceof Refusal)) {
    console.error(error);
  }
  show(result, el("p", { class: "problem", role: "alert" },
    error instanceof Refusal ? error.message : "Something went wrong on this page. Try again."));
}
