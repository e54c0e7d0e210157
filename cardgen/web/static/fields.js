// Fields of a routine: each knows its place, so that a fault is shown next to the value that it is about.

import { h, picture, roomLeft, unique } from "./dom.js";
import { FormWords } from "./form_words.js";

const RELEASE = 250;
// Milliseconds in which a mouse button is released again: until then nothing moves below the pointer.

export class Form {
  // The values of a draft, changed in place, and where their faults are shown.
  constructor(data, changed, request) {
    Object.assign(this, { data, changed, request });
    this.slots = new Map();
    this.words = new FormWords();
    this.left = new Set(); // the places where somebody was
    this.tried = false; // whether somebody has wanted to print it
    this.faults = [];
  }

  get(path) {
    return path.reduce((value, key) => value?.[key], this.data);
  }

  set(path, value) {
    const within = path.slice(0, -1).reduce((found, key) => (found[key] ??= {}), this.data);
    const key = path.at(-1);
    const open = value === "" && this.slots.get(path.join("/"))?.needed;
    if (!open && (value === undefined || value === "" || (Array.isArray(value) && !value.length))) delete within[key];
    else within[key] = value;
    this.faults = this.faults.filter((fault) => fault.place.join("/") !== path.join("/")); // they are about what was there
    this.changed(path);
  }

  settle(path, value) {
    // Set what follows from something else: nobody has to take it back.
    path.slice(0, -1).reduce((found, key) => found[key], this.data)[path.at(-1)] = value;
    this.changed(path, true);
  }

  field(path, title, control, { help = "", needed = false, values = [] } = {}) {
    // A label, a control and the faults of its value.
    const id = unique("field");
    const faults = h("div", { class: "field-faults", id: `${id}-faults` });
    const input = control.matches?.("input, select, textarea") ? control : null;
    input?.setAttribute("aria-describedby", `${id}-faults`);
    this.slots.set(path.join("/"), { faults, input, control, needed });
    if (typeof path.at(-1) === "string") this.words.add(path, title, values);
    const label = input ? h("label", { class: "field" }, title, help ? h("small", {}, help) : null, control) : h("div", { class: "field" }, control);
    return h("div", { class: "slot", onfocusout: () => this.leave(path.join("/")) }, label, faults);
  }

  leave(key) {
    // An empty field is no mistake until somebody was there and went on.
    if (this.left.has(key)) return;
    this.left.add(key);
    setTimeout(() => this.show(this.faults), RELEASE);
  }

  text(path, title, { help = "", rows = 0, most = 600, count = 0, needed = false } = {}) {
    const counted = count ? h("small", { class: "word-count" }) : null;
    const tell = (value) => { if (counted) counted.textContent = `${value.split(/\s+/).filter(Boolean).length} of about ${count} words`; };
    const given = this.get(path);
    const control = h(rows ? "textarea" : "input", { ...(rows ? { rows } : { type: "text" }), value: asProse(given),
      oninput: (event) => { tell(event.target.value); this.set(path, event.target.value); } });
    tell(control.value);
    const field = this.field(path, title, control, { help, needed });
    field.append(counted ?? "", roomLeft(control, most));
    if (given !== undefined && typeof given !== "string") field.append(h("p", { class: "kept" }, "The file has this text in several parts. If you change it here, it becomes one text."));
    return field;
  }

  select(path, title, options, { help = "", none = "", needed = false } = {}) {
    const chosen = this.get(path);
    const control = h("select", { onchange: (event) => this.set(path, event.target.value) },
      none ? h("option", { value: "" }, none) : null, options.map(([value, text]) => h("option", { value, selected: value === chosen }, text)));
    return this.field(path, title, control, { help, needed, values: options });
  }

