// The editor: a form for the routine and for one step at a time, the step's card next to it, faults next to their fields.

import { capitalized, counted, faultList, h, later, promptly, say } from "./dom.js";
import { ask, askFile, askOnce, Refusal } from "./api.js";
import { asText, readDraft, saveDraft, whenChangedElsewhere } from "./drafts.js";
import { Form } from "./fields.js";
import { Preview } from "./preview.js";
import { routineForm } from "./routine_form.js";
import { stepForm } from "./step_form.js";
import { emptyStep, NEEDED_OF_STEP, saveAs } from "./write.js";

const QUIET = 60;
// Milliseconds without a change before a card that is being made is made again.
const PAUSE = 500;
// Milliseconds without a change before warnings are looked for, which takes longer.
const MOST_PAST = 100;
// Changes that can be taken back.
const MOST_WAYS = 6;
// Fields to which there are buttons at once.

export async function showEditor(view, name) {
  const draft = await readDraft(name);
  if (!draft) {
    view.append(h("h1", {}, "This routine is not in this browser"), h("p", {}, h("a", { href: "#/write" }, "Your routines")));
    return null;
  }
  const [all, vocabulary] = await Promise.all([askOnce("list"), askOnce("vocabulary")]);
  const editor = new Editor(name, draft, all, vocabulary);
  view.append(editor.whole);
  editor.refresh();
  editor.warnLater();
  return () => editor.close();
}

class Editor {
  constructor(name, draft, all, vocabulary) {
    Object.assign(this, { name, draft, all, vocabulary, step: 0 });
    this.form = new Form(draft.data, (path, follows) => (follows ? this.settled() : this.changed(path.join("/"))), (extra) => this.request(this.data, extra));
    this.past = [];
    this.take(draft.data);
    this.preview = new Preview(380);
    this.title = h("h1", {});
    this.steps = h("nav", { class: "step-list", "aria-label": "Steps" });
    this.stepBox = h("section", { class: "step-box", "aria-label": "Step" });
    this.routineBox = h("details", { class: "routine-form", open: !this.data.summary }, h("summary", {}, "The whole routine"));
    this.undo = h("button", { type: "button", disabled: true, onclick: () => this.takeBack() }, "Undo");
    this.gone = h("p", { class: "gone" });
    this.state = h("p", { class: "state", role: "status", tabindex: -1 });
    this.ways = h("div", { class: "stroke-buttons" });
    this.others = h("div", { class: "problems" });
    this.lost = h("div", { class: "problems", role: "alert" });
    this.refresh = promptly((signal) => this.show(signal), QUIET);
    this.warn = promptly((signal) => this.showWarnings(signal), PAUSE);
    this.warnLater = later(() => this.warn(), PAUSE);
    this.warnings = [];
    this.stopListening = whenChangedElsewhere(name, () => this.adopt());
    this.whole = this.parts();
    this.showAll();
  }

  take(data) {
    // Make these the values of the form; everything that a routine and a step need is there, and may be empty.
    for (const [key, value] of Object.entries({ name: "", summary: "" })) data[key] ??= value;
    for (const step of data.steps ??= []) {
      step.id ||= emptyStep(data.steps).id;
      for (const [key, value] of Object.entries(NEEDED_OF_STEP)) step[key] ??= value;
    }
    this.data = this.form.data = data;
    this.last = { data: structuredClone(data), step: this.step, what: "" };
  }

  showAll() {
    this.form.slots.clear();
    this.routine = routineForm(this.form, this.all, this.vocabulary);
    this.routine.offer(this.usualLetter);
    this.routineBox.replaceChildren(this.routineBox.firstChild, this.routine);
    this.showSteps();
    this.showStep();
  }

  takeBack() {
    const before = this.past.pop();
    if (!before) return;
    this.step = before.step;
    this.take(before.data);
    this.gone.replaceChildren();
    this.showAll();
    this.keep();
    this.refresh();
    say("The last change is undone.");
  }

  async adopt() {
    // Another tab has changed the routine: what it says now is here too, and "Undo" brings this back.
    const draft = await readDraft(this.name);
    if (!draft) return;
    this.past.push(this.last);
    Object.assign(this.draft, draft);
    this.step = Math.min(this.step, Math.max(0, (draft.data.steps?.length ?? 1) - 1));
    this.take(draft.data);
    this.undo.disabled = false;
    this.showAll();
    this.refresh();
  }

