// What the service tells as a page that stands alone, to be shown on one of ours.

import { el } from "/assets/dom.js";

/** The report of such a page; `under` a heading of ours its own go down by one. */
export function reportOf(html, under = true) {
  // Its own style is for whoever saves it; our pages have the same in a file, and allow no other.
  const plain = html.replace(/<style>[^]*?<\/style>/, "");
  const report = new DOMParser().parseFromString(plain, "text/html").querySelector(".backtest");
  if (under) {
    report.querySelectorAll("h2").forEach((heading) => {
      heading.replaceWith(el("h3", {}, heading.textContent));
    });
    const title = report.querySelector("h1");
    title.replaceWith(el("h2", { class: "title" }, title.textContent));
  }
  // The page has its own main part.
  const part = el("div", { class: "backtest" });
  part.append(...document.adoptNode(report).childNodes);
  return part;
}
