// How much, as sentences with numbers in them; what no sentence says is written as in a file.

import { h } from "./dom.js";

const SENTENCES = [
  ["times", ["", " times"], (values) => ({ times: number(values[0]) })],
  ["times,hold", ["", " times, holding ", " seconds each time"], (values) => ({ times: number(values[0]), hold: number(values[1]) })],
  ["passes", ["", " passes over the whole area"], (values) => ({ passes: number(values[0]) })],
  ["seconds", ["for ", " seconds"], (values) => ({ seconds: number(values[0]) })],
  ["hold", ["hold for ", " seconds"], (values) => ({ hold: number(values[0]) })],
  ["breaths", ["hold for ", " slow breaths"], (values) => ({ hold: `${values[0]} slow breaths` })],
  ["until", ["until "], (values) => ({ until: values[0] })],
  ["extent", ["as the card says it: "], (values) => ({ extent: values[0] })],
  ["other", ["in my own words: "], (values) => own(values[0])],
];
const NAMES = { times: "Times", "times,hold": "Times, each with a hold", passes: "Passes", seconds: "For some seconds", hold: "Hold for seconds", breaths: "Hold for breaths", until: "Until something happens", extent: "In words", other: "As in a file" };
const STARTS = { times: ["3"], "times,hold": ["3", "5"], passes: ["3"], seconds: ["30"], hold: ["10"], breaths: ["3"], until: ["the muscle eases"], extent: ["Until the oil is spread"], other: ["10"] };
const number = (text) => (/^\d+$/.test(text) ? Number(text) : text);

function own(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function readAmount(repeat) {
  // The sentence that says an amount, and what is filled in.
  if (repeat === undefined || repeat === null) return ["", []];
  if (typeof repeat === "number") return ["times", [String(repeat)]];
  if (typeof repeat === "object" && !Array.isArray(repeat)) {
    const keys = Object.keys(repeat).join();
    const breaths = typeof repeat.hold === "string" && repeat.hold.match(/^(\d+) slow breaths$/);
    if (keys === "hold" && breaths) return ["breaths", [breaths[1]]];
    const values = Object.values(repeat);
    if (keys in STARTS && values.every((value) => ["number", "string"].includes(typeof value))) return [keys, values.map(String)];
  }
  return ["other", [typeof repeat === "string" ? repeat : JSON.stringify(repeat)]];
}

export function amountField(repeat, change) {
  // The note of an amount has a field of its own, whatever the sentence.
  const noted = repeat !== null && typeof repeat === "object" && !Array.isArray(repeat);
  let { note, ...bare } = noted ? repeat : { note: undefined };
  let [kind, values] = readAmount(noted ? bare : repeat);
  const sentence = h("span", { class: "sentence" });
  const choice = h("select", { "aria-label": "How much", onchange: () => { kind = choice.value; values = [...(STARTS[kind] ?? [])]; draw(); tell(); } },
    h("option", { value: "" }, "Not said"), SENTENCES.map(([name]) => h("option", { value: name, selected: name === kind }, NAMES[name])));
  const noteField = h("label", { class: "field" }, "A note to it", h("input", { type: "text", value: note ?? "", oninput: (event) => { note = event.target.value; tell(); } }));
  function tell() {
    const value = kind ? SENTENCES.find(([name]) => name === kind)[2](values) : undefined;
    change(note && value && typeof value === "object" ? { ...value, note } : value);
  }
  function draw() {
    const found = SENTENCES.find(([name]) => name === kind);
    noteField.hidden = !kind || kind === "other";
    sentence.replaceChildren(...(found ? found[1].flatMap((words, at) => [words, at < values.length && (found[1].length > at + 1 || words.endsWith(" "))
      ? h("input", { type: "text", class: ["until", "extent", "other"].includes(kind) ? "long" : "short", value: values[at], "aria-label": `${NAMES[kind]}, ${at + 1}`,
        oninput: (event) => { values[at] = event.target.value.trim(); tell(); } }) : ""]) : []));
  }
  draw();
  return h("div", { class: "amount" }, choice, sentence, noteField);
}