  parts() {
    const saved = () => ({ ...this.draft, data: this.data, name: this.name });
    const save = (form, text) => h("button", { type: "button", onclick: () => saveAs(saved(), form, this.others) }, text);
    const print = h("button", { type: "button", class: "main", onclick: () => this.print() }, "Print it");
    return h("div", {}, h("p", { class: "back" }, h("a", { href: "#/write" }, "Your routines")), this.title,
      h("div", { class: "bar editor-bar" }, print, save("yaml", "Save file"), save("csv", "Save spreadsheet"), this.undo),
      h("div", { class: "workbench" },
        h("div", { class: "choices" }, this.lost, this.others, this.routineBox, this.steps, this.gone, this.stepBox),
        h("section", { class: "result card-result", "aria-label": "Card" }, this.state, this.ways, this.preview.box)));
  }

  showSteps() {
    const steps = this.data.steps ??= [];
    this.title.textContent = this.data.name || "A new routine";
    this.steps.replaceChildren(h("h2", {}, "Steps"), h("ol", {}, steps.map((step, at) => h("li", {}, this.stepButton(step, at)))), this.stepTools(steps));
  }

  stepButton(step, at) {
    return h("button", { type: "button", "aria-current": at === this.step ? "step" : null, onclick: () => this.go(at) },
      h("span", { class: "square", "aria-hidden": "true" }, String(at + 1)), step.name || "New step", this.isUnfinished(step) ? h("small", {}, "to fill in") : null);
  }

  stepTools(steps) {
    const tool = (text, onclick, disabled = false) => h("button", { type: "button", disabled, onclick }, text);
    return h("div", { class: "step-tools" }, tool("Add a step", () => this.insert(emptyStep(steps))),
      tool("Earlier", () => this.move(-1), this.step < 1), tool("Later", () => this.move(1), this.step >= steps.length - 1),
      tool("Copy", () => this.insert({ ...structuredClone(steps[this.step]), id: emptyStep(steps).id })), tool("Delete", () => this.remove(), steps.length < 2));
  }

  showStep() {
    for (const key of [...this.form.slots.keys()]) if (key.startsWith("steps/")) this.form.slots.delete(key);
    this.stepFields = stepForm(this.form, this.step, this.data, this.draft, this.vocabulary);
    this.stepBox.replaceChildren(this.stepFields);
  }

  go(at) {
    this.step = at;
    this.showSteps();
    this.showStep();
    this.refresh();
    this.steps.querySelector("[aria-current]")?.focus();
  }

  insert(step) {
    this.data.steps.splice(this.step + 1, 0, step);
    this.changed("insert");
    this.go(Math.min(this.step + 1, this.data.steps.length - 1));
    this.stepBox.querySelector("input")?.focus();
  }

  move(by) {
    const [moved] = this.data.steps.splice(this.step, 1);
    this.data.steps.splice(this.step + by, 0, moved);
    this.changed("move");
    this.go(this.step + by);
  }

  remove() {
    const [gone] = this.data.steps.splice(this.step, 1);
    this.changed("remove");
    this.go(Math.max(0, this.step - 1));
    const text = `${gone.name ? `“${gone.name}”` : "The step"} is deleted.`;
    this.gone.replaceChildren(text, " ", h("button", { type: "button", class: "quiet", onclick: () => this.takeBack() }, "Bring it back"));
    this.gone.querySelector("button").focus();
    say(text);
  }

  isUnfinished(step) {
    return Object.keys(NEEDED_OF_STEP).some((key) => step[key] === "");
  }

  changed(what) {
    // Remember what was before; several letters in one field are one change.
    if (what !== this.last.what || ["insert", "move", "remove"].includes(what)) this.past = [...this.past.slice(1 - MOST_PAST), this.last];
    this.last = { data: structuredClone(this.data), step: this.step, what };
    if (what !== "remove") this.gone.replaceChildren();
    this.keep();
    this.showSteps();
    this.refresh();
    this.warn.stop();
    this.warnLater();
  }

  settled() {
    // What has followed from the last change belongs to it.
    this.last = { ...this.last, data: structuredClone(this.data) };
    this.keep();
    this.refresh();
  }

  keep() {
    this.undo.disabled = !this.past.length;
    this.attempt(this.lost, async () => {
      await saveDraft(this.name, this.data, this.draft.pictures);
      this.lost.replaceChildren();
    });
  }

