// The books at a glance: what needs somebody, what is ready to go out, and theirs against ours.

import { el, show } from "/assets/dom.js";
import { Refusal, api, callerRoles, fetched } from "/assets/session.js";
import { start } from "/assets/sign-in.js";
import { count, dateWords, shortDay } from "/assets/words.js";

const page = document.querySelector("#page");
const SHOWN = 50;
const DOCUMENTS = "/v1/accounting/documents";

const FORMATS = {
  CSV: "CSV, all that we know",
  QUICKBOOKS_CSV: "QuickBooks Online",
  XERO_CSV: "Xero",
  UBL: "UBL (e-invoices)",
  HLEDGER: "hledger journal",
  JSON: "JSON",
};

let may;

start(page, "Opening the books…", load);

async function load(message = null) {
  const isOneOf = await callerRoles();
  may = { send: isOneOf("accounting", "admin"), compare: isOneOf("accounting", "admin", "manager") };
  const [rejected, held, overdue, ready, dead, refused, givenUp, exports] = await Promise.all([
    list(`${DOCUMENTS}?state=REJECTED`),
    list(`${DOCUMENTS}?state=HELD`),
    list(`${DOCUMENTS}?overdue=true&disputed=false`),
    list(`${DOCUMENTS}?state=READY`),
    list("/v1/accounting/deliveries?state=DEAD"),
    list("/v1/accounting/bookings?state=REFUSED"),
    list("/v1/accounting/bookings?state=GIVEN_UP"),
    list("/v1/accounting/exports"),
  ]);
  const unbooked = {
    items: [...refused.items, ...givenUp.items],
    more: refused.more || givenUp.more,
  };
  render({ rejected, held, overdue, ready, dead, unbooked, exports }, message);
}

/** The first of a list, and whether there are more; none where the caller's role may not look. */
async function list(path) {
  try {
    const { body } = await api(`${path}${path.includes("?") ? "&" : "?"}limit=${SHOWN}`);
    return { items: body.items, more: body.nextCursor !== null, allowed: true };
  } catch (error) {
    if (error.status === 403 && path !== `${DOCUMENTS}?state=READY`) {
      return { items: [], more: false, allowed: false };
    }
    throw error;
  }
}

function render({ rejected, held, overdue, ready, dead, unbooked, exports }, message) {
  const urgent = [
    [rejected, "document was", "documents were", "refused"],
    [dead, "delivery was", "deliveries were", "given up"],
    [unbooked, "document was", "documents were", "not booked"],
  ].filter(([some]) => some.items.length > 0);
  show(page,
    el("h1", {}, "Accounting"),
    el("p", { class: "summary" }, urgent.length === 0
      ? `Nothing was refused. ${many(ready, "document is", "documents are")} ready to go out.`
      : `${urgent.map(([some, one, more, what]) => `${many(some, one, more)} ${what}`).join(", ")}.`),
    message && el("p", { class: "recorded", role: "status", tabindex: "-1" }, message),
    section("rejected", "Refused by accounting", rejected,
      "Correct what it says there, or in our mapping; each goes out again with the next export.",
      (one) => row(one, `“${one.words}”`)),
    section("dead", "Deliveries given up", dead,
      "The receiver did not take these. Put it right there, then send them again.", deadRow),
    section("unbooked", "Not booked", unbooked,
      "The accounting system did not take these. Put right what it says, then book them again.",
      unbookedRow),
    readySection(ready, exports),
    section("held", "Held", held,
      "A complaint about these is open, so nobody is asked to pay. They become ready when it ends.",
      (one) => row(one, `Disputed since ${shortDay(one.disputedSince)}`)),
    section("overdue", "Overdue", overdue,
      "These should have been paid. Ask what is not right with them before you ask for the money.",
      (one) => row(one, `Due ${dateWords(one.dueOn)}, ${amount(one.owed)} still owed`)),
    may.compare && comparison());
}

function many(some, one, more) {
  return some.more ? `More than ${count(SHOWN, one, more)}` : count(some.items.length, one, more);
}

function section(id, title, some, explained, rowOf) {
  return some.items.length > 0 && el("section", { aria: { labelledby: id } },
    el("h2", { id }, title, " ", el("span", { class: "soft" },
      some.more ? `the last ${SHOWN}` : String(some.items.length))),
    el("p", { class: "soft" }, explained),
    el("ul", { class: "rows" }, some.items.map(rowOf)));
}

function row(one, words) {
  return el("li", {},
    el("span", { class: "number" }, one.number),
    el("span", {}, `${one.customerName ?? "Unknown customer"}, ${dateWords(one.issuedOn)}. ${words}`),
    el("span", { class: "amount" }, amount(one.total)));
}

function deadRow(one) {
  const last = one.attempts[one.attempts.length - 1];
  return el("li", {},
    el("span", { class: "number" }, one.document),
    el("span", {}, last ? `Tried ${count(one.attempts.length, "time", "times")}. ${last.error}` : ""),
    el("button", {
      type: "button",
      aria: { label: `Send ${one.document} again` },
      on: {
        click: () => act(async () => {
          await api(`/v1/accounting/deliveries/${one.id}/redelivery`, { method: "POST", body: {} });
          return `${one.document} is on its way again.`;
        }),
      },
    }, "Send again"));
}

