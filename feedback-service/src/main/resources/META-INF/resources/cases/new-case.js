// A complaint that somebody tells us on the telephone, taken down while they speak.

import { el, show } from "/assets/dom.js";
import { api } from "/assets/session.js";
import { uuid } from "/assets/uuid.js";
import { choice, input, long, severity, short } from "./next-step.js";

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/iu;

const FIELDS = [
  short("customer", "Customer’s key, such as C0001"),
  long("words", "What do they say? In their own words."),
  severity(),
  choice("cause", "What is it about?", null, false),
];

/** The form; `taken` hears of the case that came of it. */
export function newCaseForm(customer, taken) {
  const status = el("div", { class: "status", role: "status" });
  const inputs = FIELDS.map((field) => ({ field, ...input({ customer }, "NEW", field) }));
  const button = el("button", { type: "submit", class: "main" }, "Take it down");
  // A refused one does not use up its key.
  const key = uuid();
  const send = async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      const values = await Promise.all(
        inputs.map(async ({ field, read }) => [field.name, await read()]));
      const { customer: whose, ...said } = Object.fromEntries(
        values.filter(([, value]) => value !== null));
      const { body } = await api("/v1/complaints", {
        method: "POST", body: { ...named(whose), ...said }, headers: { "Idempotency-Key": key },
      });
      taken(body);
    } catch (error) {
      button.disabled = false;
      show(status, el("p", { class: "problem", role: "alert" }, error.message));
    }
  };
  return el("section", { class: "next" },
    el("form", { on: { submit: send } },
      inputs.map(({ place }) => place),
      status,
      el("div", { class: "buttons" }, button)));
}

/** The customer as a request names them: by their id, or by their key. */
export function named(customer) {
  return UUID.test(customer)
    ? { customerId: customer }
    : { customerExternalId: customer.replace(/^ext:/u, "") };
}
