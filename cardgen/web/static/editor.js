// The editor: a form for the routine and for one step at a time, the step's card beside it, faults beside their fields.

import { h, later, say } from "./dom.js";
import { ask, askFile, askOnce, Refusal } from "./api.js";
import { asText, readDraft, saveDraft } from "./drafts.js";
import { Form } from "./fields.js";
import { Preview } from "./preview.js";
import { stepForm } from "./step_form.js";
import { emptyStep, saveAs } from "./write.js";

const QUIET = 120;

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
  return () => editor.close();
}

class Editor {
  constructor(name, draft, all, vocabulary) {
    Object.assign(this, { name, draft, all, vocabulary, step: 0 });
    this.data = draft.data;
    this.form = new Form(this.data, () => this.changed());
    this.preview = new Preview(380);
    this.title = h("h1", {});
    this.steps = h("nav", { class: "step-list", "aria-label": "Steps" });
    this.stepBox = h("section", { class: "step-box", "aria-label": "Step" });
    this.state = h("p", { class: "state", role: "status" });
    this.others = h("div", { class: "problems" });
    this.cardFaults = h("div", { class: "problems" });
    this.later = later(() => this.refresh(), QUIET);
    this.whole = this.parts();
    this.showSteps();
    this.showStep();
  }

  parts() {
    const save = (form, text) => h("button", { type: "button", onclick: () => saveAs({ ...this.draft, data: this.data, name: this.name }, form, this.others) }, text);
    return h("div", {}, h("p", { class: "back" }, h("a", { href: "#/write" }, "Your routines")), this.title,
      h("div", { class: "bar editor-bar" }, h("a", { class: "button main", href: `#/print?routines=${encodeURIComponent(this.name)}` }, "Print it"), save("yaml", "Save file"), save("csv", "Save spreadsheet")),
      h("div", { class: "workbench" },
        h("div", { class: "choices" }, this.others, h("details", { class: "routine-form", open: !this.data.summary }, h("summary", {}, "The whole routine"), this.routineForm()), this.steps, this.stepBox),
        h("section", { class: "result card-result", "aria-label": "Card" }, this.state, this.cardFaults, this.preview.box)));
  }

  routineForm() {
    const { form, vocabulary, all } = this;
    return h("div", { class: "form" },
      form.text(["name"], "Title", { most: 48 }), form.text(["summary"], "What it is, in a sentence", { rows: 2 }),
      form.select(["area"], "Body area", all.areas.map((area) => [area.name, area.title]), { help: "It decides the color, the tab, and the cautions that cardgen adds." }),
      form.pictures(["receiver"], "How the receiver lies or sits", vocabulary.positions, { inner: "position" }),
      form.select(["sides"], "Both sides", [["each", "First one side, then the other"], ["right-then-left", "Right, then left"], ["left-then-right", "Left, then right"]], { none: "No: it is done once" }),
      form.lines(["not_with"], "Not for receivers with", { help: "One a line. With any of these, the whole routine is left out." }),
      form.lines(["cautions"], "What must not happen in any step", { help: "One a line; printed on the safety card, the overview, the plan and the booklet." }),
      form.lines(["ask"], "What to ask before the first step", { help: "One a line." }),
      this.notes("prepare", "Before you start"), this.notes("after", "Afterwards"));
  }

  notes(key, title) {
    // Lines with an icon each.
    const box = h("div", { class: "notes-list" });
    const icons = this.vocabulary.icons;
    const draw = () => box.replaceChildren(...(this.data[key] ?? []).map((note, at) => h("div", { class: "note-row" },
      h("select", { "aria-label": `Icon of line ${at + 1}`, onchange: (event) => this.form.set([key, at, "icon"], event.target.value) }, icons.map((icon) => h("option", { value: icon.name, selected: icon.name === note.icon }, icon.title))),
      this.form.field([key, at, "do"], `Line ${at + 1}`, h("input", { type: "text", value: note.do ?? "", oninput: (event) => this.form.set([key, at, "do"], event.target.value) })),
      h("button", { type: "button", "aria-label": `Delete line ${at + 1} of ${title}`, onclick: () => { this.data[key].splice(at, 1); this.form.set([key], [...this.data[key]]); draw(); } }, "×"))),
    h("button", { type: "button", onclick: () => { this.form.set([key], [...(this.data[key] ?? []), { icon: "calm-room", do: "" }]); draw(); } }, "Add a line"));
    draw();
    return h("fieldset", {}, h("legend", {}, title), box);
  }

