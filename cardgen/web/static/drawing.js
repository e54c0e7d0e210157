// A drawing: a view of the body, the areas in it, and its movements; what nobody has chosen is filled in by cardgen.

import { h, later, picture } from "./dom.js";
import { ask, askOnce, Refusal } from "./api.js";
import { figureWithLandmarks, isWhole, MovementsForm, readable } from "./movements.js";

const AREAS = ["area", "avoid", "light"];
const FILLED = [...AREAS, "side"];
// What cardgen fills in for a view.

export class DrawingField {
  // The field of one step's drawing; `whole` is its element.
  constructor(form, at, vocabulary) {
    Object.assign(this, { form, at, vocabulary, path: ["steps", at, "drawing"], current: 0, shown: null, turn: 0, filled: null, basis: "", finding: Promise.resolve(), isChoosing: false });
    this.box = h("div", { class: "drawing" });
    this.whole = h("fieldset", { class: "drawing-field" }, h("legend", {}, "Drawing"), form.field(this.path, "Drawing", this.box));
    this.draw();
  }

  get value() {
    return this.form.get(this.path);
  }

  change(work) {
    const now = structuredClone(this.value ?? {});
    work(now);
    this.form.set(this.path, now);
    this.draw();
  }

  async draw() {
    const now = this.value, mine = ++this.turn;
    this.isChoosing = false;
    if (!now) {
      this.box.replaceChildren(h("p", {}, "Without a drawing, the card shows the place that you name, or the body area."),
        h("button", { type: "button", onclick: () => this.chooseView() }, "Draw one"));
      return;
    }
    const strokes = now.strokes ?? [];
    this.current = Math.min(this.current, Math.max(0, strokes.length - 1));
    const [figure] = await Promise.all([this.figureOf(now, strokes), this.findFilled(now.view)]);
    if (mine !== this.turn) return; // it has changed meanwhile
    if (this.value !== now) return this.draw(); // cardgen has filled in other areas
    this.shown = figure;
    const at = document.activeElement?.dataset?.keep;
    this.box.replaceChildren(figure ? this.parts(now) : this.anotherView());
    if (at) this.box.querySelector(`[data-keep="${at}"]`)?.focus();
  }

  parts(now) {
    const movements = new MovementsForm(this, now.strokes ?? []);
    return h("div", { class: "drawing-parts" }, figureWithLandmarks(this.shown, now.strokes?.[this.current], (landmark) => movements.add(landmark)),
      h("div", {}, movements.whole(), this.areasForm(now), this.anotherView()));
  }

  async figureOf(now, strokes) {
    // The drawing as far as it can be drawn, the last one, or its bare view: its faults are shown next to it.
    const pressed = strokes.filter(isWhole).map((stroke) => (stroke.draw === "glide" ? { pressure: this.saidPressure(), ...stroke } : stroke));
    const area = this.form.data.area;
    try {
      return await ask("figure", { area, drawing: { ...now, strokes: pressed } });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.shown ?? ask("figure", { area, drawing: { view: now.view } }).catch(() => null);
    }
  }

  saidPressure() {
    // The pressure of the step, which a glide has unless it states its own.
    const said = this.form.get(["steps", this.at, "pressure"]);
    return [said?.level ?? said?.out ?? said].flat().at(-1) ?? "medium";
  }

  findFilled(view) {
    // One question after the other, even if one fails: an answer is compared with the one before it, whoever asks.
    return (this.finding = this.finding.catch(() => {}).then(() => this.refill(view)));
  }

  async refill(view) {
    // What cardgen fills in for this view, asked again only when what it follows from has changed; areas of its own follow.
    const basis = this.basisOf(view);
    if (basis === this.basis) return;
    const found = await this.askFilled(view), now = this.value;
    if (now?.view !== view) return;
    const follows = this.isFilled(now);
    Object.assign(this, { basis, filled: found });
    if (follows && !this.isFilled(now)) this.form.settle(this.path, withFilled(now, found));
  }

  basisOf(view) {
    const { steps, ...routine } = this.form.data, { drawing, ...step } = steps[this.at] ?? {};
    return JSON.stringify([view, routine, step]);
  }

