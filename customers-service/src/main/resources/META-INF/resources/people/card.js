// All that anyone must know before contact, most important first, and what was just heard.

import { el, show } from "/assets/dom.js";
import { api, callerRoles, picture } from "/assets/session.js";
import { day, inHundred, shortDay } from "/assets/words.js";
import { heardForms } from "./heard.js";

const CARE = { NORMAL: "as with everybody", RAISED: "more than usual", HIGH: "the greatest care" };
const CHANNELS = {
  PHONE: "by telephone", TEXT_MESSAGE: "by text message", EMAIL: "by e-mail", LETTER: "by letter",
};
const FEEDS = {
  jobs: "who came and who comes", technicians: "the names of technicians", feedback: "complaints and the risk",
};
const BANDS = { LOW: "low", ELEVATED: "raised", MEDIUM: "raised", HIGH: "high" };
const MOODS = {
  CALM: "calm", ANXIOUS: "anxious", DISTRESSED: "distressed", ANGRY: "angry", GRATEFUL: "grateful",
};

/** Draws the card of a customer; `message` says what was just written down. */
export async function renderCard(page, which, message = null) {
  const [{ body: card }, isOneOf] = await Promise.all([
    api(`/v1/customers/${encodeURIComponent(which)}/card`, { headers: { Accept: "application/json" } }),
    callerRoles(),
  ]);
  const office = isOneOf("admin", "manager", "csr");
  const again = async (words) => {
    await renderCard(page, which, words);
    page.querySelector('[role="status"]').focus();
  };
  document.title = `${card.preferredName ?? card.name} – Familiar Face`;
  show(page,
    office && el("p", { class: "no-print" }, el("a", { href: "/people/" }, "Somebody else")),
    message && el("p", { class: "recorded", role: "status", tabindex: "-1" }, message),
    el("div", { class: "card" },
      head(card),
      first(card),
      heardForms(card, office, again),
      promises(card),
      standing(card),
      visits(card),
      freshness(card)));
}

function head(card) {
  const facts = [
    card.preferredChannel && `Prefers to be reached ${CHANNELS[card.preferredChannel]}`,
    card.preferredHours && `${card.preferredHours}`,
    card.language && `speaks ${languageName(card.language)}`,
  ].filter(Boolean);
  return el("header", { class: "card-head" },
    photo(card),
    el("h1", {}, card.preferredName ?? card.name),
    card.preferredName && card.preferredName !== card.name ? el("p", { class: "soft" }, card.name) : null,
    card.phone && el("p", {}, call(card.phone)),
    card.otherPhones.length > 0 ? el("p", { class: "small" }, "or ", ...card.otherPhones.flatMap((phone) => [call(phone), " "])) : null,
    facts.length > 0 ? el("p", { class: "soft" }, `${facts.join(", ")}.`) : null,
    card.status === "LET_GO" ? el("p", { class: "mark" }, "We have let them go.") : null,
    el("p", { class: "no-print small" },
      el("button", { class: "plain", type: "button", on: { click: () => print() } }, "Print")));
}

const call = (phone) =>
  el("a", { class: "call", href: `tel:${phone.split(";")[0].replace(/[^+\d]/gu, "")}` }, phone);

/** The face, as soon as it is here; a card without one is a card. */
function photo(card) {
  if (!card.photo) {
    return null;
  }
  const face = el("img", { class: "face", alt: `Photo of ${card.preferredName ?? card.name}`, hidden: true });
  face.addEventListener("load", () => { face.hidden = false; });
  picture(card.photo).then((address) => { face.src = address; }, () => face.remove());
  return face;
}

function languageName(tag) {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(tag);
  } catch {
    return tag;
  }
}

function section(id, title, ...children) {
  return el("section", { aria: { labelledby: id } }, el("h2", { id }, title), ...children);
}

/** What to say first: every sentence is a reason that stands on the card. */
function sayFirst(card) {
  const words = [];
  if (card.openComplaints.length > 0) {
    words.push("Say at once that you know of their complaint, and what happens next.");
  }
  if (card.brokenPromises.length > 0) {
    words.push(`Say that we broke our word, before they do: “${card.brokenPromises[0].text}”`);
  }
  if (card.mood && ["ANXIOUS", "DISTRESSED", "ANGRY"].includes(card.mood.mood)) {
    words.push(`Ask how they are: they were ${MOODS[card.mood.mood]} when we last spoke.`);
  }
  const told = card.recentTechnicianChanges.find((change) => change.customerTold === false);
  if (told) {
    words.push("Say sorry that somebody else came and nobody had told them.");
  }
  const other = card.comingVisits.find((visit) =>
    visit.isTechnicianAway || (!visit.isUsualTechnician && visit.customerTold !== true));
  if (other) {
    words.push(whoComes(other));
  }
  if (words.length === 0) {
    words.push("Nothing is on their mind that we know of. Listen, and write it down.");
  }
  return words;
}

function whoComes({ scheduledAt, technician, isTechnicianAway }) {
  const on = shortDay(scheduledAt);
  if (!technician) {
    return `Nobody is sent on ${on} yet. Find out who comes before you say a name.`;
  }
  return isTechnicianAway
    ? `${technician.name ?? "Who was to come"} is away on ${on}. Tell them who comes instead.`
    : `Tell them who comes on ${on}: it is not whom they know.`;
}

