// The way between the pages of the three services.

import { el } from "./dom.js";
import { currentToken } from "./session.js";

const PAGES = [
  { service: "feedback", path: "/today/", name: "Today" },
  { service: "customers", path: "/people/", name: "People" },
  { service: "feedback", path: "/cases/", name: "Cases" },
  { service: "jobs", path: "/board/", name: "Board" },
  { service: "jobs", path: "/accounting/", name: "Accounting" },
  { service: "feedback", path: "/insights/", name: "Insights" },
  { service: "feedback", path: "/backtest/", name: "Back-test" },
];

/** Puts the links into the bar of the page, once. */
export function showNavigation(services) {
  const name = document.querySelector(".bar .name");
  name.href = services.feedback + "/today/";
  name.addEventListener("click", takeSessionAlong);
  const links = PAGES.map(({ service, path, name: text }) => {
    const here = location.pathname === path && isOwn(services[service]);
    return el("a", {
      href: here ? path : services[service] + path,
      aria: here ? { current: "page" } : {},
      on: { click: takeSessionAlong },
    }, text);
  });
  name.after(el("nav", { aria: { label: "Pages" } }, ...links));
}

// A tab keeps its token for each service alone. To another one it goes after #, which no browser
// sends and the page there takes out of the address at once; an empty one of whoever has signed
// out, so that the page there does not go on with theirs.
function takeSessionAlong(event) {
  const link = event.currentTarget;
  const token = currentToken();
  if (token === null || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) {
    return;
  }
  const address = new URL(link.href);
  if (address.origin !== location.origin) {
    event.preventDefault();
    address.hash = new URLSearchParams({ token }).toString();
    location.assign(address);
  }
}

// On one machine localhost and 127.0.0.1 are the same.
function isOwn(url) {
  const { hostname, port } = new URL(url);
  const local = (name) => name === "localhost" || name === "127.0.0.1";
  return port === location.port
    && (hostname === location.hostname || local(hostname) && local(location.hostname));
}
