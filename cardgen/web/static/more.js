// How it looks, for whom it is, and every other option, each with its own help.

import { h, later, radios } from "./dom.js";

const SHOWN_ELSEWHERE = new Set(["minutes", "stock", "paper", "layout", "sides", "single", "laminate", "theme", "language", "recipient", "notes", "routines"]);

export function morePart(all, choice, changed) {
  const large = all.stocks.find((stock) => stock.name === (choice.paper === "letter" ? "letter" : "a4"));
  const themes = all.themes.map((theme) => [theme.name, theme.name === "standard" ? "Color" : theme.name === "mono" ? "Black and white" : theme.name, theme.summary]);
  themes.sort((one, other) => (other[0] === "standard") - (one[0] === "standard"));
  const type = (name) => later((event) => changed(name, event.target.value), 250);
  return h("div", {},
    radios("How it looks", "theme", themes, choice.theme ?? "standard", (value) => changed("theme", value === "standard" ? undefined : value), { class: "themes" }),
    h("label", { class: "check large" }, h("input", { type: "checkbox", checked: choice.stock === large.name, onchange: (event) => {
      changed("stock", event.target.checked ? large.name : undefined); } }), "Large print: each card a whole sheet, to read from 2 m"),
    all.languages.length > 1 ? h("label", { class: "field" }, "Language", h("select", { onchange: (event) => changed("language", event.target.value) },
      all.languages.map((language) => h("option", { value: language.name, selected: language.name === (choice.language ?? "en") }, language.title)))) : null,
    h("fieldset", { class: "whom" }, h("legend", {}, "For somebody"),
      h("label", { class: "field" }, "Name", h("input", { type: "text", maxlength: 48, value: choice.recipient ?? "", autocomplete: "off", oninput: type("recipient") })),
      h("label", { class: "field" }, "A note to keep in mind", h("textarea", { maxlength: 600, rows: 2, oninput: type("notes") }, choice.notes ?? ""))),
    h("details", { class: "more" }, h("summary", {}, "More options"), h("div", { class: "more-fields" }, otherFields(all, choice, changed))));
}

function otherFields(all, choice, changed) {
  const known = new Map(["cards", "plan", "booklet"].flatMap((kind) => all.fields[kind]).map((field) => [field.name, field]));
  return [...known.values()].filter((field) => !SHOWN_ELSEWHERE.has(field.name)).map((field) => {
    const label = field.name.replaceAll("_", " ");
    const title = label[0].toUpperCase() + label.slice(1);
    if (field.default === false) {
      return h("label", { class: "check explained" }, h("input", { type: "checkbox", name: field.name, checked: choice[field.name] === true,
        onchange: (event) => changed(field.name, event.target.checked || undefined) }), h("span", {}, title, h("small", {}, field.help)));
    }
    return h("label", { class: "field explained" }, title, h("small", {}, field.help), h("input", { type: "text", name: field.name, value: choice[field.name] ?? "",
      placeholder: field.default ?? "", oninput: later((event) => changed(field.name, event.target.value.trim()), 300) }));
  });
}
