// The one step that is due: what it needs, and the button that takes it.

import { el, show } from "/assets/dom.js";
import { api, callerName } from "/assets/session.js";
import { uuid } from "/assets/uuid.js";
import { STEPS, caseWords, dueWords, isLate } from "./case-words.js";

export const long = (name, label, needed = true) => ({ name, label, needed, kind: "long" });
export const short = (name, label, needed = true) => ({ name, label, needed, kind: "short" });
export const choice = (name, label, options, needed = true) => ({ name, label, needed, kind: "choice", options });
export const severity = () => choice("severity", "How severe is it?", { LOW: "minor", MEDIUM: "serious", HIGH: "severe" });

const FORMS = {
  ASSESSMENT: {
    path: "assessment",
    fields: [
      choice("cause", "Cause", null),
      choice("fault", "Whose fault was it?", {
        OURS: "ours", SUPPLIER: "a supplier’s", CUSTOMER: "the customer’s", NOBODY: "nobody’s",
      }),
      short("supplier", "Which supplier?", false),
      long("damage", "What is broken, and how badly?", false),
      severity(),
    ],
    buttons: [["Record what happened", {}]],
    done: "Recorded what happened.",
  },
  APOLOGY: {
    path: "apology",
    fields: [
      short("by", "Who apologised, in person?"),
      long("words", "What was said?"),
      long("promisedChange", "What will be done differently from now on? The customer reads it."),
    ],
    buttons: [["Record the apology", {}]],
    done: "Recorded the apology.",
  },
  REMEDY: {
    path: "remedy",
    fields: [
      long("askedFor", "What does the customer ask for?"),
      choice("kind", "What was agreed?", {
        PAY_DAMAGE: "we pay for the damage", DISCOUNT: "a discount", CREDIT: "a credit",
        REDO: "we do it again", OTHER: "something else",
      }),
      { name: "amount", label: "Worth", needed: false, kind: "money" },
      short("invoice", "Number of the invoice", false),
      long("words", "In words that the customer reads", false),
    ],
    buttons: [["Record the remedy", {}]],
    done: "Recorded the remedy.",
  },
  APPROVAL: {
    path: "approval",
    fields: [long("words", "Why?", false)],
    // Of what stands here: another remedy may be agreed meanwhile.
    seen: (one) => ({ amount: one.remedy.amount }),
    buttons: [["Approve", { approved: true }], ["Refuse", { approved: false }]],
    done: "Recorded.",
  },
  DELIVERY: {
    path: "delivery",
    fields: [long("words", "What was done?", false)],
    buttons: [["It is done", {}]],
    done: "Recorded. Ask in a week how they are.",
  },
  CHECK_IN: {
    path: "check-ins",
    fields: [
      choice("mood", "How did they sound?", {
        GRATEFUL: "grateful", CALM: "calm", ANXIOUS: "anxious", DISTRESSED: "distressed", ANGRY: "angry",
      }, false),
      choice("trust", "How far do they trust us again?", {
        1: "1 – not at all", 2: "2", 3: "3", 4: "4", 5: "5 – as before",
      }, false),
      long("words", "What did they say?", false),
    ],
    buttons: [["Record it", {}], ["Nobody was reached", { answered: false }]],
    done: "Recorded.",
  },
  CLOSURE: {
    path: "closure",
    fields: [long("words", "What did they say?", false)],
    buttons: [
      ["It is good again", { by: "CUSTOMER", satisfied: true }],
      ["It will not be good", { by: "CUSTOMER", satisfied: false }],
      ["They stay silent", { by: "SILENCE" }],
    ],
    done: "The case is closed.",
  },
  REOPENING: {
    path: "reopening",
    fields: [long("words", "What did they say?")],
    buttons: [["It came back", {}]],
    done: "The case is open again.",
  },
};

/**
 * The form of what is due; a closed case can come back, a rebuilding one can be closed early, and
 * instead of what awaits approval something else can be agreed.
 */
