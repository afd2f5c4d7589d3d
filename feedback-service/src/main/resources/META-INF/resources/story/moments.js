// Brings together what happened with the risk after it.

/**
 * One moment for each instant at which something happened: its sentences, the words said, who came,
 * and the risk right after it and before it. Somebody who has cancelled is not at risk any more.
 */
export function momentsOf(entries, points, risk) {
  const moments = new Map();
  for (const entry of entries) {
    const moment = moments.get(entry.at) ?? {
      at: entry.at, time: Date.parse(entry.at), texts: [], said: [], visit: null,
      probability: null, before: null,
    };
    if (!moment.texts.includes(entry.text)) {
      moment.texts.push(entry.text);
    }
    if (entry.said) {
      moment.said.push(entry.said);
    }
    if (entry.type === "VISIT_COMPLETED" || entry.type === "VISIT_MISSED") {
      moment.visit = entry;
    }
    moments.set(entry.at, moment);
  }
  for (const point of points) {
    const moment = moments.get(point.at);
    if (moment && point.cause.kind !== "AGREEMENT_CANCELLED") {
      moment.probability = Number(point.probability);
    }
  }
  const sorted = [...moments.values()].sort((a, b) => a.time - b.time);
  let before = null;
  for (const moment of sorted) {
    moment.before = before;
    before = moment.probability ?? before;
  }
  return risk.standing === "CANCELLED" ? sorted : [...sorted, now(risk, before)];
}

function now(risk, before) {
  return {
    at: risk.asOf, time: Date.parse(risk.asOf), texts: ["Today."], said: [], visit: null,
    probability: Number(risk.probability), before, today: true,
  };
}
