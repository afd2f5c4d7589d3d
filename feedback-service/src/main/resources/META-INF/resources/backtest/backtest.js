// Asks what the engine would have been worth over a past time, and shows the report.

import { el, show } from "/assets/dom.js";
import { Refusal, api } from "/assets/session.js";
import { start } from "/assets/sign-in.js";
import { instantAt } from "/assets/words.js";
import { reportOf } from "./report.js";

const page = document.querySelector("#page");
const LOOK_AGAIN_MS = 700;

const from = el("input", { id: "from", type: "date" });
const to = el("input", { id: "to", type: "date" });
const origins = el("input", { id: "origins", type: "number", min: "1", max: "60", value: "12" });
const result = el("section", { aria: { live: "polite" } });
let asked = 0;

start(page, "One moment…", async () => {
  show(page,
    el("h1", {}, "What would it have been worth?"),
    el("p", { class: "soft" },
      "At several past days the engine is given only what was known then, and judged by who left in"
      + " the 90 days after. Without dates it looks at the last two years."),
    el("form", { class: "asking", on: { submit: ask } },
      el("div", {}, el("label", { for: "from" }, "From"), from),
      el("div", {}, el("label", { for: "to" }, "To"), to),
      el("div", {}, el("label", { for: "origins" }, "Days judged"), origins),
      el("button", { type: "submit", class: "main" }, "Look back")),
    result);
});

async function ask(event) {
  event.preventDefault();
  const mine = ++asked;
  const bar = el("progress", { max: "1", value: "0", aria: { label: "How far it is" } });
  const doing = el("p", { class: "soft" }, "Starting…");
  show(result, bar, doing);
  try {
    const { body } = await api(`/v1/risk/backtest?${question()}`, {
      headers: { Prefer: "respond-async" },
    });
    let one = body;
    while (one.state === "RUNNING" && mine === asked) {
      bar.value = one.progress;
      doing.textContent = `${one.doing}…`;
      await new Promise((done) => { setTimeout(done, LOOK_AGAIN_MS); });
      one = (await api(`/v1/risk/backtests/${one.id}`)).body;
    }
    if (mine === asked) {
      await showReport(one);
    }
  } catch (error) {
    if (mine === asked) {
      wentWrong(error);
    }
  }
}

function question() {
  const query = new URLSearchParams();
  const day = (field) => field.value && instantAt(field.value, "00:00");
  for (const [name, value] of [["from", day(from)], ["to", day(to)], ["origins", origins.value]]) {
    if (value) {
      query.set(name, value);
    }
  }
  return query;
}

async function showReport(one) {
  if (one.state === "FAILED") {
    throw new Refusal(422, one.verdict);
  }
  const { body } = await api(`/v1/risk/backtests/${one.id}`, { headers: { Accept: "text/html" } });
  show(result, reportOf(body));
}

function wentWrong(error) {
  if (!(error instanceof Refusal)) {
    console.error(error);
  }
  show(result, el("p", { class: "problem", role: "alert" },
    error instanceof Refusal ? error.message : "Something went wrong on this page. Try again."));
}
