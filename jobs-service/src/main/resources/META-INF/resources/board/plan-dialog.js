// A plan for the visits of somebody who is away or leaves: what changes, what that costs, and the
// choice to do so, as a whole or by visit, or to have it made anew.

import { el, show } from "/assets/dom.js";
import { api } from "/assets/session.js";
import { uuid } from "/assets/uuid.js";
import { count, dateWords, inHundred, money, shortDay } from "/assets/words.js";

/** "Ben Ortiz is away from Mon 23 Nov to Fri 27 Nov: 4 to decide" */
export function planTitle(plan) {
  const why = plan.kind === "DEPARTURE"
    ? `${plan.technicianName} leaves; from ${dateWords(plan.from)}`
    : `${plan.technicianName} is away ${days(plan)}`;
  return `${why}: ${plan.undecided} to decide${
    plan.state === "STALE" ? "; something has changed since" : ""}`;
}

function days(plan) {
  return plan.from === plan.until
    ? `on ${dateWords(plan.from)}` : `from ${dateWords(plan.from)} to ${dateWords(plan.until)}`;
}

/**
 * @param summary of the plan, as the list has it
 * @param changed called with words when something was decided
 */
export async function openPlan(summary, changed) {
  const dialog = el("dialog", { class: "plan", aria: { labelledby: "plan-title" } });
  const close = () => { dialog.close(); };
  dialog.addEventListener("close", () => dialog.remove());
  const plan = (await api(`/v1/plans/${summary.id}`)).body;
  const open = plan.items.filter(isOpen);
  const boxes = open.map((item) => el("input", {
    type: "checkbox",
    checked: true,
    disabled: plan.state === "STALE",
    value: item.id,
    id: `item-${item.id}`,
  }));
  const outcome = el("div", { aria: { live: "polite" } });
  const key = { acceptance: uuid(), refusal: uuid(), renewal: uuid() };
  boxes.forEach((box) => box.addEventListener("change", () => {
    key.acceptance = uuid();
    key.refusal = uuid();
  }));
  async function decide(decision, done) {
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    if (chosen.length === 0) {
      show(outcome, el("p", { class: "problem", role: "alert" }, "Choose at least one."));
      return;
    }
    try {
      await api(`/v1/plans/${plan.id}/${decision}`, {
        method: "POST",
        body: chosen.length === open.length ? {} : { itemIds: chosen },
        headers: { "Idempotency-Key": key[decision] },
      });
      close();
      await changed(`${done}: ${many(chosen)}.`);
    } catch (error) {
      show(outcome, el("p", { class: "problem", role: "alert" }, error.message));
    }
  }
  function many(chosen) {
    return open.every((item) => item.visitId !== null)
      ? count(chosen.length, "visit", "visits") : `${chosen.length}`;
  }
  async function renew() {
    buttons.forEach((one) => { one.disabled = true; });
    show(outcome, el("p", { class: "soft" }, "It is made anew, by the visits as they are now…"));
    try {
      await api(`/v1/plans/${plan.id}/renewal`, {
        method: "POST", headers: { "Idempotency-Key": key.renewal },
      });
      const made = await whenMade(plan.id);
      close();
      await changed("The plan is made anew.");
      await openPlan({ ...made, undecided: made.items.filter(isOpen).length }, changed);
    } catch (error) {
      buttons.forEach((one) => { one.disabled = false; });
      show(outcome, el("p", { class: "problem", role: "alert" }, error.message));
    }
  }
  const stale = plan.state === "STALE";
  const buttons = [
    !stale && open.length > 0
      && button("Do as chosen", () => decide("acceptance", "Done as planned"), "main"),
    !stale && open.length > 0 && button("Leave as it is", () => decide("refusal", "Left as it is")),
    button("Make it anew", renew, stale ? "main" : null),
    button("Close", close, "plain"),
  ].filter(Boolean);
  dialog.append(el("div", {},
    // Read from the top: the first button may be far below.
    el("h2", { id: "plan-title", tabindex: "-1", autofocus: true }, planTitle(summary)),
    worth(plan),
    plan.why ? el("p", { class: "soft" }, plan.why) : null,
    el("ul", { class: "proposals" }, open.map((item, i) => proposal(item, boxes[i]))),
    outcome,
    el("div", { class: "buttons" }, buttons)));
  document.body.append(dialog);
  dialog.showModal();
}

function isOpen(item) {
  return item.decision === null;
}

/** The plan once it is no longer being made; it is asked for each second. */
async function whenMade(id) {
  for (;;) {
    const { body } = await api(`/v1/plans/${id}`);
    if (body.state !== "SOLVING") {
      return body;
    }
    await new Promise((resolve) => { setTimeout(resolve, 1000); });
  }
}

/** Beside what a dispatcher does without a plan: send whoever is free. */
function worth(plan) {
  const broken = plan.promisesBroken;
  const loss = plan.expectedLoss;
  return el("div", { class: "cost" },
    loss ? el("p", {}, `Expected to be lost in a year: ${money(loss.plan)} with this plan, ${
      money(loss.nextFree)} if whoever is free is sent.`) : null,
    broken ? el("p", {}, `It breaks ${
      broken.plan === 0 ? "no promise" : count(broken.plan, "promise", "promises")}; whoever is free, ${
      broken.nextFree === 0 ? "none" : broken.nextFree}.`) : null,
    plan.visitsLeft?.plan > 0 && el("p", { class: "mark" }, `For ${
      count(plan.visitsLeft.plan, "visit", "visits")} nobody was found.`));
}

function proposal(item, box) {
  const who = item.customerName || `Customer ${item.customerId}`;
  return el("li", {},
    el("label", { class: "check", for: box.id }, box, el("strong", {}, `${who}: ${what(item)}`)),
    el("p", { class: "soft small" }, item.reason),
    (item.visitId !== null || breaks(item)) && el("p", { class: "small" },
      item.visitId !== null && `${risk(item)} `,
      breaks(item) && el("span", { class: "mark" }, `It breaks ${
        count(item.promisesBroken.length, "promise", "promises")}.`)));
}

function breaks(item) {
  return item.promisesBroken.length > 0;
}

function what(item) {
  if (item.projectId !== null) {
    const step = `${item.stepTitle}, from ${shortDay(item.scheduledAt)}`;
    return item.technicianId ? `${item.technicianName} works on it: ${step}` : `nobody was found: ${step}`;
  }
  if (item.visitId === null) {
    return item.technicianId
      ? `${item.technicianName} comes once the pause ends` : "nobody was found for when the pause ends";
  }
  const when = shortDay(item.scheduledAt, true);
  switch (item.proposal) {
    case "SEND": return `${item.technicianName} goes, ${when}`;
    case "MOVE": return `moves to ${when}`;
    default: return `nobody was found, ${when}`;
  }
}

function risk(item) {
  return item.probabilityNow !== null && item.probabilityAfter !== null
    ? `The risk that they leave goes from ${inHundred(item.probabilityNow)} to ${
      inHundred(item.probabilityAfter)}.`
    : "What it does to the risk is not known now.";
}

function button(text, click, kind = null) {
  return el("button", { type: "button", class: kind, on: { click } }, text);
}
