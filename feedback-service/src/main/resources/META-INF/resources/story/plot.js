// The picture: lanes for visits, promises, words and flags, and the risk under them, on one line of
// time. A slider underneath (keys, touch, or the pointer over the picture) tells each moment.

import { el, show, svg } from "/assets/dom.js";
import { count, day, inHundred } from "/assets/words.js";
import { drawFlags, drawPromises, drawVisits, drawWords } from "./lanes.js";

const LEFT = 82;
const RIGHT = 18;
const RISK_HEIGHT = 190;
const SMALLEST_JUMP = 0.02;

/** The figure with its legend, slider and the words for the moment that is chosen. */
export function plot(moments, entries, technicians, risk) {
  const canvas = el("div", { class: "canvas" });
  const words = el("div", { class: "moment", role: "status" });
  const slider = el("input", {
    type: "range", min: "0", max: String(moments.length - 1), step: "1",
    aria: { label: "Go through what happened" },
  });
  const figure = el("figure", { class: "plot" },
    legend(technicians),
    canvas,
    el("div", { class: "slider no-print" }, slider),
    words,
    el("figcaption", { class: "soft small" },
      `How likely the customer was to leave within ${risk.horizonDays} days, right after each thing that`
      + " happened. A dark ring: somebody else came than the agreement would have sent. A cross: a"
      + " promise was broken."));

  let drawing = null;
  const choose = (index) => {
    slider.value = String(index);
    slider.setAttribute("aria-valuetext", spoken(moments[index]));
    show(words, ...told(moments[index]));
    drawing.mark(moments[index]);
  };
  slider.addEventListener("input", () => choose(Number(slider.value)));
  const draw = () => {
    const width = Math.round(canvas.clientWidth);
    if (width > 0 && (drawing === null || drawing.width !== width)) {
      drawing = picture(width, moments, entries, technicians);
      show(canvas, drawing.element);
      drawing.element.addEventListener("pointermove", (event) => {
        const x = event.clientX - drawing.element.getBoundingClientRect().left;
        choose(nearest(moments, drawing.x, x));
      });
      choose(Number(slider.value));
    }
  };
  slider.value = String(greatestJump(moments));
  new ResizeObserver(draw).observe(canvas);
  return figure;
}

function picture(width, moments, entries, technicians) {
  const first = moments[0].time;
  const last = Math.max(moments.at(-1).time, first + 1);
  const x = (time) => LEFT + ((time - first) / (last - first)) * (width - LEFT - RIGHT);
  const lanes = svg("g", {});
  const parts = { x, width, right: width - RIGHT, left: LEFT, end: last };
  let y = 8;
  y = drawVisits(lanes, parts, y, entries, technicians);
  y = drawPromises(lanes, parts, y, entries);
  y = drawWords(lanes, parts, y, entries);
  y = drawFlags(lanes, parts, y, entries);
  const top = y + 16;
  const risk = riskOver(moments, parts, top);
  const height = top + RISK_HEIGHT + 30;
  const cursor = svg("line", { class: "cursor", y1: 0, y2: top + RISK_HEIGHT });
  const dot = svg("circle", { class: "dot", r: 6 });
  const element = svg(
    "svg",
    {
      viewBox: `0 0 ${width} ${height}`, width, height, role: "img",
      aria: { label: summary(moments, entries, technicians) },
    },
    axis(first, last, parts, top + RISK_HEIGHT), risk.element, cursor, lanes, dot);
  return {
    element,
    x,
    width,
    mark: (moment) => {
      for (const name of ["x1", "x2"]) {
        cursor.setAttribute(name, x(moment.time));
      }
      const known = moment.probability ?? moment.before;
      dot.toggleAttribute("hidden", known === null);
      dot.setAttribute("cx", x(moment.time));
      dot.setAttribute("cy", risk.y(known ?? 0));
    },
  };
}

