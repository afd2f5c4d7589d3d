// What somebody tells us on the telephone, taken down while they speak, or a link to say it by.

import { el, show } from "/assets/dom.js";
import { Refusal, api } from "/assets/session.js";
import { uuid } from "/assets/uuid.js";
import { shortDay } from "/assets/words.js";
import { named } from "./new-case.js";
import { choice, input, long, short } from "./next-step.js";

const VISITS_SHOWN = 10;
const ASKED_LATELY = "urn:familiar-face:problem:asked-lately";

const numbers = (least, most, first, last) => Object.fromEntries(
  Array.from({ length: most - least + 1 }, (_, index) => least + index).map((number) => [
    number, number === least ? `${number} – ${first}` : number === most ? `${number} – ${last}` : `${number}`]));

const QUESTIONS = {
  CSAT: "how satisfied they are", NPS: "whether they would recommend us", EFFORT: "how easy we made it",
};

const SAID = [
  choice("kind", "What is it?", {
    SURVEY: "an answer to our question", PRAISE: "praise", CONCERN: "a concern", COMPLAINT: "a complaint",
  }),
  choice("csat", "How satisfied are they?", numbers(1, 5, "very dissatisfied", "very satisfied"), false),
  choice("nps", "Would they recommend us?", numbers(0, 10, "not at all", "for sure"), false),
  choice("effort", "How hard was it for them?", numbers(1, 7, "very easy", "very hard"), false),
  long("text", "What do they say? In their own words.", false),
];

const SCORES = new Set(["csat", "nps", "effort"]);

/** Both forms, for one customer and one of their visits. */
export function newFeedbackForms(whose) {
  const customer = input({ customer: whose }, "HEARD", short("customer", "Customer’s key, such as C0001"));
  const visit = el("select", { id: "HEARD-visit" }, noVisit());
  const key = customer.place.querySelector("input");
  key.addEventListener("change", () => listVisits(key.value.trim(), visit));
  listVisits(whose, visit);
  const subject = () => {
    if (!key.reportValidity()) {
      return null;
    }
    return { ...named(key.value.trim()), ...(visit.value && { visitId: visit.value }) };
  };
  return el("div", { class: "one" },
    el("section", { class: "next" },
      customer.place,
      el("div", {}, el("label", { for: visit.id }, "Which visit is it about?"), visit)),
    heard(subject),
    link(subject));
}

function noVisit() {
  return el("option", { value: "" }, "none, or it is not said");
}

/** Without an answer the feedback is about no visit, which can be said as well. */
async function listVisits(whose, select) {
  show(select, noVisit());
  if (!whose) {
    return;
  }
  const ref = encodeURIComponent(named(whose).customerId ?? `ext:${named(whose).customerExternalId}`);
  const from = new Date(Date.now() - 400 * 86_400_000).toISOString();
  try {
    const { body } = await api(`/v1/customers/${ref}/timeline?limit=500&from=${from}`);
    const visits = body.items.filter((entry) => entry.type === "VISIT_COMPLETED")
      .slice(-VISITS_SHOWN).reverse();
    select.append(...visits.map((entry) => el("option", { value: entry.id },
      `${shortDay(entry.at, true)}${entry.technician ? `, ${entry.technician.name}` : ""}`)));
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
  }
}

function heard(subject) {
  const status = el("div", { class: "status", role: "status", tabindex: "-1" });
  const inputs = SAID.map((field) => ({ field, ...input({}, "HEARD", field) }));
  const callMe = el("input", { type: "checkbox", id: "HEARD-callMe" });
  const button = el("button", { type: "submit", class: "main" }, "Take it down");
  let key = uuid();
  const form = el("form", {
    on: {
      submit: async (event) => {
        event.preventDefault();
        const about = subject();
        if (!about) {
          return;
        }
        button.disabled = true;
        try {
          const values = await Promise.all(
            inputs.map(async ({ field, read }) => [field.name, await read()]));
          const said = Object.fromEntries(values.filter(([, value]) => value !== null)
            .map(([name, value]) => [name, SCORES.has(name) ? Number(value) : value]));
          const { body } = await api("/v1/feedback", {
            method: "POST",
            body: { ...about, ...said, callMe: callMe.checked },
            headers: { "Idempotency-Key": key },
          });
          key = uuid();
          form.reset();
          show(status, el("p", { class: "recorded" }, "Taken down. ",
            el("a", { href: `/story/?customer=${encodeURIComponent(body.customerId)}` }, "Their whole story")));
          status.focus();
        } catch (error) {
          show(status, el("p", { class: "problem", role: "alert" }, error.message));
        }
        button.disabled = false;
      },
    },
  },
  inputs.map(({ place }) => place),
  el("label", { class: "check", for: callMe.id }, callMe, " They ask for a call"),
  status,
  el("div", { class: "buttons" }, button));
  return el("section", { class: "next", aria: { labelledby: "heard" } },
    el("h2", { id: "heard" }, "What they say"), form);
}

/** Nobody is asked twice within a while; who wants to tell us by themselves gets their link. */
function link(subject) {
  const status = el("div", { class: "status", role: "status", tabindex: "-1" });
  const asked = input({ question: "CSAT" }, "LINK", choice("question", "What is it to ask?", QUESTIONS));
  const button = el("button", { type: "submit" }, "Make the link");
  // Sent again, the same wish has the same key: its address is shown once more, and asks once.
  let sent = {};
  const make = async (asks) => {
    const about = subject();
    if (!about || button.disabled) {
      return;
    }
    button.disabled = true;
    try {
      const wanted = { ...about, purpose: "FEEDBACK", question: await asked.read(), asks };
      const text = JSON.stringify(wanted);
      sent = sent.text === text ? sent : { text, key: uuid() };
      const { body } = await api("/v1/links", {
        method: "POST", body: wanted, headers: { "Idempotency-Key": sent.key },
      });
      sent = {};
      const address = el("input", { id: "LINK-url", type: "text", readonly: true, value: body.url });
      address.addEventListener("focus", () => address.select());
      show(status, el("label", { for: address.id }, "Give it to the customer alone; it is shown this once."), address);
    } catch (error) {
      show(status, el("p", { class: "problem", role: "alert" }, error.message),
        error.type === ASKED_LATELY && el("button", { type: "button", on: { click: () => make(false) } },
          "They want to tell us by themselves"));
    }
    button.disabled = false;
    status.focus();
  };
  return el("section", { class: "next", aria: { labelledby: "link" } },
    el("h2", { id: "link" }, "Or a link of their own"),
    el("form", {
      on: {
        submit: (event) => {
          event.preventDefault();
          return make(true);
        },
      },
    },
    asked.place,
    status,
    el("div", { class: "buttons" }, button)));
}
