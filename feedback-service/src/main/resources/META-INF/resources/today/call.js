// One call: whom, why, what to ask, and the buttons for what came of it.

import { el, show } from "/assets/dom.js";
import { Refusal, api, callerName } from "/assets/session.js";
import { uuid } from "/assets/uuid.js";
import { dateWords, inHundred, money, nameOf, shortDay, today } from "/assets/words.js";
import { caseWords } from "/cases/case-words.js";

const UNDO_MS = 4000;
const REASONS_SHOWN = 2;

const OUTCOMES = {
  REACHED: "Reached",
  NO_ANSWER: "No answer",
  CALL_BACK: "Call back",
  WRONG_NUMBER: "Wrong number",
  NOT_NEEDED: "No call needed",
};

// Of these somebody was spoken with, and may have been told.
const SPOKEN = ["REACHED", "CALL_BACK"];

const DROPPED = {
  FLAG_CLEARED: "no call needed: not likely to leave any more",
  FLAG_KEPT: "no call needed: the customer stayed",
  FLAG_LOST: "too late: the customer has left",
  FLAG_WITHDRAWN: "no call needed: the history was corrected",
  NOT_NEEDED: "no call needed",
  NO_LONGER_DUE: "no call needed: what it was about is over",
  IN_ANOTHER_CALL: "spoken of in another call to the same customer",
};

const AWAY = {
  ABSENT: "who is away",
  LEFT_COMPANY: "who has left",
  REASSIGNED: "who is sent elsewhere",
};

// Of these calls the company wants to know what it was, by its own list of causes.
const ASKS_CAUSE = {
  AFTER_LEAVING: "Why they left",
  AFTER_PROJECT: "What went wrong",
};

// What was tapped and can still be taken back is sent when the page is left.
const waiting = new Set();
addEventListener("pagehide", () => waiting.forEach((send) => send(true)));

/** The card of an open call; `changed` hears of the call as it is after each change. */
export function callCard(call, changed, message = null) {
  const item = el("li", { class: "call", "data-call": call.id });
  const redraw = (after, words) => {
    const fresh = after.state === "OPEN"
      ? callCard({ ...after, phone: call.phone }, changed, words)
      : el("li", { class: "call closed" },
        el("p", { role: "status", tabindex: "-1" },
          el("strong", {}, nameOf(after.customer)), ` – ${words}`));
    // Whoever has turned to other calls meanwhile goes on seeing those.
    fresh.hidden = item.hidden;
    item.replaceWith(fresh);
    changed(after);
    fresh.querySelector('[role="status"]').focus();
  };
  item.append(el("article", { aria: { labelledby: `name-${call.id}` } },
    el("div", { class: "about" },
      message && el("p", { class: "recorded", role: "status", tabindex: "-1" }, message),
      head(call),
      owner(call, redraw),
      coming(call.comingChange),
      reasons(call),
      theirCase(call),
      lastTry(call.lastOutcome),
      questions(call)),
    record(call, redraw)));
  return item;
}

/** A call that is closed, in a line. */
export function doneLine(call) {
  const last = call.lastOutcome;
  const what = call.state === "HELD_BACK"
    ? "not called on purpose, to learn whether calling helps"
    : call.state === "DROPPED"
      ? DROPPED[call.droppedBecause]
      : `reached by ${last.by}, ${shortDay(last.at)}`;
  return el("li", {},
    el("a", { href: story(call) }, nameOf(call.customer)), ` – ${what}`,
    last && last.said && el("q", {}, last.said));
}

function story(call) {
  return `/story/?customer=${encodeURIComponent(call.customer.id)}`;
}

function head(call) {
  const late = call.dueOn < today();
  const due = call.dueOn === today()
    ? "Due today"
    : `${late ? "Overdue since" : "By"} ${dateWords(call.dueOn)}`;
  return el("div", { class: "head" },
    el("h2", { id: `name-${call.id}` }, el("a", { href: story(call) }, nameOf(call.customer))),
    el("p", { class: late ? "due late" : "due" }, due),
    el("p", { class: "phone", id: `phone-${call.id}` },
      call.phone ? el("a", { href: `tel:${call.phone.replace(/[^+\d]/gu, "")}` }, call.phone) : ""),
    risk(call));
}

