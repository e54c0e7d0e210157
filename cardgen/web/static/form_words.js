// Reports on a file in the words of a form: titles for keys, and what their values are called.

import { amountInWords, titleOfPart } from "./amounts.js";
import { capitalized } from "./dom.js";

const MORE_TITLES = { drawing: "Drawing", strokes: "Movements", along: "Movements", avoid: "Areas to avoid", light: "Areas for light pressure only", mirror: "On the other side of the body", view: "Another view", limb: "Arm or leg", side: "Fill them in for me" };
// What the form calls keys that have no field of their own.
const OF_FILES = [[/ \(line \d+\)/g, ""], [/ \((?:above 'steps', )?[\w-]+: [^()]*\)/g, ""], [/\bwrite a list, \[([^\]]+)\]/g, "write each on a line of its own: $1"]];
// What a report says about a file's lines and lists.

export class FormWords {
  // The titles of the fields that a form shows, and the values that can be chosen in them.
  constructor() {
    this.titles = new Map();
    this.values = new Map();
  }

  add(path, title, values = []) {
    const name = nameOf(path);
    this.titles.set(name, title);
    if (values.length) this.values.set(name, new Map(values));
  }

  titleOf(place) {
    // The title of the field at a place, or of the nearest one around it.
    for (let length = place.length; length > 0; length -= 1) {
      const title = typeof place[length - 1] === "string" && this.find(this.titles, place[length - 1], place.slice(0, length));
      if (title) return title;
    }
    return "";
  }

  find(known, key, place) {
    // What is known about a key: a step's before the routine's own where a report is about a step.
    const names = place[0] === "steps" ? [`steps/${key}`, key] : [key, `steps/${key}`];
    return known.get(names.find((name) => known.has(name))) ?? (known === this.titles ? MORE_TITLES[key] : undefined);
  }

  say({ place, problem, remedy }) {
    // A fault as a sentence: cardgen names the keys of a file, and shows how a file would say it.
    const named = (text) => OF_FILES.reduce((said, [found, instead]) => said.replace(found, instead), text)
      .replace(/'([\w-]+)(?:: ([^'\n]+))?'(?!\w)/g, (found, key, value) => this.inForm(key, value, place) ?? found)
      .replace(/\[([\w-]+(?:, [\w-]+)*)\]/g, (found, names) => this.choicesNamed(names) || found);
    const isOwn = (key) => this.find(this.titles, key, place) !== undefined || place.includes(key);
    const sentence = named(problem.replace(/^([\w-]+): (?=.)/, (found, key) => (isOwn(key) ? "" : found)));
    return `${capitalized(sentence)} ${named(remedy)}`.trim();
  }

  inForm(key, value, place) {
    const part = titleOfPart(key), title = this.find(this.titles, key, place) ?? part;
    if (value === undefined) return title && `“${title}”`;
    if (part) return `“${amountInWords({ [key]: value })}”`;
    const said = title && this.valueInForm(key, value, place);
    return said ? `“${title}: ${said}”` : title && `“${title}”`;
  }

  valueInForm(key, value, place) {
    const fields = value.match(/^\{(.*)\}$/)?.[1];
    if (key === "repeat" && fields) return amountInWords(Object.fromEntries(fields.split(", ").map((part) => part.split(": "))));
    return this.choicesNamed(value.replace(/^\[|\]$/g, ""), [this.find(this.values, key, place)]);
  }

  choicesNamed(names, known = [...this.values.values()]) {
    // Names of choices as the form calls them; empty unless they are all known.
    const found = names.split(", ").map((name) => known.map((titles) => titles?.get(name)).find(Boolean));
    return found.every(Boolean) ? found.join(", ") : "";
  }
}

const nameOf = (path) => (path[0] === "steps" ? `steps/${path.at(-1)}` : path.at(-1));
