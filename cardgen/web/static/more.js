// How it looks, for whom it is, and every other option of what is printed, in groups, each with its own help.

import { h, later, radios } from "./dom.js";

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
const TITLES = { pdfa: "For archives (PDF/A)", attach: "Attach the routine’s file", untagged: "Leave out tags", steps: "Only these steps", without: "Without these steps",
  as_much_as_fits: "As much as fits", group_positions: "Turn over as little as possible", start_at: "First free place", back_shift: "Shift of the backs", signature: "Sheets to staple",
  manual_duplex: "Both sides by hand", flip: "Edge that the printer turns on", order: "Order on the sheets", hole: "Holes", border: "White border", pages: "Single pages", gap: "Space between cards" };
const shortened = (name) => (name[0].toUpperCase() + name.slice(1)).replaceAll("_", " ");

export function morePart(all, choice, several, changed) {
  const themes = all.themes.map((theme) => [theme.name, theme.name === "standard" ? "Color" : theme.name === "mono" ? "Black and white" : theme.name, theme.summary]);
  themes.sort((one, other) => (other[0] === "standard") - (one[0] === "standard"));
  const type = (name) => (event) => changed(name, event.target.value);
  const said = h("p", { class: "said", role: "status" });
  const options = h("div", { class: "more-groups" });
  const whole = h("div", {},
    radios("How it looks", "theme", themes, choice.theme ?? "standard", (value) => changed("theme", value === "standard" ? undefined : value), { class: "themes" }),
    h("label", { class: "check" }, h("input", { type: "checkbox", checked: choice.large === true, onchange: (event) => changed("large", event.target.checked || undefined) }),
      "Large print: nothing smaller than 14 points"), said,
    all.languages.length > 1 ? h("label", { class: "field" }, "Language", h("select", { onchange: (event) => changed("language", event.target.value) },
      all.languages.map((language) => h("option", { value: language.name, selected: language.name === (choice.language ?? "en") }, language.title)))) : null,
    h("fieldset", { class: "whom" }, h("legend", {}, "For somebody"),
      h("label", { class: "field" }, "Name", h("input", { type: "text", maxlength: 48, value: choice.recipient ?? "", autocomplete: "off", oninput: type("recipient") })),
      h("label", { class: "field" }, "A note to keep in mind", h("textarea", { maxlength: 600, rows: 2, oninput: type("notes") }, choice.notes ?? ""))),
    h("details", { class: "more" }, h("summary", {}, "More options"), options));
  whole.tell = (text) => { said.textContent = text; };
  whole.show = (print) => options.replaceChildren(...optionGroups(all.fields[print], choice, several, changed));
  return whole;
}

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
  const title = TITLES[field.name] ?? shortened(field.name);
  if (field.default === false) {
    return h("label", { class: "check explained" }, h("input", { type: "checkbox", name: field.name, checked: choice[field.name] === true,
      onchange: (event) => changed(field.name, event.target.checked || undefined) }), h("span", {}, title, h("small", {}, field.help)));
  }
  const given = choice[field.name] ?? "";
  const input = field.choices
    ? h("select", { name: field.name, onchange: (event) => changed(field.name, event.target.value || undefined) },
      field.default ? null : h("option", { value: "" }, "Not said"), field.choices.map((value) => h("option", { value: value === field.default ? "" : value, selected: value === given }, value)))
    : h("input", { type: "text", name: field.name, value: given, placeholder: field.default ?? "", oninput: later((event) => changed(field.name, event.target.value.trim() || undefined), 300) });
  return h("label", { class: "field explained" }, title, h("small", {}, field.help), input);
}
