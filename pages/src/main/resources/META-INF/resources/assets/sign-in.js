// What all pages do before there is anything to show: sign in, then load.

import { el, show } from "./dom.js";
import {
  Refusal, begin, callerName, goToProvider, isSignedIn, keep, onSessionEnd, settings, signOut,
} from "./session.js";
import { showNavigation } from "./navigation.js";
import { useTimeZone } from "./words.js";

/**
 * Runs `load` once somebody is signed in, and shows in `place` whatever comes between: the form to
 * sign in, that it is loading, or what went wrong and what to do. When the session ends later, the
 * form comes before the page, on which something may be written.
 */
export async function start(place, loading, load) {
  const bar = document.querySelector("#who");
  let loaded = false;
  const sayWho = () => show(bar, ...signedInAs(() => { signOut(); form(); }));
  const attempt = async () => {
    loaded = false;
    sayWho();
    show(place, el("p", { class: "notice", role: "status" }, loading));
    try {
      await load();
      loaded = true;
    } catch (error) {
      if (!(error instanceof Refusal)) {
        console.error(error);
      }
      if (error.status === 401) {
        form(error.message);
      } else {
        wentWrong(place, error, attempt, form);
      }
    }
  };
  const form = (message) => {
    loaded = false;
    show(bar);
    show(place, signInForm(config.signIn, message, attempt));
    place.querySelector("input, button").focus();
  };
  let config = { signIn: null };
  onSessionEnd((message) => loaded && formBefore(config.signIn, message, sayWho));
  addEventListener("unhandledrejection", (event) => {
    if (event.reason instanceof Refusal) {
      event.preventDefault();
      notDone(place, event.reason);
    }
  });
  try {
    config = await settings();
    useTimeZone(config.timeZone);
    showNavigation(config.services);
    await begin();
  } catch (error) {
    form(words(error));
    return;
  }
  if (isSignedIn()) {
    await attempt();
  } else {
    form();
  }
}

function words(error) {
  return error instanceof Refusal
    ? error.message
    : "Something went wrong on this page. Load it again.";
}

/** The form in a window of its own; what it stands before stays as it is. */
function formBefore(provider, message, signedIn) {
  if (document.querySelector("dialog.ended")) {
    return;
  }
  const dialog = el("dialog", { class: "ended", aria: { labelledby: "sign-in" } },
    signInForm(provider, message, () => { dialog.close(); signedIn(); }, "h2"));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Above the page: what was pressed and could not be done. */
function notDone(place, refusal) {
  place.querySelector(".not-done")?.remove();
  if (refusal.status !== 401) {
    const words = el("p", { class: "problem not-done", role: "alert" }, refusal.message);
    place.prepend(words);
    words.scrollIntoView({ block: "nearest" });
  }
}

/** What is said when something could not be loaded. */
function wentWrong(place, error, again, signIn) {
  const [text, click] = error.status === 403
    ? ["Sign in as somebody else", () => signIn()]
    : ["Try again", again];
  show(
    place,
    el("div", { class: "problem", role: "alert" },
      el("p", {}, words(error)),
      el("p", {}, el("button", { type: "button", on: { click } }, text))));
}

function signedInAs(leave) {
  const name = callerName();
  return [
    name && el("span", { class: "who" }, `Signed in as ${name}`),
    el("button", { class: "plain", type: "button", on: { click: leave } }, "Sign out"),
  ];
}

function signInForm(provider, message, attempt, heading = "h1") {
  const problem = el("p", { class: "problem", role: "alert", hidden: !message }, message || "");
  const fail = (text) => {
    problem.textContent = text;
    problem.hidden = false;
  };
  const token = el("input", {
    id: "token", type: "password", required: true, autocomplete: "off", spellcheck: "false",
    aria: { describedby: "token-help" },
  });
  const paste = el("form", {
    on: {
      submit: (event) => {
        event.preventDefault();
        if (!token.value.trim()) {
          fail("Paste a token first.");
          return;
        }
        try {
          keep(token.value);
        } catch (error) {
          fail(words(error));
          return;
        }
        attempt();
      },
    },
  },
  el("div", {},
    el("label", { for: "token" }, "Your token"),
    token),
  el("p", { id: "token-help", class: "soft small" },
    "Paste it once; this tab remembers it until it is closed. ",
    el("code", {}, "./familiar token --role csr"), " prints one."),
  el("button", { type: "submit", class: provider ? null : "main" }, "Sign in"));
  const atProvider = provider && el("button", {
    type: "button",
    class: "main",
    on: { click: () => goToProvider().catch((error) => fail(words(error))) },
  }, "Sign in with your account");
  return el("section", { class: "sign-in" },
    el(heading, { id: "sign-in" }, "Sign in"),
    problem,
    atProvider,
    provider ? el("details", {}, el("summary", {}, "Use a token instead"), paste) : paste);
}
