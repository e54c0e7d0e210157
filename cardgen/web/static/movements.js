// The movements of a drawing: signs along landmarks, which are clicked on the figure or chosen by name.

import { h, picture, shape } from "./dom.js";

const POINTS = { press: 1, hold: 1, still: 1, sore: 1, ring: 1, lift: 1, support: 1, hand: 1 };
// The fewest points of a sign, where one is enough.
const MIRRORS = [["", "not"], ["together", "at the same time"], ["later", "afterwards"]];
const LANDMARK = 90, CHOSEN = 60;
// How many of these points would fill the width of the figure.

export const isWhole = (stroke) => stroke.along.length >= (POINTS[stroke.draw] ?? 2);

export function readable(point) {
  // A landmark or a region in words, also a point beside one: "beside-spine.left 8 0" is near "beside spine, left".
  const [name, ...offset] = point.split(" ");
  const words = name.replace(/\.(\w+)$/, ", $1").replaceAll("-", " ");
  return offset.length ? `near ${words}` : words;
}

export function figureWithLandmarks(shown, stroke, add) {
  // The drawing, and over it the landmarks; a click adds the nearest one to the movement.
  const [wide, high] = shown.units;
  const dot = (x, y, size, kind, name) => shape("circle", { cx: x, cy: y, r: wide / size, class: kind }, shape("title", {}, readable(name)));
  const landmarks = Object.entries(shown.landmarks).map(([name, [x, y]]) => dot(x * wide, y * high, LANDMARK, "landmark", name));
  const points = (stroke?.along ?? []).map((point) => {
    const [name, across = 0, down = 0] = point.split(" "), at = shown.landmarks[name]; // a landmark, or beside one
    return at ? dot(at[0] * wide + Number(across), at[1] * high + Number(down), CHOSEN, "landmark chosen", point) : "";
  });
  return h("div", { class: "figure", onclick: (event) => {
    const room = event.currentTarget.getBoundingClientRect();
    add(nearest(shown, (event.clientX - room.left) / room.width, (event.clientY - room.top) / room.height));
  } }, picture(shown.svg, "The drawing so far"), shape("svg", { viewBox: `0 0 ${wide} ${high}`, class: "landmarks", "aria-hidden": "true" }, landmarks, points));
}

function nearest({ units: [wide, high], landmarks }, x, y) {
  const distance = ([, at]) => Math.hypot((at[0] - x) * wide, (at[1] - y) * high);
  return Object.entries(landmarks).reduce((best, each) => (distance(each) < distance(best) ? each : best))[0];
}

export class MovementsForm {
  // The movements of a drawing field, one of which is changed at a time.
  constructor(field, strokes) {
    Object.assign(this, { field, strokes, stroke: strokes[field.current] });
  }

  edit(work) {
    this.field.change((now) => work(now.strokes[this.field.current], now.strokes));
  }

  add(landmark) {
    this.field.change((now) => {
      now.strokes ??= [];
      if (!now.strokes.length) now.strokes.push({ draw: "glide", along: [] });
      now.strokes[this.field.current].along.push(landmark);
    });
  }

  whole() {
    const hint = this.stroke ? "Click each point of the figure where the hand goes." : "Click the figure where the movement begins, then where it goes.";
    return h("fieldset", {}, h("legend", {}, "Movements"), h("p", { class: "quiet" }, hint), this.tabs(), this.stroke ? this.fields() : null, this.pointsByName(), this.buttons());
  }

  tabs() {
    if (this.strokes.length < 2) return null;
    return h("div", { class: "stroke-tabs" }, this.strokes.map((each, at) => h("button", { type: "button", "aria-pressed": String(at === this.field.current), "data-keep": `tab-${at}`,
      onclick: () => { this.field.current = at; this.field.draw(); } }, `${at + 1} ${(this.sign(each)?.title ?? each.draw).split(":")[0]}`)));
  }

  fields() {
    const { along } = this.stroke;
    return [this.select("Movement", "sign", this.field.vocabulary.signs.map((sign) => [sign.name, sign.title]), this.stroke.draw, (now, value) => { now.draw = value; if (value !== "glide") delete now.pressure; }),
      h("div", { class: "stroke-sign" }, picture(this.sign(this.stroke)?.svg ?? "<svg xmlns='http://www.w3.org/2000/svg'/>")),
      this.stroke.draw === "glide" ? this.pressure() : null,
      this.select("On the other side of the body", "mirror", MIRRORS, this.stroke.mirror ?? "", (now, value) => setOrLeave(now, "mirror", value)),
      h("p", {}, along.length ? `Through: ${along.map(readable).join("; ")}` : "No point yet.")];
  }

  pressure() {
    const levels = this.field.vocabulary.pressures, said = levels.find((level) => level.name === this.field.saidPressure());
    const options = [["", `As the step says (${said.title})`], ...levels.filter((level) => level.name !== "none").map((level) => [level.name, level.title])];
    return this.select("Pressure of this movement", "pressure", options, [this.stroke.pressure ?? ""].flat().at(-1), (now, value) => setOrLeave(now, "pressure", value));
  }

  select(title, keep, options, chosen, change) {
    return h("label", { class: "field" }, title, h("select", { "data-keep": keep, onchange: (event) => this.edit((now) => change(now, event.target.value)) },
      options.map(([value, text]) => h("option", { value, selected: value === chosen }, text))));
  }

  sign(stroke) {
    return this.field.vocabulary.signs.find((sign) => sign.name === stroke.draw);
  }

  pointsByName() {
    const names = Object.keys(this.field.shown.landmarks).sort();
    return h("label", { class: "field" }, "Add a point by name", h("select", { "data-keep": "point", onchange: (event) => event.target.value && this.add(event.target.value) },
      h("option", { value: "" }, "Landmarks …"), names.map((name) => h("option", { value: name }, readable(name)))));
  }

  buttons() {
    const button = (text, keep, onclick) => h("button", { type: "button", "data-keep": keep, onclick }, text);
    return h("div", { class: "stroke-buttons" },
      this.stroke?.along.length ? button("Remove the last point", "back", () => this.edit((now) => now.along.pop())) : null,
      this.stroke ? button("Delete movement", "delete", () => this.edit((_, all) => all.splice(this.field.current, 1))) : null,
      this.stroke && isWhole(this.stroke) ? button("Another movement", "another", () => this.another()) : null);
  }

  another() {
    const { draw, pressure } = this.stroke;
    this.field.current = this.strokes.length;
    this.field.change((now) => now.strokes.push({ draw, along: [], ...(pressure ? { pressure } : {}) }));
  }
}

function setOrLeave(values, key, value) {
  if (value) values[key] = value;
  else delete values[key];
}