function unbookedRow(one) {
  return el("li", {},
    el("span", { class: "number" }, one.document),
    el("span", {}, one.words),
    el("button", {
      type: "button",
      aria: { label: `Book ${one.document} again` },
      on: {
        click: () => act(async () => {
          await api("/v1/accounting/bookings/retries",
            { method: "POST", body: { documents: [one.document] } });
          return `${one.document} is on its way again.`;
        }),
      },
    }, "Book again"));
}

function readySection(ready, exports) {
  const format = el("select", { id: "format" },
    Object.entries(FORMATS).map(([value, label]) => el("option", { value }, label)));
  const last = exports.items[0];
  return el("section", { aria: { labelledby: "ready" } },
    el("h2", { id: "ready" }, "Ready to go out"),
    el("p", { class: "soft" }, ready.items.length === 0
      ? last ? "Every document has gone out." : "Nothing is there to go out."
      : `${many(ready, "document", "documents")}, ${totals(ready.items)}${ready.more ? " and more" : ""}.`),
    may.send && el("div", { class: "tools no-print" },
      el("div", {}, el("label", { for: "format" }, "As"), format),
      el("button", {
        type: "button",
        class: "main",
        on: { click: () => act(() => send(format.value)) },
      }, "Send to accounting"),
      last && el("button", {
        type: "button",
        on: { click: () => act(() => download(last)) },
      }, `Download the last export again (${shortDay(last.madeAt)})`)),
    last && el("p", { class: "soft small" },
      `Last export: ${count(last.documents, "document", "documents")}, ${
        last.state === "CONFIRMED" ? `confirmed by ${last.confirmedBy}` : "not confirmed yet"}.`));
}

async function send(format) {
  const { body } = await api("/v1/accounting/exports", { method: "POST", body: { format, since: "LAST" } });
  if (body.documents > 0) {
    await download(body);
  }
  return body.documents === 0
    ? "There was nothing to send."
    : `${count(body.documents, "document was", "documents were")} sent: ${
      body.totals.map(({ amount: sum, currency }) => `${sum} ${currency}`).join(", ")}.`;
}

async function download(receipt) {
  const answer = await fetched(receipt.content);
  const name = /filename="([^"]+)"/u.exec(answer.headers.get("Content-Disposition") || "");
  const url = URL.createObjectURL(await answer.blob());
  const link = el("a", { href: url, download: name ? name[1] : "export" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  return "The same documents were downloaded again.";
}

function comparison() {
  const file = el("input", { id: "theirs", type: "file", accept: ".csv,text/csv" });
  const report = el("div", { role: "status" });
  return el("section", { aria: { labelledby: "compare" } },
    el("h2", { id: "compare" }, "Theirs against ours"),
    el("p", { class: "soft" },
      "A CSV of what the accounting system holds: number and total, and customer, currency and"
      + " issuedOn if it has them. Nothing is changed by comparing."),
    el("div", { class: "tools no-print" },
      el("div", {}, el("label", { for: "theirs" }, "Their list"), file),
      el("button", {
        type: "button",
        on: { click: () => compare(file.files[0], report) },
      }, "Compare")),
    report);
}

async function compare(file, report) {
  if (!file) {
    show(report, el("p", { class: "problem" }, "Choose a file first."));
    return;
  }
  try {
    const answer = await fetched("/v1/accounting/reconciliation", {
      method: "POST",
      body: await file.text(),
      headers: { "Content-Type": "text/csv" },
    });
    const result = await answer.json();
    show(report,
      el("p", {}, `${result.matching} of ours (${result.ours}) and theirs (${result.theirs}) are the same. ${
        count(result.differing, "difference", "differences")}.`),
      el("ul", { class: "rows" }, result.differences.map((one) => el("li", {},
        el("span", { class: "number" }, one.number),
        el("span", {}, one.whatToDo),
        el("span", { class: "amount" }, `${one.ours ?? "nothing"} / ${one.theirs ?? "nothing"}`)))));
  } catch (error) {
    show(report, el("p", { class: "problem" }, words(error)));
  }
}

/** Does something, then shows the books as they are now, with what was done. */
async function act(something) {
  let message;
  try {
    message = await something();
  } catch (error) {
    message = words(error);
  }
  await load(message);
  page.querySelector('[role="status"]').focus();
}

function words(error) {
  return error instanceof Refusal ? error.message : "Something went wrong. Load the page again.";
}

function totals(documents) {
  const sums = new Map();
  for (const { kind, total } of documents) {
    const cents = Math.round(Number(total.amount) * 100) * (kind === "INVOICE" ? 1 : -1);
    sums.set(total.currency, (sums.get(total.currency) ?? 0) + cents);
  }
  return [...sums].map(([currency, cents]) => inWords(cents / 100, currency)).join(", ");
}

function amount(money) {
  return inWords(Number(money.amount), money.currency);
}

function inWords(value, currency) {
  return new Intl.NumberFormat("en", { style: "currency", currency }).format(value);
}