  showSteps() {
    const steps = this.data.steps ??= [];
    this.title.textContent = this.data.name || "A new routine";
    this.steps.replaceChildren(h("h2", {}, "Steps"), h("ol", {}, steps.map((step, at) => h("li", {}, h("button", { type: "button", "aria-current": at === this.step ? "step" : null, onclick: () => this.go(at) },
      h("span", { class: "square", "aria-hidden": "true" }, String(at + 1)), step.name || "New step")))),
      h("div", { class: "step-tools" }, h("button", { type: "button", class: "add", onclick: () => this.insert(emptyStep(steps)) }, "Add a step"),
        h("button", { type: "button", disabled: this.step < 1, onclick: () => this.move(-1) }, "Earlier"), h("button", { type: "button", disabled: this.step >= steps.length - 1, onclick: () => this.move(1) }, "Later"),
        h("button", { type: "button", onclick: () => this.insert({ ...structuredClone(steps[this.step]), id: emptyStep(steps).id }) }, "Copy"),
        h("button", { type: "button", disabled: steps.length < 2, onclick: () => this.remove() }, "Delete")));
  }

  showStep() {
    for (const key of [...this.form.slots.keys()]) if (key.startsWith("steps/")) this.form.slots.delete(key);
    this.stepBox.replaceChildren(stepForm(this.form, this.step, this.data, this.draft, this.vocabulary));
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
    this.changed();
    this.go(Math.min(this.step + 1, this.data.steps.length - 1));
    this.stepBox.querySelector("input")?.focus();
  }

  move(by) {
    const [moved] = this.data.steps.splice(this.step, 1);
    this.data.steps.splice(this.step + by, 0, moved);
    this.changed();
    this.go(this.step + by);
  }

  remove() {
    const [gone] = this.data.steps.splice(this.step, 1);
    this.changed();
    this.go(Math.max(0, this.step - 1));
    say(`${gone.name || "The step"} is deleted.`);
  }

  changed() {
    saveDraft(this.name, this.data, this.draft.pictures);
    this.title.textContent = this.data.name || "A new routine";
    const shown = this.steps.querySelector("[aria-current]");
    if (shown) shown.lastChild.textContent = this.data.steps[this.step].name || "New step";
    this.later();
  }

  request(data, extra) {
    return { routine: this.name, files: { [this.name]: asText(data) }, pictures: this.draft.pictures ?? {}, ...extra };
  }

  async refresh() {
    this.asking?.abort();
    this.asking = new AbortController();
    try {
      const found = await ask("check", this.request(this.data), this.asking.signal);
      this.tell(found.faults);
      await this.showCard(this.asking.signal);
      document.documentElement.dataset.checked = String(Number(document.documentElement.dataset.checked ?? 0) + 1);
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  }

  tell(faults) {
    const errors = faults.filter((fault) => fault.severity === "error");
    const elsewhere = this.form.show(faults);
    const named = (fault) => (fault.place[0] === "steps" && typeof fault.place[1] === "number" ? `Step ${fault.place[1] + 1}: ` : "");
    this.others.replaceChildren(elsewhere.length ? h("ul", { class: "faults" }, elsewhere.map((fault) => h("li", { class: fault.severity },
      h("p", {}, named(fault), fault.problem), h("p", { class: "remedy" }, fault.remedy), named(fault) && fault.place[1] !== this.step ? h("button", { type: "button", onclick: () => this.go(fault.place[1]) }, "Go there") : null))) : "");
    this.state.textContent = errors.length ? `${errors.length} ${errors.length === 1 ? "thing" : "things"} to fill in or mend.` : `Ready to print.${faults.length ? ` ${faults.length} to think about.` : ""}`;
    this.state.className = `state ${errors.length ? "open" : "ready"}`;
  }

  async showCard(signal) {
    // The card of this step; while another step has faults, the card of this step alone.
    const alone = { ...this.data, steps: [this.data.steps[this.step]] };
    for (const [data, step] of [[this.data, this.step + 1], [alone, 1]]) {
      try {
        const { data: card } = await askFile("card", this.request(data, { step }), signal);
        await this.preview.show(card, `Card of step ${this.step + 1}`);
        this.preview.box.classList.remove("old");
        return;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
    this.preview.box.classList.add("old");
  }

  close() {
    this.asking?.abort();
    this.preview.close();
    saveDraft(this.name, this.data, this.draft.pictures);
  }
}