/** Says nothing of a risk that nobody knows, nor of a loss that is none. */
function risk(call) {
  if (!(Number(call.probability) > 0)) {
    return null;
  }
  const loss = call.expectedLoss && Math.round(Number(call.expectedLoss.amount)) > 0
    && `, expected loss ${money(call.expectedLoss)} a year`;
  return el("p", { class: "risk" },
    "Likely to leave: ", el("strong", {}, inHundred(call.probability)), loss);
}

function owner(call, redraw) {
  const me = callerName();
  const line = el("p", { class: "owner" }, call.owner ? `${call.owner} calls.` : "Nobody has taken it.");
  if (me && call.owner !== me && !call.claimedAt) {
    const take = el("button", { class: "plain no-print", type: "button" },
      call.owner ? "Take it over" : "Take it");
    take.addEventListener("click", async () => {
      take.disabled = true;
      try {
        redraw(await claim(call.id), "It is yours now.");
      } catch (error) {
        take.disabled = false;
        show(line, wrong(error));
      }
    });
    line.append(" ", take);
  }
  return line;
}

/** Of two who take it at once one has it; the other is told who. */
async function claim(id) {
  const { body } = await api(`/v1/follow-ups/${id}/claim`, {
    method: "POST", headers: { "Idempotency-Key": uuid() },
  });
  return body;
}

function coming(change) {
  if (!change) {
    return null;
  }
  const who = change.technicianName || "somebody else";
  const usual = AWAY[change.reason] ? `the usual technician, ${AWAY[change.reason]}` : "the usual technician";
  const told = change.customerTold === true ? "The customer has been told." : "Tell them before.";
  return el("p", { class: "coming" },
    el("strong", {}, `${shortDay(change.scheduledAt, !change.anyTime)}: `),
    `${who} is to come instead of ${usual}. ${told}`);
}

/** The heaviest reasons; the others are with what to ask. */
function reasons(call) {
  return call.reasons.length > 0 && el("ul", { class: "why", aria: { label: "Why" } },
    call.reasons.slice(0, REASONS_SHOWN).map((reason) => el("li", {}, reason.text)));
}

function theirCase(call) {
  return call.complaintId && el("p", { class: "no-print" },
    el("a", { href: `/cases/?case=${encodeURIComponent(call.complaintId)}` },
      "Their case: what was done, and what they answered"));
}

function lastTry(last) {
  if (!last) {
    return el("p", { class: "last soft" }, "Not called yet.");
  }
  return el("p", { class: "last soft" },
    `Last: ${OUTCOMES[last.outcome].toLowerCase()}, ${shortDay(last.at, true)}, ${last.by}.`,
    last.said && el("q", {}, last.said));
}

function questions(call) {
  const more = call.reasons.slice(REASONS_SHOWN);
  return el("details", { class: "no-print" },
    el("summary", {}, "What to ask"),
    el("ul", { class: "questions" }, call.questions.map((question) => el("li", {}, question))),
    more.length > 0 && el("p", { class: "also soft" }, "Also: ",
      more.map((reason) => reason.text).join(" ")));
}

