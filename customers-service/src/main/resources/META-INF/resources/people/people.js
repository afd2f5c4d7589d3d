// Who is on the phone: found while their name, number or street is typed, and all that anyone must
// know before contact.

import { el, show } from "/assets/dom.js";
import { api, callerRoles } from "/assets/session.js";
import { start } from "/assets/sign-in.js";
import { BRING_A_LIST, count } from "/assets/words.js";
import { renderCard } from "./card.js";

const page = document.querySelector("#page");
const asked = new URLSearchParams(location.search);
const which = asked.get("customer");
const MOST = 20;
const PAUSE_MS = 150;

const FOUND_BY = {
  name: null, preferredName: null, people: "one of their people", phone: "the telephone number",
  address: "the address", sites: "one of their places", email: "the e-mail address",
};

const LOOKING = ["admin", "manager", "csr", "accounting"];
let readsCards = true;

start(page, which ? "Fetching the card…" : "One moment…", which ? loadCard : loadSearch);

async function loadCard() {
  await renderCard(page, which);
}

async function loadSearch() {
  const isOneOf = await callerRoles();
  if (isOneOf("technician") && !isOneOf(...LOOKING)) {
    show(page,
      el("h1", {}, "People"),
      el("p", { class: "notice" }, "Only the office looks for people. What to know of those you visit"
        + " stands on the job sheet of the visit."));
    return;
  }
  readsCards = isOneOf("admin", "manager", "csr");
  const field = el("input", {
    id: "q", type: "search", autocomplete: "off", spellcheck: "false", enterkeyhint: "search",
    aria: { describedby: "q-help" },
    on: { input: () => later(() => search(field.value)) },
  });
  field.value = asked.get("q") ?? "";
  show(page,
    el("h1", {}, "People"),
    el("form", {
      class: "search", role: "search",
      on: { submit: (event) => { event.preventDefault(); search(field.value); } },
    },
    el("label", { for: "q" }, "Who is it?"),
    field,
    el("p", { id: "q-help", class: "soft small" },
      "Part of a name, a telephone number or a street. A slip of the finger is forgiven.")),
    el("p", { id: "found", class: "soft", role: "status" }),
    el("div", { id: "results" }));
  field.focus();
  await search(field.value);
  if (!field.value) {
    await sayIfNobodyIsThere();
  }
}

/** To whoever has just begun; a role that may not look is told so by what it types. */
async function sayIfNobodyIsThere() {
  const { body } = await api("/v1/customers?limit=1").catch(() => ({ body: null }));
  if (body?.items.length === 0) {
    show(document.querySelector("#found"), `No customer is here yet. ${BRING_A_LIST}`);
  }
}

let timer = null;
let turn = 0;

function later(what) {
  clearTimeout(timer);
  timer = setTimeout(what, PAUSE_MS);
}

/** Only the answer to what was typed last is shown. */
async function search(typed) {
  clearTimeout(timer);
  const mine = ++turn;
  const text = typed.trim();
  const places = [document.querySelector("#found"), document.querySelector("#results")];
  history.replaceState(null, "", text ? `?q=${encodeURIComponent(text)}` : location.pathname);
  if (!text) {
    places.forEach((place) => show(place));
    return;
  }
  try {
    const { body } = await api(`/v1/customers?limit=${MOST}&q=${encodeURIComponent(text)}`);
    if (mine === turn) {
      showFound(body, ...places);
    }
  } catch (error) {
    if (mine === turn) {
      show(places[0]);
      show(places[1], el("p", { class: "problem", role: "alert" }, error.message));
    }
  }
}

function showFound({ items, nextCursor }, status, results) {
  show(status, items.length === 0
    ? "Nobody is found by that. Try fewer letters, or the number they call from."
    : nextCursor
      ? `More than ${MOST} are found: type one more letter.`
      : `${count(items.length, "customer is", "customers are")} found.`);
  show(results, el("ul", { class: "people" }, items.map(found)));
}

function found(customer) {
  const place = [customer.address?.line1, customer.address?.city].filter(Boolean).join(", ");
  const by = FOUND_BY[customer.match] ?? null;
  const card = readsCards && `/people/?customer=${encodeURIComponent(customer.id)}`;
  return el("li", {},
    el(card ? "a" : "div", { class: "person", href: card },
      el("span", { class: "person-name" }, customer.name,
        customer.preferredName && customer.preferredName !== customer.name
          ? el("span", { class: "soft" }, ` ${customer.preferredName}`) : null),
      place && el("span", { class: "soft small" }, place),
      customer.phone && el("span", { class: "soft small" }, customer.phone),
      customer.status === "LET_GO" && el("span", { class: "mark" }, "let go"),
      by && el("span", { class: "soft small" }, `found by ${by}`)));
}
