// How it looks, for whom it is, and every other option of what is printed, in groups, each with its own help.

import { capitalized, h, later, radios, roomLeft } from "./dom.js";
import { rangeOf } from "./print_faults.js";
import { keptOf, notesFor } from "./search_notes.js";

const SHOWN_ELSEWHERE = new Set(["minutes", "length", "stock", "paper", "layout", "sides", "single", "laminate", "theme", "language", "large", "recipient", "notes", "routines"]);
const GROUPS = [
  ["Which steps", ["steps", "without", "as_much_as_fits", "group_positions"]],
  ["The cards", ["copies", "start_at", "order", "gap", "bleed", "round_corners", "hole"]],
  ["The pages", ["size", "binding", "signature", "creep", "pages"]],
  ["The printer", ["manual_duplex", "flip", "back_shift", "border", "printer"]],
  ["The file", ["pdfa", "attach", "untagged"]],
];
const OTHERS = "Other options";
const OF_SEVERAL = new Set(["as_much_as_fits", "group_positions"]);
// Options that mean something only for several massages in one session.
export function morePart(all, choice, several, changed) {
  const themes = all.themes.map((theme) => [theme.name, theme.name === "standard" ? "Color" : theme.name === "mono" ? "Black and white" : theme.name, theme.summary]);
  themes.sort((one, other) => (other[0] === "standard") - (one[0] === "standard"));
  const said = h("p", { class: "said", role: "status" });
  const options = h("div", { class: "more-groups" });
  const whole = h("div", {},
    radios("How it looks", "theme", themes, choice.theme ?? "standard", (value) => changed("theme", value === "standard" ? undefined : value), { class: "themes" }),
    h("label", { class: "check", "data-field": "large" }, h("input", { type: "checkbox", checked: choice.large === true, onchange: (event) => changed("large", event.target.checked || undefined) }),
      "Large print: nothing smaller than 14 points"), said,
    all.languages.length > 1 ? languagePart(all, choice, changed) : null,
    whomPart(all, choice, changed),
    h("details", { class: "more" }, h("summary", {}, "More options"), options));
  whole.tell = (text) => { said.textContent = text; };
  whole.show = (print) => options.replaceChildren(...optionGroups(all.fields[print], choice, several, changed));
  return whole;
}

function languagePart(all, choice, changed) {
  const options = all.languages.map(({ name, title }) => h("option", { value: name, selected: name === (choice.language ?? "en") }, title));
  return h("label", { class: "field", "data-field": "language" }, "Language", h("select", { onchange: (event) => changed("language", event.target.value) }, options));
}

function whomPart(all, choice, changed) {
  // For whom it is; notes on what must be known about somebody are shown here as in the search.
  const warnings = h("div", { class: "search-note", role: "status" });
  const note = h("textarea", { rows: 2, oninput: (event) => type("notes", event.target.value) }, choice.notes ?? "");
  const name = h("input", { type: "text", value: choice.recipient ?? "", autocomplete: "off", oninput: (event) => type("recipient", event.target.value) });
  const part = (field, title, control) => h("div", { "data-field": field }, h("label", { class: "field" }, title, control), roomLeft(control, mostOf(all, field)));

  function type(field, text) {
    changed(field, text);
    tell();
  }
  function add(kept) {
    note.value = [note.value.trim(), kept].filter(Boolean).join(" ");
    note.dispatchEvent(new Event("input"));
    note.focus();
  }
  function tell() {
    const found = notesFor(`${name.value} ${note.value}`, all.search_notes), kept = keptOf(found);
    const offered = kept && !note.value.includes(kept)
      ? h("button", { type: "button", class: "small-button", onclick: () => add(kept) }, `Add to the note: “${kept}”`) : "";
    warnings.replaceChildren(...found.map((each) => h("p", {}, each.say)), offered);
  }
  tell();
  return h("fieldset", { class: "whom" }, h("legend", {}, "For somebody"), part("recipient", "Name", name), part("notes", "A note to keep in mind", note), warnings);
}

const mostOf = (all, name) => all.fields.cards.find((field) => field.name === name).limits.most_characters;

function optionGroups(fields, choice, several, changed) {
  // The options of one kind of print.
  const shown = fields.filter((field) => !SHOWN_ELSEWHERE.has(field.name) && (several || !OF_SEVERAL.has(field.name)) && field.choices?.length !== 0);
  const grouped = new Set(GROUPS.flatMap(([, names]) => names));
  const others = shown.filter((field) => !grouped.has(field.name)).map((field) => field.name);
  return [...GROUPS, [OTHERS, others]].map(([title, names]) => {
    const found = names.map((name) => shown.find((field) => field.name === name)).filter(Boolean);
    return found.length ? h("fieldset", { class: "more-group" }, h("legend", {}, title), h("div", { class: "more-fields" }, found.map((field) => control(field, choice, changed)))) : "";
  });
}

function control(field, choice, changed) {
  if (field.default === false) {
    return h("label", { class: "check explained", "data-field": field.name }, h("input", { type: "checkbox", name: field.name, checked: choice[field.name] === true,
      onchange: (event) => changed(field.name, event.target.checked || undefined) }), h("span", {}, field.title, h("small", {}, field.help)));
  }
  const change = (event) => changed(field.name, event.target.value.trim() || undefined);
  const input = field.choices ? choices(field, choice, change)
    : h("input", { type: "text", inputmode: "least" in field.limits ? "numeric" : null, name: field.name, value: choice[field.name] ?? "", placeholder: field.default ?? "", oninput: later(change, 300) });
  return h("div", { "data-field": field.name }, h("label", { class: "field explained" }, field.title, h("small", {}, helpOf(field)), input));
}

function choices(field, choice, change) {
  const open = field.default ? null : h("option", { value: "" }, field.if_empty ? "As usual" : "No");
  return h("select", { name: field.name, onchange: change }, open, field.choices.map(({ name, title }) =>
    h("option", { value: name === field.default ? "" : name, selected: name === choice[field.name] }, title)));
}

function helpOf({ help, if_empty: usual, limits }) {
  // What it is, what is done without it, and its limits, which are known before anything is sent.
  const range = "most" in limits ? `${rangeOf(limits)}. ${limits.reason ?? ""}` : "";
  return [help, usual ? `Usually ${usual}.` : "", capitalized(range)].filter(Boolean).join(" ");
}