/** The form: words if there are any, and one tap for what came of it. */
function record(call, redraw) {
  const said = el("textarea", { id: `said-${call.id}`, rows: "1", maxlength: "4000" });
  const told = el("input", { type: "checkbox", id: `told-${call.id}` });
  const introduced = el("input", { type: "checkbox", id: `introduced-${call.id}` });
  introduced.addEventListener("change", () => { told.checked ||= introduced.checked; });
  told.addEventListener("change", () => { introduced.checked &&= told.checked; });
  const cause = causes(call);
  const status = el("div", { class: "status", role: "status", tabindex: "-1" });
  const buttons = el("div", { class: "buttons" });
  const area = el("div", { class: "record no-print", role: "group", aria: { label: `What came of the call to ${nameOf(call.customer)}` } });

  const tap = (outcome) => {
    if (outcome === "NOT_NEEDED" && !said.value.trim()) {
      show(status, el("p", { class: "problem" }, "Write in a few words why no call is needed, then tap again."));
      said.focus();
      return;
    }
    if (call.comingChange && told.checked && !SPOKEN.includes(outcome)) {
      show(status, el("p", { class: "problem" }, "Nobody was told if nobody was spoken with: take the tick away, then tap again."));
      told.focus();
      return;
    }
    const key = uuid();
    const body = { outcome };
    if (said.value.trim()) {
      body.said = said.value.trim();
    }
    if (cause && cause.value) {
      body.cause = cause.value;
    }
    if (call.comingChange && told.checked) {
      body.told = true;
      body.introduced = introduced.checked;
    }
    const send = (leaving = false) => {
      clearTimeout(timer);
      waiting.delete(send);
      show(status, el("p", { class: "pending" }, `Recording “${OUTCOMES[outcome]}”…`));
      return api(`/v1/follow-ups/${call.id}/outcome`, {
        method: "POST", body, headers: { "Idempotency-Key": key }, keepalive: leaving,
      }).then(({ body: after }) => redraw(after, recordedWords(after)))
        .catch((error) => {
          area.classList.remove("busy");
          show(status, wrong(error),
            el("button", { type: "button", on: { click: () => { area.classList.add("busy"); send(); } } }, "Try again"));
        });
    };
    const timer = setTimeout(send, UNDO_MS);
    waiting.add(send);
    area.classList.add("busy");
    const undo = el("button", { class: "plain", type: "button" }, "Undo");
    undo.addEventListener("click", () => {
      clearTimeout(timer);
      waiting.delete(send);
      area.classList.remove("busy");
      show(status);
      buttons.querySelector("button").focus();
    });
    show(status, el("p", { class: "pending" }, el("strong", {}, OUTCOMES[outcome]), " – is being recorded. ", undo));
    status.focus();
  };

  const button = (outcome, main = false) =>
    el("button", { type: "button", class: main ? "main" : null, on: { click: () => tap(outcome) } }, OUTCOMES[outcome]);
  buttons.append(button("REACHED", true), button("NO_ANSWER"), button("CALL_BACK"),
    el("details", { class: "more" },
      el("summary", {}, "More"),
      el("div", { class: "buttons" }, button("WRONG_NUMBER"), button("NOT_NEEDED"))));
  area.append(
    el("label", { for: said.id }, "What they said ", el("span", { class: "soft optional" }, "(if anything)")),
    said,
    ...(cause ? [
      el("label", { for: cause.id }, `${ASKS_CAUSE[call.kind]} `,
        el("span", { class: "soft optional" }, "(if they named it)")),
      cause] : []),
    ...(call.comingChange ? marks(call.comingChange, told, introduced) : []),
    buttons,
    status);
  return area;
}

/** The company's causes to choose from; without them the call is recorded all the same. */
function causes(call) {
  if (!ASKS_CAUSE[call.kind]) {
    return null;
  }
  const select = el("select", { id: `cause-${call.id}` }, el("option", { value: "" }, "–"));
  caseWords()
    .then((words) => select.append(...words.causes.map((cause) =>
      el("option", { value: cause }, cause.toLowerCase()))))
    .catch(() => { /* the words above say it */ });
  return select;
}

function marks(change, told, introduced) {
  const who = change.technicianName || "who comes";
  return [
    el("label", { class: "check", for: told.id }, told, "I told them of the change"),
    el("label", { class: "check", for: introduced.id }, introduced, `I introduced ${who}`),
  ];
}

function recordedWords(call) {
  const outcome = OUTCOMES[call.lastOutcome.outcome].toLowerCase();
  return call.state === "OPEN"
    ? `Recorded: ${outcome}. Next try by ${dateWords(call.dueOn)}.`
    : `Recorded: ${outcome}. Closed.`;
}

function wrong(error) {
  return el("p", { class: "problem", role: "alert" },
    error instanceof Refusal ? error.message : "Something went wrong on this page. Load it again.");
}
