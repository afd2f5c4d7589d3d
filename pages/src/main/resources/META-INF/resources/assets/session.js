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
 * Takes up what the address brings: a token after # (as ./familiar prints it), or the answer of the
 * provider where somebody signed in. Either is taken out of the address.
 */
export async function begin() {
  const pasted = new URLSearchParams(location.hash.slice(1)).get("token");
  if (pasted) {
    keep(pasted);
    history.replaceState(null, "", location.pathname + location.search);
  }
  const query = new URLSearchParams(location.search);
  if (query.has("state") && (query.has("code") || query.has("error"))) {
    await comeBack(query);
  }
}

export function keep(token) {
  sessionStorage.setItem(TOKEN, token.trim().replace(/^Bearer\s+/iu, ""));
}

export function isSignedIn() {
  return currentToken() !== null;
}

/** The token of this tab, or null. */
export function currentToken() {
  return sessionStorage.getItem(TOKEN);
}

export function signOut() {
  sessionStorage.removeItem(TOKEN);
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

/** Calls the API; answers what it says, or throws a Refusal with words to show. */
export async function api(path, { method = "GET", body, headers = {}, keepalive = false } = {}) {
  const request = {
    method,
    keepalive,
    headers: { Authorization: `Bearer ${sessionStorage.getItem(TOKEN)}`, ...headers },
  };
  if (body !== undefined) {
    request.headers["Content-Type"] ??= "application/json";
    request.body = JSON.stringify(body);
  }
  let answer;
  try {
    answer = await fetch(path, request);
  } catch {
    throw new Refusal(0, "The service cannot be reached. Look at the connection and try again.");
  }
  if (!answer.ok) {
    throw await refusal(answer);
  }
  const isPage = (answer.headers.get("Content-Type") || "").startsWith("text/html");
  return { etag: answer.headers.get("ETag"), body: await (isPage ? answer.text() : answer.json()) };
}

/** The address of a picture that only whoever is signed in may see; it lives as long as the page. */
export async function picture(path) {
  const answer = await fetch(path, {
    headers: { Authorization: `Bearer ${sessionStorage.getItem(TOKEN)}` },
  });
  if (!answer.ok) {
    throw await refusal(answer);
  }
  return URL.createObjectURL(await answer.blob());
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
    return new Refusal(401, "This token is not valid, or not any more. Sign in with a new one.");
  }
  const problem = await answer.json().catch(() => ({}));
  if (answer.status === 403) {
    return new Refusal(403, problem.detail
      || "Your role may not see this. Ask for a token of the role csr, manager or admin.");
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