function first(card) {
  return el("section", { class: "first", aria: { labelledby: "first" } },
    el("h2", { id: "first" }, "What to say first"),
    el("ol", { class: "say" }, sayFirst(card).map((words) => el("li", {}, words))),
    el("h3", {}, `Care: ${CARE[card.careLevel]}`),
    card.careReasons.length > 0
      ? el("ul", { class: "points" }, card.careReasons.map((reason) =>
        el("li", {}, reason.text, el("span", { class: "soft small" }, ` ${day(reason.since)}`))))
      : null,
    card.whatNotToDo.length > 0
      ? [el("h3", {}, "What not to do"),
        el("ul", { class: "points not" }, card.whatNotToDo.map((words) => el("li", {}, words)))]
      : null,
    card.traits.length > 0
      ? [el("h3", {}, "What is particular"),
        el("ul", { class: "points" }, card.traits.map((trait) => el("li", {},
          trait.pinned ? el("strong", {}, trait.text) : trait.text,
          trait.said ? ` – we said: “${trait.said}”` : null,
          el("span", { class: "soft small" }, ` ${trait.heardBy}, ${day(trait.heardAt)}`))))]
      : null);
}

function promises(card) {
  const all = [
    ...card.brokenPromises.map((promise) => ({ promise, state: "broken" })),
    ...card.standingPromises.map((promise) => ({ promise, state: "stands" })),
  ];
  return section("promises", "What we promised",
    all.length > 0
      ? el("ul", { class: "promises" }, all.map(({ promise, state }) => el("li", { class: state },
        el("span", { class: "state" }, state === "stands" ? "We owe it" : "We broke it"),
        el("span", {}, promise.text),
        el("span", { class: "soft small" },
          `${promise.madeBy}, ${day(promise.madeAt)}`,
          promise.validUntil ? `, until ${day(promise.validUntil)}` : null,
          state === "broken" ? `, broken ${day(promise.decidedAt)}` : null))))
      : el("p", { class: "soft" }, "Nothing that stands or was broken."));
}

function standing(card) {
  const risk = card.risk;
  return section("standing", "How it stands",
    el("ul", { class: "points" },
      card.openComplaints.map((complaint) => el("li", {},
        `A complaint is open${complaint.reopened ? " again" : ""} since ${day(complaint.receivedAt)}.`)),
      el("li", {}, risk
        ? `The risk that they leave is ${BANDS[risk.band] ?? risk.band}: ${inHundred(risk.probability)}${
          risk.reasonCodes.length > 0 ? `, because of ${risk.reasonCodes.map(codeWords).join(", ")}` : ""}.`
        : "The risk that they leave is not known yet."),
      el("li", {}, card.mood
        ? `At the last contact they were ${MOODS[card.mood.mood]} (${day(card.mood.at)}).`
        : "Nobody has noted yet how they feel."),
      card.notYetExplained.length > 0 ? el("li", {},
        `Nobody has explained yet: ${card.notYetExplained.map((step) => step.title).join("; ")}.`) : null));
}

function codeWords(code) {
  return code.toLowerCase().replaceAll("_", " ");
}

function unknown({ technician, isUsualTechnician, customerTold }) {
  if (!technician || isUsualTechnician) {
    return "";
  }
  return customerTold === true ? ", of whom they were told" : ", whom they do not know";
}

function visits(card) {
  const who = (technician) => technician.name ?? "somebody we cannot name";
  return section("visits", "Who comes",
    el("ul", { class: "points" },
      card.faces.visits > 0 ? el("li", {}, el("strong", {}, card.faces.text),
        ` ${card.faces.met.map((face) => `${who(face.technician)} ${face.visits}`).join(", ")}.`) : null,
      card.usualTechnicians.map((usual) => el("li", {},
        `They know ${who(usual.technician)}${usual.program ? `, for ${usual.program}` : ""}.`)),
      card.comingVisits.map((visit) => el("li", {},
        `${shortDay(visit.scheduledAt, !visit.anyTime)}: ${visit.technician ? who(visit.technician) : "nobody yet"}${
          visit.isTechnicianAway ? ", who is away then" : unknown(visit)}.`)),
      card.recentTechnicianChanges.map((change) => el("li", {},
        `${day(change.at)}: ${who(change.to)} came instead of ${who(change.from)}${
          change.customerTold === false ? ", and they had not been told" : ""}.`)),
      card.usualTechnicians.length + card.comingVisits.length === 0
        ? el("li", { class: "soft" }, "No visit is known.") : null));
}

function freshness(card) {
  const old = card.freshness.filter((part) => part.feed && !part.upToDate);
  return el("p", { class: "soft small" }, old.length === 0
    ? "All of this is as new as it can be."
    : `Not quite new: ${old.map((part) => `${FEEDS[part.feed] ?? part.feed} (${
      part.asOf ? `as of ${shortDay(part.asOf, true)}` : "not heard of yet"})`).join("; ")}.`);
}
