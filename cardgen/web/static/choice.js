// The whole choice of a print: read from the fragment of the address, written to it, made into a request.

const KINDS = { steps: ["cards", {}], overview: ["cards", { layout: "overview" }], plan: ["plan", {}], booklet: ["booklet", {}] };
export const KIND_TITLES = { steps: "Step cards", overview: "One card", plan: "Plan", booklet: "Booklet" };
const LISTS = ["routines"];
const LETTER_COUNTRIES = ["US", "CA", "MX", "PH", "CO", "CL"];

export const OFTEN = [9, 3000];
// The most changes of the address in a period of milliseconds: browsers refuse more than a hundred in half a minute.

export const usualPaper = () => (LETTER_COUNTRIES.includes(new Intl.Locale(navigator.language || "en").maximize().region) && navigator.language.includes("-") ? "letter" : "a4");

const KEPT = "cardgen-choice";
// Where the browser keeps the newest choice, with its name and its note, which no address has.

export function readChoice(query, usual) {
  const choice = { kind: "steps", routines: [], ...usual };
  for (const [name, value] of query) {
    if (LISTS.includes(name)) choice[name] = value.split(",").filter(Boolean);
    else choice[name] = value === "yes" ? true : value;
  }
  if (!(choice.kind in KINDS)) choice.kind = "steps";
  return { ...choice, ...privateOf(history.state ?? {}) };
}

export function writeChoice(choice) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(choice)) {
    if (value === "" || value === undefined || value === null || value === false || (name === "kind" && value === "steps")) continue;
    parameters.set(name, Array.isArray(value) ? value.join(",") : value === true ? "yes" : value);
  }
  return `#/print?${parameters.toString().replaceAll("%2C", ",")}`;
}

export const PRIVATE = { recipient: "the name", notes: "the note" };
// What is for the reader of the print alone, and how it is called.

export const withoutPrivate = (choice) => Object.fromEntries(Object.entries(choice).filter(([name]) => !(name in PRIVATE)));

const addressOf = (choice) => writeChoice(withoutPrivate(choice));

export function keepChoice(choice) {
  // The address holds the choice, but no name and no note: histories and bookmarks keep addresses, and people send them.
  history.replaceState(privateOf(choice), "", addressOf(choice));
  try {
    localStorage.setItem(KEPT, JSON.stringify(choice));
  } catch {
    // A browser that keeps nothing: the choice lasts as long as its tab.
  }
}

export function keptChoice() {
  // What somebody chose last, also in another tab or on another day; null when there is nothing.
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT));
    return Array.isArray(kept?.routines) && kept.routines.length && kept.kind in KINDS ? kept : null;
  } catch {
    return null;
  }
}

export function forgetChoice() {
  try {
    localStorage.removeItem(KEPT);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

export function goTo(choice) {
  // Another choice, with a step in the history.
  history.pushState(privateOf(choice), "", addressOf(choice));
  dispatchEvent(new Event("hashchange"));
}

const privateOf = (choice) => Object.fromEntries(Object.keys(PRIVATE).filter((name) => choice[name]).map((name) => [name, choice[name]]));

export const printOf = (choice) => KINDS[choice.kind][0];

export function asRequest(choice, known) {
  // The print and its fields; what the print does not know is left out, and kept in the choice for another one.
  const [print, given] = KINDS[choice.kind];
  const fields = new Set([...known[print].map((field) => field.name), "routines"]);
  const wanted = Object.entries({ ...choice, ...given, ...namedPaper(choice) }).filter(([name, value]) => fields.has(name) && value !== "" && value !== false);
  return { print, fields: Object.fromEntries(wanted) };
}

// In large print a plan has A3 unless another is chosen; the page shows which paper is chosen, and says so.
const namedPaper = ({ kind, large, paper }) => (kind === "plan" && large ? { paper: paper ?? "a4" } : {});

export function asPlanRequest(choice) {
  const names = ["routines", "minutes", "length", "steps", "without", "as_much_as_fits", "group_positions", "language"];
  return { fields: Object.fromEntries(names.filter((name) => choice[name]).map((name) => [name, choice[name]])) };
}