export function nextStepForm(one, taken) {
  const steps = one.next === null
    ? ["REOPENING"]
    : [one.next.step, one.state === "REBUILDING" && one.next.step !== "CLOSURE" && "CLOSURE",
      one.state === "REBUILDING" && one.next.step === "CLOSURE" && "CHECK_IN",
      one.state === "AWAITING_APPROVAL" && "REMEDY"].filter(Boolean);
  return el("section", { class: "next no-print", aria: { labelledby: "next" } },
    el("h2", { id: "next" }, one.next === null ? "If it comes back" : STEPS[one.next.step]),
    one.next && el("p", { class: isLate(one) ? "due late" : "due" },
      `${dueWords(one.next.dueAt)}, ${one.next.owner}${
        one.next.escalatedAt ? " (it was late and went up to them)" : ""}`),
    one.state === "AWAITING_APPROVAL" && el("p", {}, approvalWords(one.remedy)),
    form(one, steps[0], taken),
    steps.slice(1).map((step) => el("details", {},
      el("summary", {}, STEPS[step]), form(one, step, taken))));
}

/** Limits are for a case with all its rounds, and what was agreed with its customer lately. */
function approvalWords({ amount, total, limit, agreedBy }) {
  const all = total.amount === amount.amount
    ? "" : `; with what was agreed with the customer before that is ${money(total)}`;
  return `${agreedBy} agreed on ${money(amount)}${all}, and may give ${money(limit)}.`;
}

function money({ amount, currency }) {
  return `${amount} ${currency}`;
}

function form(one, step, taken) {
  const { path, fields, buttons, done, seen = () => ({}) } = FORMS[step];
  const status = el("div", { class: "status", role: "status" });
  const inputs = fields.map((field) => ({ field, ...input(one, step, field) }));
  // A refused step does not use up its key; a taken one draws the page anew.
  const key = uuid();
  const send = async (extra, button) => {
    button.disabled = true;
    try {
      const values = await Promise.all(
        inputs.map(async ({ field, read }) => [field.name, await read()]));
      const body = {
        ...Object.fromEntries(values.filter(([, value]) => value !== null)), ...seen(one), ...extra,
      };
      await api(`/v1/complaints/${one.id}/${path}`, {
        method: "POST", body, headers: { "Idempotency-Key": key },
      });
      await taken(done);
    } catch (error) {
      button.disabled = false;
      show(status, el("p", { class: "problem", role: "alert" }, error.message));
    }
  };
  return el("form", { on: { submit: (event) => event.preventDefault() } },
    inputs.map(({ place }) => place),
    status,
    el("div", { class: "buttons" }, buttons.map(([label, extra], index) => {
      const button = el("button", { type: "submit", class: index === 0 ? "main" : null }, label);
      button.addEventListener("click", (event) => {
        if (event.target.form.reportValidity()) {
          send(extra, button);
        }
      });
      return button;
    })));
}

/** A field with its label, holding what `one` already says, and how to read it. */
export function input(one, step, field) {
  const id = `${step}-${field.name}`;
  const label = el("label", { for: id }, field.label, !field.needed && el("span", { class: "optional" }, " (if any)"));
  if (field.kind === "choice") {
    const select = el("select", { id, required: field.needed });
    fill(select, field, one);
    return { place: el("div", {}, label, select), read: () => chosen(field, select.value) };
  }
  if (field.kind === "money") {
    const amount = el("input", { id, type: "text", inputmode: "decimal", pattern: "[0-9]{1,7}([.,][0-9]{1,2})?" });
    return {
      place: el("div", {}, label, amount),
      read: async () => amount.value.trim() === "" ? null : {
        amount: amount.value.trim().replace(",", "."), currency: (await caseWords()).currency,
      },
    };
  }
  const text = field.kind === "long"
    ? el("textarea", { id, rows: "2", maxlength: "4000", required: field.needed })
    : el("input", { id, type: "text", maxlength: "100", required: field.needed });
  if (field.name === "by") {
    text.value = callerName() ?? "";
  } else if (field.kind === "short" && typeof one[field.name] === "string") {
    text.value = one[field.name];
  }
  return { place: el("div", {}, label, text), read: () => text.value.trim() || null };
}

function chosen(field, value) {
  if (value === "") {
    return null;
  }
  return field.name === "trust" ? Number(value) : value;
}

async function fill(select, field, one) {
  const options = field.options ?? Object.fromEntries(
    (await caseWords()).causes.map((cause) => [cause, cause.toLowerCase()]));
  select.append(el("option", { value: "" }, "–"),
    ...Object.entries(options).map(([value, words]) => el("option", { value }, words)));
  const known = one[field.name];
  if (typeof known === "string" && known in options) {
    select.value = known;
  }
}
