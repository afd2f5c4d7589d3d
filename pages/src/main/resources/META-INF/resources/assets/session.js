// Who is signed in, and calls to the API in their name.
//
// The token stays in this tab: it is kept in sessionStorage, never in an address that is sent.

const TOKEN = "familiar.token";
const FLOW = "familiar.sign-in";

/** A refusal in words that can be shown; its type says which it is. */
export class Refusal extends Error {
  constructor(status, message, type = "") {
    super(message);
    this.status = status;
    this.type = type;
  }
}

let config;
let whenEnded = () => {};

/** Says what happens once a token is refused, with words to show; it is forgotten by then. */
export function onSessionEnd(what) {
  whenEnded = what;
}

/** What the service says about itself before anybody has signed in. */
export async function settings() {
  if (!config) {
    const answer = await fetch("/assets/config.json", { cache: "no-store" });
    if (!answer.ok) {
      throw new Refusal(answer.status, "The service does not answer as it should. Try again soon.");
    }
    config = await answer.json();
  }
  return config;
}

/**
 * Takes up what the address brings: a token after # (as ./familiar prints it; an empty one of
 * whoever has signed out on another page), or the answer of the provider where somebody signed in.
 * Either is taken out of the address.
 */
export async function begin() {
  const brought = new URLSearchParams(location.hash.slice(1)).get("token");
  if (brought !== null) {
    history.replaceState(null, "", location.pathname + location.search);
    signOut();
    if (brought) {
      keep(brought);
    }
  }
  const query = new URLSearchParams(location.search);
  if (query.has("state") && (query.has("code") || query.has("error"))) {
    await comeBack(query);
  }
}

/** Line breaks and blanks are those of the window it was copied from. */
export function keep(token) {
  const bare = token.trim().replace(/^Bearer\s+/iu, "").replace(/\s/gu, "");
  if (!/^[!-~]+$/u.test(bare)) {
    throw new Refusal(0, "This is no token: it has letters and signs that no token has. Copy it anew.");
  }
  sessionStorage.setItem(TOKEN, bare);
}

export function isSignedIn() {
  return Boolean(currentToken());
}

/** The token of this tab; empty after it was signed out, null if nobody has signed in. */
export function currentToken() {
  return sessionStorage.getItem(TOKEN);
}

export function signOut() {
  sessionStorage.setItem(TOKEN, "");
}

/** The name in the token, for showing only: what it allows is decided by the service. */
export function callerName() {
  try {
    const payload = sessionStorage.getItem(TOKEN).split(".")[1];
    const bytes = Uint8Array.from(
      atob(payload.replace(/-/gu, "+").replace(/_/gu, "/")), (c) => c.charCodeAt(0));
    const claims = JSON.parse(new TextDecoder().decode(bytes));
    return claims.upn || claims.preferred_username || claims.sub || null;
  } catch {
    return null;
  }
}

let roles = { token: null, held: [] };

/**
 * What tells whether the caller has one of some roles, so that nothing is offered that would be
 * refused; whether it is decides the service.
 */
export async function callerRoles() {
  const token = currentToken();
  if (roles.token !== token) {
    roles = { token, held: (await api("/assets/caller.json")).body.roles };
  }
  const { held } = roles;
  return (...some) => some.some((role) => held.includes(role));
}

/** Calls the API; answers what it says, or throws a Refusal with words to show. */
export async function api(path, { body, headers = {}, ...request } = {}) {
  const answer = await fetched(path, body === undefined
    ? { ...request, headers }
    : {
      ...request,
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const isPage = (answer.headers.get("Content-Type") || "").startsWith("text/html");
  return { etag: answer.headers.get("ETag"), body: await (isPage ? answer.text() : answer.json()) };
}

/** The address of a picture that only whoever is signed in may see; it lives as long as the page. */
export async function picture(path) {
  return URL.createObjectURL(await (await fetched(path)).blob());
}

/** The same call as it was answered, or a Refusal. */
export async function fetched(path, { headers = {}, ...request } = {}) {
  let answer;
  try {
    answer = await fetch(path, {
      ...request,
      headers: { Authorization: `Bearer ${currentToken()}`, ...headers },
    });
  } catch {
    throw new Refusal(0, "The service cannot be reached. Look at the connection and try again.");
  }
  if (!answer.ok) {
    throw await refusal(answer);
  }
  return answer;
}

/** All items of a list, page by page. */
export async function everything(path) {
  const items = [];
  let cursor = null;
  let first = null;
  do {
    const next = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
    const { body } = await api(`${path}${path.includes("?") ? "&" : "?"}limit=500${next}`);
    first ??= body;
    items.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor);
  return { first, items };
}

async function refusal(answer) {
  if (answer.status === 401) {
    signOut();
    const ended = new Refusal(
      401, "This token is not valid, or not any more. Sign in with a new one.");
    whenEnded(ended.message);
    return ended;
  }
  const problem = await answer.json().catch(() => ({}));
  if (answer.status === 403 && /[:/]forbidden$/u.test(problem.type ?? ":forbidden")) {
    return new Refusal(
      403, "Your role may not do this. Ask whoever gives out the tokens for one that may.");
  }
  return new Refusal(
    answer.status,
    problem.detail || "Something went wrong. Try again; if it stays, tell the office.",
    problem.type);
}

// ── signing in at an OpenID Connect provider: authorization code with PKCE ──

/** Sends the browser to the provider. */
export async function goToProvider() {
  if (!crypto.subtle) {
    throw new Refusal(0, "Signing in with your account needs HTTPS: open this page at an address that"
      + " begins with https://, or use a token instead.");
  }
  const { signIn } = await settings();
  const provider = await discover(signIn.issuer);
  const flow = { state: random(), verifier: random(), backTo: location.search };
  sessionStorage.setItem(FLOW, JSON.stringify(flow));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(flow.verifier));
  location.assign(`${provider.authorization_endpoint}?${new URLSearchParams({
    response_type: "code",
    client_id: signIn.clientId,
    redirect_uri: here(),
    scope: signIn.scope,
    state: flow.state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: "S256",
  })}`);
}

async function comeBack(query) {
  const flow = JSON.parse(sessionStorage.getItem(FLOW) || "null");
  sessionStorage.removeItem(FLOW);
  history.replaceState(null, "", location.pathname + (flow ? flow.backTo : ""));
  if (!flow || flow.state !== query.get("state")) {
    throw new Refusal(0, "This answer does not belong to a sign-in begun here. Sign in again.");
  }
  if (query.has("error")) {
    throw new Refusal(0, `Signing in did not work: ${
      query.get("error_description") || query.get("error")}. Try again.`);
  }
  const { signIn } = await settings();
  const provider = await discover(signIn.issuer);
  const answer = await fetch(provider.token_endpoint, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code: query.get("code"),
      client_id: signIn.clientId,
      redirect_uri: here(),
      code_verifier: flow.verifier,
    }),
  });
  if (!answer.ok) {
    throw new Refusal(0, "The provider did not give a token. Sign in again.");
  }
  keep((await answer.json()).access_token);
}

async function discover(issuer) {
  const answer = await fetch(`${issuer.replace(/\/$/u, "")}/.well-known/openid-configuration`)
    .catch(() => null);
  if (!answer || !answer.ok) {
    throw new Refusal(0, "The place to sign in at does not answer. Try again soon, or use a token.");
  }
  return answer.json();
}

function here() {
  return location.origin + location.pathname;
}

function random() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/gu, "-").replace(/\//gu, "_").replace(/=+$/u, "");
}
