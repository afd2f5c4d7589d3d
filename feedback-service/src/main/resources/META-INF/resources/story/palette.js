// A colour and initials for each technician.

import { initials } from "/assets/words.js";

// Okabe and Ito: told apart by people of any colour vision; the second is the ink on it.
const COLOURS = [
  ["#0072b2", "#fff"], ["#e69f00", "#1d2522"], ["#009e73", "#1d2522"], ["#cc79a7", "#1d2522"],
  ["#56b4e9", "#1d2522"], ["#d55e00", "#fff"], ["#f0e442", "#1d2522"],
];
const OTHERS = ["#6b726f", "#fff"];

/** By id: name, initials, colour, ink and number of visits; in the order of their first visits. */
export function colourTechnicians(entries) {
  const found = new Map();
  for (const { technician, type } of entries) {
    if (technician && type === "VISIT_COMPLETED") {
      const known = found.get(technician.id) ?? { ...technician, visits: 0 };
      known.visits += 1;
      found.set(technician.id, known);
    }
  }
  const taken = new Map();
  [...found.values()].forEach((technician, i) => {
    [technician.colour, technician.ink] = COLOURS[i] ?? OTHERS;
    const letters = initials(technician.name);
    const same = (taken.get(letters) ?? 0) + 1;
    taken.set(letters, same);
    technician.initials = same === 1 ? letters : `${letters.slice(0, 1)}${same}`;
  });
  return found;
}