  async attempt(place, work) {
    // Do the work; a refusal is shown in this place.
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      place.replaceChildren(faultList(error.faults));
    }
  }

  print() {
    return this.attempt(this.others, () => this.tryToPrint());
  }

  async tryToPrint() {
    // An unfinished routine is not printed: the page shows what is missing, and where.
    this.form.tried = true;
    this.tell(await ask("check", this.request(this.data, { warnings: false })));
    if (!this.errors.length) {
      location.hash = `#/print?routines=${encodeURIComponent(this.name)}`;
      return;
    }
    this.goTo(this.errors[0]);
    say(`${this.state.textContent} ${this.ways.textContent}`);
  }

  goTo(fault) {
    // To the field that a fault is about, in its step or in the form of the whole routine.
    const place = this.form.placeOf(fault);
    if (place[0] === "steps" && Number.isInteger(place[1])) {
      if (place[1] !== this.step) this.go(place[1]);
    } else this.routineBox.open = true;
    this.form.show(this.form.faults);
    const slot = this.form.nearest(place);
    const field = slot && (slot.input ?? slot.control.querySelector("input:checked, input, select, textarea, button"));
    (field ?? this.state).focus();
    (slot?.control ?? this.state).scrollIntoView({ block: "center" });
  }

  request(data, extra) {
    return { routine: this.name, files: { [this.name]: asText(data) }, pictures: this.draft.pictures ?? {}, ...extra };
  }

  async show(signal) {
    await this.attempt(this.others, async () => this.tell(await ask("check", this.request(this.data, { warnings: false }), signal)));
    await Promise.all([this.showCard(signal), this.stepFields.follow()]);
    document.documentElement.dataset.checked = String(Number(document.documentElement.dataset.checked ?? 0) + 1);
  }

  async showWarnings(signal) {
    await this.attempt(this.others, async () => {
      const found = await ask("check", this.request(this.data), signal);
      this.warnings = found.faults.filter((fault) => fault.severity === "warning");
      this.tell(found);
    });
  }

  tell({ faults: found, letter }) {
    const errors = this.errors = found.filter((fault) => fault.severity === "error");
    const faults = errors.length ? errors : this.warnings;
    this.usualLetter = letter;
    this.routine.offer(letter);
    const elsewhere = this.form.show(faults);
    this.others.replaceChildren(elsewhere.length ? h("ul", { class: "faults" }, elsewhere.map((fault) => this.entry(fault))) : "");
    this.state.textContent = this.stateText(errors, faults.length);
    this.state.className = `state ${errors.length ? "open" : "ready"}`;
    this.showWays(faults);
  }

  entry(fault) {
    // A fault that has no field in sight.
    const owner = this.ownerOf(fault.place);
    const sentence = this.form.isOpen(fault) ? `“${this.form.words.titleOf(fault.place)}” is still to be filled in.` : this.form.say(fault);
    const way = owner && fault.place[1] !== this.step ? h("button", { type: "button", onclick: () => this.goTo(fault) }, "Go there") : null;
    return h("li", { class: fault.severity }, h("p", {}, owner ? `${capitalized(owner)}: ` : "", sentence), way);
  }

  showWays(faults) {
    // A button for each field that needs something, which leads there.
    const ways = new Map(faults.filter(({ place }) => place.length).map((fault) => [this.nameOf(this.form.placeOf(fault)), fault]));
    const shown = [...ways].slice(0, MOST_WAYS);
    this.ways.replaceChildren(...shown.map(([name, fault]) => h("button", { type: "button", class: "small-button", onclick: () => this.goTo(fault) }, capitalized(name))),
      ways.size > shown.length ? h("span", {}, `and ${ways.size - shown.length} more`) : "");
  }

  stateText(errors, count) {
    const open = errors.filter((fault) => this.form.isOpen(fault)), wrong = errors.length - open.length;
    if (!errors.length) return `Ready to print.${count ? ` ${counted(count, "thing")} to think about:` : ""}`;
    return `${[open.length ? `${counted(open.length, "thing")} to fill in` : "", wrong ? `${counted(wrong, "thing")} to correct` : ""].filter(Boolean).join(", ")}:`;
  }

  ownerOf(place) {
    return place[0] === "steps" && Number.isInteger(place[1]) ? `step ${place[1] + 1}` : "";
  }

  nameOf(place) {
    // The field that a fault is about: "step 2: “At the table”".
    const title = this.form.words.titleOf(place);
    return [this.ownerOf(place), title ? `“${title}”` : ""].filter(Boolean).join(": ") || "the whole routine";
  }

  async showCard(signal) {
    // The card of this step, as far as it is written.
    try {
      const { data: card } = await askFile("card", this.request(this.data, { step: this.step + 1 }), signal);
      await this.preview.show(card, `Card of step ${this.step + 1}`);
      this.preview.box.classList.remove("old");
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.preview.box.classList.add("old");
    }
  }

  close() {
    this.refresh.stop();
    this.warn.stop();
    this.stopListening();
    this.preview.close();
  }
}
