// One's own routines: a list of drafts, and ways to begin one.

import { counted, faultList, h, roomLeft, say } from "./dom.js";
import { ask, askFile, askOnce, Refusal } from "./api.js";
import { dropDraft, drafts, draftFiles, freeName, saveDraft } from "./drafts.js";
import { plainName, saveFile } from "./files.js";

const MOST_OF_TITLE = 48;
// Characters of a routine's title.

export async function showWrite(view, [name]) {
  if (name) {
    const { showEditor } = await import("./editor.js");
    return showEditor(view, name);
  }
  const [all, own] = await Promise.all([askOnce("list"), drafts()]);
  const problems = h("div", { role: "alert" });
  view.append(h("h1", {}, "Write your own"),
    h("p", { class: "lead" }, "Describe a massage step by step, and see its cards grow. Everything stays in this browser until you save it as a file."),
    problems, own.length ? draftList(own, problems) : "", beginnings(all, problems));
  return null;
}

function draftList(own, problems) {
  return h("section", {}, h("h2", {}, "Your routines"), h("ul", { class: "drafts" }, own.map((draft) => h("li", {},
    h("a", { href: `#/write/${encodeURIComponent(draft.name)}` }, h("strong", {}, draft.title), h("small", {}, `${draft.name} · ${counted(draft.data.steps?.length ?? 0, "step")}`)),
    h("a", { class: "button", href: `#/print?routines=${encodeURIComponent(draft.name)}`, "aria-label": `Print ${draft.title}` }, "Print"),
    h("button", { type: "button", "aria-label": `Save ${draft.title} as a file`, onclick: () => saveAs(draft, "yaml", problems) }, "Save file"),
    h("button", { type: "button", "aria-label": `Delete ${draft.title}`, onclick: (event) => remove(draft, event.target.closest("li")) }, "Delete")))));
}

async function remove(draft, row) {
  // One click deletes, another one brings it back: a question would only be clicked away.
  await dropDraft(draft.name);
  row.replaceChildren(h("span", {}, `${draft.title} is deleted.`), h("button", { type: "button", onclick: async () => {
    await saveDraft(draft.name, draft.data, draft.pictures);
    dispatchEvent(new Event("hashchange"));
  } }, "Bring it back"));
  row.querySelector("button").focus();
  say(`${draft.title} is deleted.`);
}

function beginnings(all, problems) {
  const title = h("input", { type: "text", placeholder: "Tired hands", required: true });
  const choice = (options) => h("select", { required: true }, h("option", { value: "" }, "Choose …"), options.map(([value, text]) => h("option", { value }, text)));
  const area = choice(all.areas.map((each) => [each.name, each.title])), receiver = choice(Object.entries(all.positions));
  const copied = h("select", {}, all.routines.filter((routine) => !routine.program && !routine.broken).map((routine) => h("option", { value: routine.name }, routine.title)));
  const file = h("input", { type: "file", accept: ".yaml,.yml,.json,.csv", onchange: (event) => openFile(event.target.files[0], problems) });
  const begin = (work) => (event) => { event.preventDefault(); guard(problems, work); };
  return h("section", {}, h("h2", {}, "Start one"), h("div", { class: "beginnings" },
    h("form", { onsubmit: begin(() => open(title.value.trim(), blank(title.value.trim(), area.value, receiver.value))) },
      h("label", { class: "field" }, "A new routine, called", title), roomLeft(title, MOST_OF_TITLE),
      h("label", { class: "field" }, "Body area", h("small", {}, "Determines the color and the cautions that cardgen adds."), area),
      h("label", { class: "field" }, "How the receiver lies or sits", receiver), h("button", { class: "main" }, "Begin")),
    h("form", { onsubmit: begin(() => copy(copied.value)) },
      h("label", { class: "field" }, "A copy of", copied), h("button", {}, "Copy")),
    h("form", {}, h("label", { class: "field" }, "A file saved from here (.yaml), or a spreadsheet saved as CSV", file))));
}

export const NEEDED_OF_STEP = { name: "", technique: "", where: "", cue: "", detail: "" };
// What every step says; nothing else is put into it: a number that nobody chose would be wrong.

function blank(title, area, receiver) {
  return { name: title, summary: "", area, receiver, prepare: [{ icon: "warm-hands", do: "Warm your hands." }], steps: [emptyStep([])] };
}

export function emptyStep(steps) {
  const ids = new Set(steps.map((step) => step.id));
  let number = steps.length + 1;
  while (ids.has(`step-${number}`)) number += 1;
  return { id: `step-${number}`, ...NEEDED_OF_STEP };
}

async function open(title, data, pictures = {}) {
  const name = await freeName(title);
  await saveDraft(name, data, pictures);
  location.hash = `#/write/${encodeURIComponent(name)}`;
}

async function copy(name) {
  const { data } = await ask("read", { routine: name });
  await open(`My ${data.name}`, { ...data, name: `My ${data.name}` });
}

async function openFile(file, problems) {
  if (!file) return;
  await guard(problems, async () => {
    const text = await file.text();
    const table = file.name.toLowerCase().endsWith(".csv");
    const name = plainName(file.name);
    const { data } = table ? await ask("import", { table: name, files: { [name]: text } }) : await ask("read", { routine: name, files: { [name]: text } });
    await open(name.replace(/\.\w+$/, ""), data);
  });
}

async function guard(problems, work) {
  problems.replaceChildren();
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    problems.replaceChildren(faultList(error.faults.map((fault) => ({ ...fault, problem: [placeOf(fault), fault.problem].filter(Boolean).join(": ") }))));
  }
}

const placeOf = ({ where, line }) => where || (line ? `Line ${line}` : "");

export async function saveAs(draft, form, problems) {
  await guard(problems, async () => {
    const { data, media } = await askFile("export", { routine: draft.name, form, files: draftFiles([draft]), pictures: draft.pictures ?? {} });
    saveFile(data, draft.name.replace(/\.\w+$/, `.${form}`), media);
  });
}

