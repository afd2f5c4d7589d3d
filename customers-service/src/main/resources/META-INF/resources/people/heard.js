// One tap for what was just heard: how they feel, what is particular, what we promise.

import { el, show } from "/assets/dom.js";
import { api } from "/assets/session.js";
import { uuid } from "/assets/uuid.js";

const MOODS = [
  ["CALM", "Calm"], ["ANXIOUS", "Anxious"], ["DISTRESSED", "Distressed"], ["ANGRY", "Angry"],
  ["GRATEFUL", "Grateful"],
];
const TRAITS = {
  SENSITIVITY: "What makes it worse", PRIORITY: "What matters most", EXPECTATION: "What they expect",
  PREFERENCE: "How they like it", CARE: "What to look out for",
};
const PROMISES = {
  SAME_TECHNICIAN: "The same person comes", ARRIVAL_WINDOW: "When we arrive", CALL_AHEAD: "We call ahead",
  PRICE: "What it costs", OTHER: "Something else",
};

/**
 * The forms; `again` draws the card anew and says what was written down. Whoever is not of the office
 * writes down what is particular, and nothing else.
 */
export function heardForms(card, office, again) {
  return el("section", { class: "heard no-print", aria: { labelledby: "heard" } },
    el("h2", { id: "heard" }, "What you just heard"),
    office && moods(card, again),
    words(card, again, {
      path: "traits", title: "Something particular", label: "In their words", kind: "category",
      kindLabel: "What kind", kinds: TRAITS, button: "Write it down", done: "Written down.",
    }),
    office && words(card, again, {
      path: "promises", title: "A promise we make", label: "What we promise", kind: "kind",
      kindLabel: "About what", kinds: PROMISES, button: "We promise it", done: "It is promised.",
    }));
}

function moods(card, again) {
  const status = el("div", { role: "status" });
  const keys = new Map(MOODS.map(([mood]) => [mood, uuid()]));
  return el("div", {},
    el("h3", { id: "mood" }, "How do they sound?"),
    el("div", { class: "taps", role: "group", aria: { labelledby: "mood" } },
      MOODS.map(([mood, label]) => el("button", {
        type: "button",
        on: {
          click: (event) => send(event.target, status, again, `${label}, noted.`, () => post(card, "interactions",
            { channel: "PHONE", direction: "INBOUND", mood }, keys.get(mood))),
        },
      }, label))),
    status);
}

function words(card, again, form) {
  const status = el("div", { role: "status" });
  const id = `heard-${form.path}`;
  const text = el("textarea", { id, rows: "2", maxlength: "2000", required: true });
  const kind = el("select", { id: `${id}-kind` },
    Object.entries(form.kinds).map(([value, label]) => el("option", { value }, label)));
  // A refused one does not use up its key; a taken one draws the card anew.
  const key = uuid();
  const button = el("button", { type: "submit", class: "main" }, form.button);
  return el("details", {},
    el("summary", {}, form.title),
    el("form", {
      on: {
        submit: (event) => {
          event.preventDefault();
          send(button, status, again, form.done, () => post(card, form.path,
            { [form.kind]: kind.value, text: text.value.trim() }, key));
        },
      },
    },
    el("div", {}, el("label", { for: `${id}-kind` }, form.kindLabel), kind),
    el("div", {}, el("label", { for: id }, form.label), text),
    status,
    button));
}

function post(card, path, body, key) {
  return api(`/v1/customers/${card.customerId}/${path}`, {
    method: "POST", body, headers: { "Idempotency-Key": key },
  });
}

async function send(button, status, again, done, request) {
  button.disabled = true;
  try {
    await request();
    await again(done);
  } catch (error) {
    button.disabled = false;
    show(status, el("p", { class: "problem", role: "alert" }, error.message));
  }
}
