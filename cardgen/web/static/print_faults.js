// What keeps a print from being made: in one list, and each fault next to the choice that it is about.

import { h, unique } from "./dom.js";

export function faultsOfLimits(choice, fields) {
  // What is too much or too long: known here, so that nothing is sent.
  return fields.flatMap(({ name, title, limits }) => {
    const given = String(choice[name] ?? ""), length = [...given].length, number = Number(given);
    if (limits.most_characters && length > limits.most_characters)
      return [fault(name, `“${title}” has ${length} characters; at most ${limits.most_characters} fit.`, `Remove ${length - limits.most_characters}.`)];
    if (!/^-?\d+$/.test(given) || (number >= (limits.least ?? number) && number <= (limits.most ?? number))) return [];
    return [fault(name, `“${title}” cannot be ${given}: it is ${rangeOf(limits)}.`, limits.reason ?? "")];
  });
}

const fault = (name, problem, remedy) => ({ severity: "error", problem, remedy, fields: [name], offers: [] });

export const rangeOf = ({ least, most }) => (most === undefined ? `at least ${least}` : `from ${least} to ${most}`);

export class FaultPlaces {
  // The choices on a page, and how one of them is changed; a choice is found by its field.
  constructor(whole, list, choice, choose) {
    Object.assign(this, { whole, list, choice, choose });
  }

  show(faults) {
    this.clear();
    this.list.replaceChildren(h("ul", { class: "faults" }, faults.map((each) => this.entry(each))));
    for (const each of faults) this.showBeside(each);
  }

  clear() {
    this.list.replaceChildren();
    for (const note of this.whole.querySelectorAll(".beside")) note.remove();
    for (const control of this.whole.querySelectorAll("[aria-invalid]")) for (const name of ["aria-invalid", "aria-describedby"]) control.removeAttribute(name);
  }

  entry({ severity, problem, remedy, fields = [], offers = [] }) {
    // A fault with its remedy: buttons for the values it proposes, otherwise one that leads to the choice.
    const offered = offers.map((offer) => this.offer(offer));
    const found = fields.find((name) => this.placeOf(name));
    const way = !offered.length && found ? [h("button", { type: "button", class: "small-button", onclick: () => this.goTo(found) }, "Show me where")] : [];
    return h("li", { class: severity }, h("p", {}, problem), remedy ? h("p", { class: "remedy" }, remedy) : null,
      h("div", { class: "mending" }, offered, way));
  }

  offer({ field, value, label }) {
    const isChosen = this.choice[field] === value;
    return h("button", { type: "button", class: "small-button", onclick: () => this.choose(field, isChosen ? undefined : value) }, isChosen ? `Without “${label}”` : label);
  }

  showBeside({ problem, remedy, fields = [], offers = [] }) {
    const place = fields.map((name) => this.placeOf(name)).find(Boolean), id = unique("beside");
    place?.append(h("p", { class: "beside", id }, offers.length ? problem : `${problem} ${remedy}`));
    const control = place?.querySelector("input[type=text], select, textarea");
    control?.setAttribute("aria-invalid", "true");
    control?.setAttribute("aria-describedby", id);
  }

  placeOf(field) {
    return [...this.whole.querySelectorAll(`[data-field="${field}"]`)].find((place) => !place.closest("[hidden]"));
  }

  goTo(field) {
    const place = this.placeOf(field);
    place.closest("details")?.setAttribute("open", "");
    place.scrollIntoView({ block: "center" });
    place.querySelector("input:checked, select, textarea, input")?.focus({ preventScroll: true });
  }
}