function riskOver(moments, { x, left, right }, top) {
  const known = moments.filter((moment) => moment.probability !== null);
  const most = Math.max(0.2, ...known.map((moment) => moment.probability));
  const scale = [0.2, 0.4, 0.6, 0.8, 1].find((limit) => limit >= most);
  const y = (probability) => top + RISK_HEIGHT * (1 - probability / scale);
  const element = svg("g", {});
  element.append(svg("text", { class: "lane", x: 0, y: top + 4 }, "Risk"));
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    const line = y(share * scale);
    element.append(
      svg("line", { class: share === 0 ? "base" : "grid", x1: left, x2: right, y1: line, y2: line }),
      svg("text", { class: "tick", x: left - 10, y: line + 4, "text-anchor": "end" },
        `${Math.round(share * scale * 100)} %`));
  }
  if (known.length > 0) {
    const steps = known.map((moment, i) => {
      const at = `${x(moment.time).toFixed(1)}`;
      const to = y(moment.probability).toFixed(1);
      // The last stretch, up to today, is decay: it goes down without anything having happened.
      return i === 0 ? `M${at} ${to}` : moment.today ? `L${at} ${to}` : `H${at}V${to}`;
    }).join("") + `H${x(moments.at(-1).time).toFixed(1)}`;
    element.append(
      svg("path", {
        class: "area",
        d: `${steps}V${y(0)}H${x(known[0].time).toFixed(1)}Z`,
      }),
      svg("path", { class: "risk", d: steps }));
  }
  for (const moment of known) {
    const jump = moment.before === null ? 0 : moment.probability - moment.before;
    if (jump < SMALLEST_JUMP) {
      continue;
    }
    if (moment.visit) {
      element.append(svg("line", {
        class: "jump", x1: x(moment.time), x2: x(moment.time), y1: 40, y2: y(moment.probability),
      }));
    }
    element.append(
      svg("circle", { class: "peak", cx: x(moment.time), cy: y(moment.probability), r: 4 }));
  }
  return { element, y };
}

function axis(first, last, { x, left, right }, bottom) {
  const group = svg("g", {});
  const months = Math.max(1, (last - first) / 2629800000);
  const room = (right - left) / 78;
  const every = [1, 2, 3, 6, 12, 24, 60].find((step) => months / step <= room) ?? 120;
  const start = new Date(first);
  let month = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1));
  for (let i = 0; month.getTime() <= last; i += 1) {
    if (i % every === 0 && x(month.getTime()) < right - 20) {
      const at = x(month.getTime());
      group.append(
        svg("line", { class: "grid", x1: at, x2: at, y1: bottom, y2: bottom + 5 }),
        svg("text", { class: "tick", x: at, y: bottom + 20, "text-anchor": "middle" },
          new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "short", year: "2-digit" })
            .format(month)));
    }
    month = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));
  }
  return group;
}

function legend(technicians) {
  return el("ul", { class: "legend", aria: { label: "Technicians" } },
    [...technicians.values()].map((technician) => el("li", {},
      svg("svg", { width: 26, height: 26, viewBox: "0 0 26 26", aria: { hidden: "true" } },
        svg("circle", { cx: 13, cy: 13, r: 12, fill: technician.colour }),
        svg("text", { x: 13, y: 17.5, class: "initials", fill: technician.ink }, technician.initials)),
      `${technician.name} `,
      el("span", { class: "soft" }, count(technician.visits, "visit", "visits")))));
}

function told(moment) {
  const change = moment.probability !== null && moment.before !== null && !moment.today
    && Math.abs(moment.probability - moment.before) >= 0.005;
  return [
    el("p", { class: "when" }, day(moment.at)),
    el("p", {}, moment.texts.join(" ")),
    moment.said.map((words) => el("p", {}, el("q", {}, words))),
    moment.probability !== null && el("p", { class: "soft" }, "Likely to leave: ",
      change && `${inHundred(moment.before)} → `,
      el("strong", {}, inHundred(moment.probability))),
  ].flat();
}

function spoken(moment) {
  const risk = moment.probability === null ? "" : ` Likely to leave: ${inHundred(moment.probability)}.`;
  return `${day(moment.at)}: ${moment.texts.join(" ")}${risk}`;
}

function summary(moments, entries, technicians) {
  const visits = entries.filter((entry) => entry.type === "VISIT_COMPLETED").length;
  const known = moments.filter((moment) => moment.probability !== null);
  const peak = known.reduce((a, b) => (b.probability > a.probability ? b : a), known[0]);
  return `${count(visits, "visit", "visits")} by `
    + `${count(technicians.size, "technician", "technicians")} from ${day(moments[0].at)} to `
    + `${day(moments.at(-1).at)}.`
    + (peak ? ` The risk was highest on ${day(peak.at)}: ${inHundred(peak.probability)}.` : "")
    + " The table below has every moment.";
}

function nearest(moments, x, position) {
  let best = 0;
  moments.forEach((moment, i) => {
    const closer = Math.abs(x(moment.time) - position) - Math.abs(x(moments[best].time) - position);
    best = closer < 0 ? i : best;
  });
  return best;
}

function greatestJump(moments) {
  let best = moments.length - 1;
  let most = SMALLEST_JUMP;
  moments.forEach((moment, i) => {
    const jump = moment.before === null || moment.probability === null
      ? 0 : moment.probability - moment.before;
    if (jump > most) {
      most = jump;
      best = i;
    }
  });
  return best;
}