  pictures(path, title, terms, { inner = "", none = "", wide = false } = {}) {
    // Pictures to choose from; of a value with more in it, only the part `inner` changes.
    const given = this.get(path);
    const nested = inner && given && typeof given === "object" && !Array.isArray(given);
    const chosen = nested ? given[inner] : given;
    const name = unique("pictures");
    const pick = (value) => this.set(nested ? [...path, inner] : path, value);
    const options = [...(none ? [{ name: "", title: none, svg: "" }] : []), ...terms];
    const group = h("fieldset", { class: `pictured${wide ? " wide" : ""}` }, h("legend", {}, title), h("div", { class: "pictured-row" }, options.map((term) =>
      h("label", { class: "option", title: term.title }, h("input", { type: "radio", name, value: term.name, checked: term.name === (chosen ?? ""), onchange: () => pick(term.name || undefined) }),
        h("span", { class: "option-face" }, term.svg ? picture(term.svg) : null, h("span", {}, term.title))))),
    typeof chosen === "object" ? h("p", { class: "kept" }, `Kept as it is: ${inWords(given, ", ")}. Choosing one picture replaces it.`) : null);
    return this.field(path, title, group, { values: terms.map((term) => [term.name, term.title]) });
  }

  lines(path, title, { help = "", least = 2 } = {}) {
    // A list of sentences, one a line; those about which a file says more follow it, to be kept or left out.
    const all = this.get(path) ?? [];
    let more = all.filter((line) => typeof line !== "string");
    const typed = h("textarea", { rows: least, value: all.filter((line) => typeof line === "string").join("\n"), oninput: () => tell() });
    const kept = h("ul", { class: "kept-lines" });
    const tell = () => this.set(path, [...typed.value.split("\n").map((line) => line.trim()).filter(Boolean), ...more]);
    const draw = () => kept.replaceChildren(...more.map((line) => h("li", {}, inWords(line, ": "), " ",
      h("button", { type: "button", class: "quiet", onclick: () => { more = more.filter((each) => each !== line); tell(); draw(); typed.focus(); } }, "Leave out"))));
    draw();
    const field = this.field(path, title, typed, { help });
    field.append(kept);
    return field;
  }

  show(faults) {
    // Put each fault next to its value, or to the nearest value around it; returns those that have no place here.
    this.faults = faults;
    for (const { faults: box, input } of this.slots.values()) {
      box.replaceChildren();
      input?.removeAttribute("aria-invalid");
    }
    return faults.filter((fault) => {
      const open = this.isOpen(fault), slot = this.nearest(this.placeOf(fault));
      if (!slot) return this.tried || !open;
      if (open && !this.tried && !this.left.has(slot.key)) return false;
      slot.faults.append(h("p", { class: fault.severity }, open ? "This is still to be filled in." : this.say(fault)));
      if (fault.severity === "error") slot.input?.setAttribute("aria-invalid", "true");
      return false;
    });
  }

  isOpen(fault) {
    // Whether nothing is written yet where something is needed.
    return fault.severity === "error" && fault.place.length > 0 && this.get(fault.place) === "";
  }

  say(fault) {
    return this.words.say(fault);
  }

  placeOf({ place, severity, remedy }) {
    // Where a fault is shown. A warning about a whole step is at its name in a file, and its remedy names what the step lacks.
    if (severity !== "warning" || place[0] !== "steps" || place[2] !== "name") return place;
    const named = [...remedy.matchAll(/'([\w-]+)/g)].map(([, key]) => [...place.slice(0, 2), key]);
    return named.find((each) => this.words.titles.has(`steps/${each.at(-1)}`)) ?? place;
  }

  nearest(place) {
    // The field at a place, or the nearest one around it that is shown; null when there is none.
    for (let length = place.length; length > 0; length -= 1) {
      const key = place.slice(0, length).join("/"), slot = this.slots.get(key);
      if (slot?.faults.isConnected) return { key, ...slot };
    }
    return null;
  }
}

function asProse(given) {
  // A text, also one that is written in parts, some of which belong to other steps.
  return [given ?? ""].flat().map((part) => part.text ?? part).join(" ");
}

function inWords(value, between) {
  // All that a value says, without the keys of a file.
  if (value === undefined || value === null || typeof value === "boolean") return "";
  if (typeof value !== "object") return String(value);
  return Object.values(value).map((each) => inWords(each, between)).filter(Boolean).join(between);
}
