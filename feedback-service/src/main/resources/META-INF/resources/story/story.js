// One customer's story: who came, what was promised and said, and the risk over time under it.

import { el, show } from "/assets/dom.js";
import { Refusal, api, everything } from "/assets/session.js";
import { start } from "/assets/sign-in.js";
import { count, day, inHundred, nameOf } from "/assets/words.js";
import { colourTechnicians } from "./palette.js";
import { plot } from "./plot.js";
import { momentsOf } from "./moments.js";

const BANDS = { LOW: "low", ELEVATED: "elevated", HIGH: "high" };

const page = document.querySelector("#page");
const asked = () => new URLSearchParams(location.search).get("customer");

start(page, "Reading the story…", () => (asked() ? tell(asked()) : choose()));

async function tell(customer) {
  const path = `/v1/customers/${encodeURIComponent(customer)}`;
  let parts;
  try {
    parts = await Promise.all([
      everything(`${path}/timeline`),
      everything(`${path}/risk/history`),
      api(`${path}/risk`),
      api(`${path}/continuity?window=P12M`),
    ]);
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) {
      await choose(`There is no customer “${customer}”. Choose one of these, or give another key.`);
      return;
    }
    throw error;
  }
  const [timeline, history, { body: risk }, { body: continuity }] = parts;
  const who = timeline.first.customer;
  const technicians = colourTechnicians(timeline.items);
  const moments = momentsOf(timeline.items, history.items, risk);
  document.title = `${nameOf(who)} – Familiar Face`;
  show(
    page,
    heading(who, risk.standing === "CANCELLED"),
    facts(risk, continuity, timeline.items),
    moments.length > 0
      ? plot(moments, timeline.items, technicians, risk)
      : el("p", { class: "notice" }, "Nothing has happened yet."),
    el("div", { class: "two" }, why(risk), help(risk)),
    moments.length > 0 && table(moments));
}

function heading(who, left) {
  const called = who.preferredName && who.preferredName !== who.name
    && `Likes to be called ${who.preferredName}`;
  const about = [called, who.externalId, who.branch && `branch ${who.branch}`].filter(Boolean);
  return el("div", { class: "heading" },
    el("p", { class: "no-print" }, el("a", { href: "/today/" }, "← Calls to make")),
    el("h1", {}, nameOf(who)),
    about.length > 0 && el("p", { class: "soft" }, about.join(" · ")),
    el("p", { class: "no-print" },
      el("a", { href: `/insights/?customer=${encodeURIComponent(who.id)}` },
        left ? "Why they left, and what would have helped" : "The story so far, and what would have helped"),
      " · ",
      el("a", { href: `/cases/?customer=${encodeURIComponent(who.externalId || who.id)}` },
        "Take down a complaint"),
      " · ",
      el("a", { href: `/cases/?feedback=${encodeURIComponent(who.externalId || who.id)}` },
        "Take down feedback")));
}

function facts(risk, continuity, entries) {
  const flag = entries.filter((entry) => entry.type.startsWith("FLAG_")).at(-1);
  const left = risk.standing === "CANCELLED";
  const service = risk.service;
  return el("dl", { class: "facts" },
    fact("Likely to leave",
      left ? "Has left" : inHundred(risk.probability),
      left ? null : `within ${risk.horizonDays} days: ${BANDS[risk.band]}${risk.flagged ? ", flagged" : ""}`),
    fact("Visits", String(risk.continuity.visits),
      `by ${count(risk.continuity.technicians, "technician", "technicians")}`
      + (service.missed > 0 ? `, ${service.missed} missed` : "")),
    continuity.visits > 0
      ? fact("Faces", String(continuity.faces),
        `in ${count(continuity.visits, "visit", "visits")} within 12 months`)
      : null,
    fact("On time, as we see it",
      service.onTimeShare === null ? "Not known" : `${Math.round(service.onTimeShare * 100)} %`,
      service.onTimeShare === null ? null : "of the visits"),
    fact("Content, as they see it",
      service.csatLast === null ? "Never said" : `${service.csatLast} of 5`,
      service.csatAverage === null ? null : `${service.csatAverage} on average`),
    flag ? fact("Flag", flagWords(flag), day(flag.at)) : null);
}

function flagWords(flag) {
  return {
    FLAG_RAISED: "Raised", FLAG_CLEARED: "Cleared", FLAG_KEPT: "They stayed", FLAG_LOST: "We lost them",
  }[flag.type];
}

function fact(name, value, more) {
  return el("div", {}, el("dt", {}, name), el("dd", {}, el("strong", {}, value), more && el("span", {}, more)));
}

function why(risk) {
  return risk.reasons.length > 0 && el("section", { aria: { labelledby: "why" } },
    el("h2", { id: "why" }, "Why"),
    el("ul", { class: "lines" }, risk.reasons.map((reason) => el("li", {}, reason.text))));
}

function help(risk) {
  return risk.advice.length > 0 && el("section", { aria: { labelledby: "help" } },
    el("h2", { id: "help" }, "What would help"),
    el("ul", { class: "lines" }, risk.advice.map((advice) =>
      el("li", {}, advice.text, " ",
        el("span", { class: "soft" },
          `Then ${inHundred(advice.probabilityAfter)}, instead of ${inHundred(advice.probabilityAsPlanned)}.`)))));
}

/** The same for those who cannot see the plot, and for paper. */
function table(moments) {
  return el("details", { class: "table" },
    el("summary", {}, "Everything that happened, as a table"),
    el("div", { class: "wide", tabindex: "0", role: "region", aria: { label: "Everything that happened" } },
      el("table", {},
        el("thead", {}, el("tr", {},
          ["Day", "What happened", "Likely to leave, after it"].map((name) => el("th", { scope: "col" }, name)))),
        el("tbody", {}, moments.map((moment) => el("tr", {},
          el("th", { scope: "row" }, day(moment.at)),
          el("td", {}, moment.texts.join(" "), moment.said.map((words) => el("q", { dir: "auto" }, words))),
          el("td", {}, moment.probability === null ? "–" : inHundred(moment.probability))))))));
}

/** Without a customer in the address: whom to look at. */
async function choose(message = null) {
  const { body } = await api("/v1/risks?limit=10");
  const key = el("input", { type: "text", id: "key", autocomplete: "off", spellcheck: "false" });
  show(
    page,
    el("div", { class: "heading" }, el("h1", {}, "Whose story?")),
    message && el("p", { class: "problem", role: "alert" }, message),
    el("form", {
      class: "choose",
      on: {
        submit: (event) => {
          event.preventDefault();
          const value = key.value.trim();
          if (value) {
            const id = /^(ext:|[0-9a-f]{8}-[0-9a-f-]{27}$)/iu.test(value) ? value : `ext:${value}`;
            location.assign(`/story/?customer=${encodeURIComponent(id)}`);
          }
        },
      },
    },
    el("label", { for: "key" }, "Customer’s key, such as C0001"),
    el("div", { class: "row" }, key, el("button", { type: "submit", class: "main" }, "Read"))),
    body.items.length > 0
      ? el("section", {}, el("h2", {}, "Most likely to leave"),
        el("ol", { class: "lines" }, body.items.map((line) => el("li", {},
          el("a", { href: `/story/?customer=${encodeURIComponent(line.customerId)}` },
            line.name || line.customerExternalId || line.customerId),
          ` – ${inHundred(line.probability)}. `,
          line.topReason && el("span", { class: "soft" }, line.topReason.text)))))
      : el("p", { class: "notice" }, "Nothing is known of any customer yet."));
}
