// The fields of a whole routine, in addition to those of its steps.

import { h } from "./dom.js";

export function routineForm(form, all, vocabulary) {
  const letter = letterInput(form);
  const whole = h("div", { class: "form" },
    form.text(["name"], "Title", { most: 48, needed: true }), form.text(["summary"], "What it is, in a sentence", { rows: 2, needed: true }),
    form.select(["area"], "Body area", all.areas.map((area) => [area.name, area.title]), { help: "Determines the color, the tab, and the cautions that cardgen adds." }),
    form.field(["letter"], "Letters of its cards", letter, { help: "One or two, on the tab and before the number of each card. If empty, cardgen chooses them." }),
    form.pictures(["receiver"], "How the receiver lies or sits", vocabulary.positions, { inner: "position" }),
    form.select(["sides"], "Both sides", [["each", "First one side, then the other"], ["right-then-left", "Right, then left"], ["left-then-right", "Left, then right"]], { none: "No: it is done once" }),
    form.lines(["not_with"], "No massage with", { help: "One per line. With any of these, there is no massage at all, not even from other routines of the session." }),
    form.lines(["before_other_side"], "What to do before the other side", { help: "One per line: wipe off the oil, ask, change places. For a routine that is done on both sides." }),
    form.lines(["leave_out_with"], "Leave out this routine with", { help: "One per line. With any of these, other routines of the session may still be given." }),
    form.lines(["cautions"], "What must not happen in any step", { help: "One per line; printed on the safety card, the overview, the plan, and the booklet." }),
    form.lines(["ask"], "What to ask before the first step", { help: "One per line." }),
    form.field(["strength_at_most"], "The strongest that it may feel, from 1 to 9", strengthInput(form), { help: "10 is pain. If empty, every print says 5." }),
    notes(form, "prepare", "Before you start", vocabulary.icons), notes(form, "after", "Afterwards", vocabulary.icons));
  // The letters that cardgen would give are seen, and can be others.
  whole.offer = (letters) => { letter.placeholder = letters ?? ""; };
  return whole;
}

function letterInput(form) {
  return h("input", { type: "text", maxlength: 2, class: "short", value: form.get(["letter"]) ?? "", oninput: (event) => {
    event.target.value = event.target.value.toUpperCase().replace(/[^A-Z]/g, "");
    form.set(["letter"], event.target.value);
  } });
}

function strengthInput(form) {
  return h("input", { type: "number", min: 1, max: 9, class: "short", value: form.get(["strength_at_most"]) ?? "", oninput: (event) => {
    form.set(["strength_at_most"], event.target.value ? Number(event.target.value) : undefined);
  } });
}

function notes(form, key, title, icons) {
  // Lines with an icon each.
  const box = h("div", { class: "notes-list" });
  const lines = () => form.get([key]) ?? [];
  const change = (changed) => { form.set([key], changed); draw(); };
  const line = (note, at) => h("div", { class: "note-row" },
    h("select", { "aria-label": `Icon of line ${at + 1}`, onchange: (event) => form.set([key, at, "icon"], event.target.value) },
      icons.map((icon) => h("option", { value: icon.name, selected: icon.name === note.icon }, icon.title))),
    form.field([key, at, "do"], `Line ${at + 1}`, h("input", { type: "text", value: note.do ?? "", oninput: (event) => form.set([key, at, "do"], event.target.value) })),
    h("button", { type: "button", "aria-label": `Delete line ${at + 1} of ${title}`, onclick: () => { change(lines().toSpliced(at, 1)); add.focus(); } }, "×"));
  const add = h("button", { type: "button", onclick: () => { change([...lines(), { icon: "calm-room", do: "" }]); box.querySelector(".note-row:last-of-type input").focus(); } }, "Add a line");
  const draw = () => box.replaceChildren(...lines().map(line), add);
  draw();
  return h("fieldset", {}, h("legend", {}, title), box);
}
