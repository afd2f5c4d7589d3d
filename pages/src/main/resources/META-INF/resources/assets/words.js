// Days, numbers and names as they are said.

/** What to do while there is nothing to show. */
export const BRING_A_LIST = "Bring in your list of visits: ./familiar import visits.csv --dry-run"
  + " shows how it is understood, and changes nothing.";

let zone;

/** Days are those of the place where the company works, wherever the reader is. */
export function useTimeZone(name) {
  zone = name;
}

function format(instant, options) {
  return new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }).format(new Date(instant));
}

/** "9 Mar 2025" */
export function day(instant) {
  return format(instant, { day: "numeric", month: "short", year: "numeric" });
}

/** "Monday, 23 November 2026" */
export function longDay(instant) {
  return format(instant, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

/** "Mon 23 Nov" of an instant, "…, 10:00" with the time of day; "Fri 3 Oct 2025" of another year */
export function shortDay(instant, withTime = false) {
  const on = format(instant, { weekday: "short", day: "numeric", month: "short" })
    + otherYear(dateOf(instant));
  return withTime ? `${on}, ${format(instant, { hour: "2-digit", minute: "2-digit" })}` : on;
}

function otherYear(date) {
  const [year] = date.split("-");
  return today().startsWith(year) ? "" : ` ${year}`;
}

/** The day of an instant where the company works, as 2026-11-23. */
export function dateOf(instant) {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date(instant));
}

/** Today where the company works, as 2026-11-23. */
export function today() {
  return dateOf(new Date());
}

/** "Mon 23 Nov" of a date such as 2026-11-23, which has no zone; "Fri 3 Oct 2025" of another year */
export function dateWords(date) {
  const on = new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC", weekday: "short", day: "numeric", month: "short",
  }).format(new Date(`${date}T12:00:00Z`));
  return on + otherYear(date);
}

/** The instant at which this week began: Monday, midnight, where the company works. */
export function weekStart() {
  const [year, month, date] = today().split("-").map(Number);
  const noon = new Date(Date.UTC(year, month - 1, date, 12));
  const sinceMonday = (noon.getUTCDay() + 6) % 7;
  const monday = new Date(noon.getTime() - sinceMonday * 86400000);
  const midnight = Date.UTC(monday.getUTCFullYear(), monday.getUTCMonth(), monday.getUTCDate());
  return new Date(midnight - offsetAt(midnight)).toISOString();
}

/** How far the clocks of the company are ahead of UTC, in milliseconds. */
function offsetAt(instant) {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en-US", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric",
      hour: "numeric", minute: "numeric", second: "numeric",
    }).formatToParts(new Date(instant)).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second)
    - instant;
}

/** The instant of a date and a time of day, 2026-11-23 and 10:00, where the company works. */
export function instantAt(date, time) {
  const local = Date.parse(`${date}T${time}:00Z`);
  return new Date(local - offsetAt(local - offsetAt(local))).toISOString();
}

/** "41 in 100"; what is rare but not nothing is "less than 1 in 100". */
export function inHundred(probability) {
  const n = Math.round(Number(probability) * 100);
  return n === 0 && Number(probability) > 0 ? "less than 1 in 100" : `${n} in 100`;
}

export function count(n, one, many) {
  return `${n} ${n === 1 ? one : many}`;
}

/** What to call a customer whose name this service may not know yet. */
export function nameOf(customer) {
  return customer.name || `Customer ${customer.externalId || customer.id}`;
}

/** Up to two letters. */
export function initials(name) {
  const parts = name.trim().split(/\s+/u).filter(Boolean);
  const letters = parts.length > 1 ? [parts[0], parts[parts.length - 1]] : parts;
  return letters.map((part) => Array.from(part)[0].toLocaleUpperCase("en")).join("") || "?";
}

/** An amount as it is said: cents do not matter in a year. */
export function money({ amount, currency }) {
  return new Intl.NumberFormat("en", { style: "currency", currency, maximumFractionDigits: 0 })
    .format(Number(amount));
}