  async askFilled(view) {
    try {
      return await ask("fill", this.form.request({ step: this.at + 1, view }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { view };
    }
  }

  isFilled(now) {
    // Whether the areas are still those that cardgen has filled in.
    const listed = (given, name) => JSON.stringify([given[name] ?? []].flat().sort());
    return this.filled !== null && FILLED.every((name) => listed(now, name) === listed(this.filled, name));
  }

  async follow() {
    // Somebody has changed the step: areas of cardgen's own follow its place and its cautions.
    const now = this.value;
    if (!now || this.isChoosing || this.basisOf(now.view) === this.basis) return;
    await this.findFilled(now.view);
    if (!this.isChoosing) await this.draw();
  }

  areasForm(now) {
    const list = (kind, title) => {
      const isChosen = (region) => (now[kind] ?? []).includes(region);
      const sorted = [...this.shown.regions].sort((one, other) => isChosen(other) - isChosen(one));
      return h("details", { open: sorted.some(isChosen) }, h("summary", {}, title), h("div", { class: "regions" }, sorted.map((region) =>
        h("label", { class: "check" }, h("input", { type: "checkbox", "data-keep": `${kind}-${region}`, checked: isChosen(region),
          onchange: (event) => this.choose(kind, region, event.target.checked) }), readable(region)))));
    };
    return h("div", {}, this.ownerOf(now), list("area", "Areas to work on"), list("avoid", "Areas to avoid"),
      list("light", "Areas for light pressure only"));
  }

  ownerOf(now) {
    // Who has chosen the areas.
    if (!this.isFilled(now)) {
      return h("p", { class: "kept" }, "You have chosen the areas. ", h("button", { type: "button", class: "quiet", "data-keep": "filled",
        onclick: () => { this.form.set(this.path, withFilled(this.value, this.filled)); this.draw(); } }, "Fill them in for me"));
    }
    return h("p", { class: "kept" }, AREAS.some((kind) => this.filled[kind]?.length)
      ? "cardgen has filled in the areas, from “Where on the body” and the cautions. They follow what you write until you choose your own."
      : "This view shows no place that “Where on the body” names: choose areas, or another view.");
  }

  choose(kind, region, isChosen) {
    this.change((drawn) => {
      drawn[kind] = (drawn[kind] ?? []).filter((each) => each !== region);
      if (isChosen) drawn[kind].push(region);
    });
  }

  anotherView() {
    return h("p", { class: "stroke-buttons" }, h("button", { type: "button", onclick: () => this.chooseView() }, "Another view"),
      h("button", { type: "button", onclick: () => { this.form.set(this.path, undefined); this.shown = null; this.draw(); } }, "No drawing"));
  }

  async chooseView() {
    // Every view: first the one that cardgen would show, then those for this receiver.
    this.isChoosing = true;
    this.turn += 1; // a figure that is on its way does not take the place of the views
    const position = this.form.get(["receiver", "position"]) ?? this.form.get(["receiver"]);
    const [views, usual] = await Promise.all([askOnce("views"), this.askFilled("")]);
    const rank = (view) => (view.name === usual.view ? 2 : Number(view.positions.includes(position)));
    const sorted = [...views].sort((one, other) => rank(other) - rank(one));
    const search = h("input", { type: "search", placeholder: "back, hand, leg …", oninput: later(() => fill(), 60) });
    const grid = h("div", { class: "view-grid" });
    const fill = () => grid.replaceChildren(...sorted.filter(isAsked(search.value)).map((view) =>
      h("button", { type: "button", onclick: () => this.takeView(view.name) }, picture(view.svg), h("span", {}, view.title), view.name === usual.view ? h("small", {}, "shown now") : null)));
    fill();
    this.box.replaceChildren(h("label", { class: "field" }, "Which part of the body?", search), grid);
    search.focus();
  }

  async takeView(view) {
    const basis = this.basisOf(view), filled = await this.askFilled(view);
    this.form.set(this.path, withFilled({ view }, filled));
    Object.assign(this, { basis, filled, shown: null });
    await this.draw();
  }
}

function withFilled(drawing, filled) {
  const kept = Object.fromEntries(Object.entries(drawing).filter(([name]) => !FILLED.includes(name)));
  return { ...kept, ...Object.fromEntries(FILLED.filter((name) => name in filled).map((name) => [name, filled[name]])) };
}

function isAsked(text) {
  // Whether a view has all the words that are typed, in its title or its name.
  const typed = text.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ name, title }) => typed.every((word) => `${name} ${title}`.toLowerCase().includes(word));
}
