// How much, as a sentence: each value of an amount is a part of it, with the words around it.

import { h } from "./dom.js";

const PARTS = [
  ["times", "", "times", "A number of times"], ["sets", "in", "sets", "Sets"], ["passes", "", "passes over the whole area", "Passes over the area"],
  ["seconds", "for", "seconds", "For some time"], ["hold", "holding for", "seconds", "Hold still"], ["rest", "resting for", "seconds", "Rest"], ["rest_after", "then resting for", "seconds", "Rest at the end"],
  ["count", "counting to", "", "Count"], ["beat", "at", "beats a minute", "Beats a minute"], ["every", "once every", "seconds", "A rhythm"],
  ["until", "until", "", "Until something happens"], ["at_most", "after at most", "seconds", "The longest time, each time"], ["at_most_in_all", "in all for at most", "seconds", "The longest time for all of it"], ["each", "for each", "", "For each side, spot, or direction"],
  ["spots", "in", "", "On named spots"], ["extent", "on the card:", "", "In my own words"], ["then", "the next time:", "", "What is different the next time"],
  ["note", "on the back:", "", "A note on it"],
];
// The keys in a file, the words before and after the value, and what each is about.
const STARTS = { times: 3, sets: 2, passes: 3, seconds: 30, hold: 10, rest: 5, rest_after: 30, count: 8, beat: 60, every: 3, until: "the muscle eases", at_most: 60, at_most_in_all: 60, each: "side", spots: "each finger", extent: "Until the oil is spread", then: "a little further", note: "" };
const WHOLE = ["times", "passes", "seconds", "hold", "until", "extent"];
// What an amount may begin with.
const EACH = { side: "side", spot: "spot", direction: "direction", leg: "leg", arm: "arm", foot: "foot", hand: "of your hands" };
const TEXTS = ["until", "spots", "extent", "then", "note"];

export const titleOfPart = (key) => PARTS.find(([name]) => name === key)?.[3];

export function amountInWords(amount) {
  // An amount as the form says it: "3 times, for each side".
  const said = PARTS.filter(([key]) => key in amount).map(([key, before, after]) => [before, key === "each" ? EACH[amount[key]] ?? amount[key] : asText(amount[key]), after]);
  return said.map((words) => words.filter(Boolean).join(" ")).join(", ");
}

function readAmount(repeat) {
  // An amount by its keys, from any way in which a file may say it.
  if (repeat === undefined || repeat === null) return {};
  if (typeof repeat === "object" && !Array.isArray(repeat)) return { ...repeat };
  if (typeof repeat !== "string" || /^(\d+( times)?|several( times)?|\d+\s*[-–x]\s*\d+( times)?)$/.test(repeat)) return { times: repeat };
  return { [/pass/.test(repeat) ? "passes" : /moment/.test(repeat) ? "hold" : "seconds"]: repeat };
}

function asText(value) {
  if (Array.isArray(value)) return value.join(" to ");
  return value !== null && typeof value === "object" ? `about ${value.about}` : String(value);
}

function asValue(key, text) {
  // What a file says for what is typed: a number, a range, an estimate, or words.
  if (TEXTS.includes(key)) return text;
  if (/^\d+$/.test(text)) return Number(text);
  const range = text.match(/^(\d+)\s*(?:to|-|–)\s*(\d+)$/), about = text.match(/^about\s+(\d+)$/i);
  if (range) return [Number(range[1]), Number(range[2])];
  return about && key === "seconds" ? { about: Number(about[1]) } : text;
}

export function amountField(repeat, change) {
  const amount = readAmount(repeat);
  const box = h("div", { class: "amount" });
  const kept = () => PARTS.filter(([key]) => key in amount);
  const tell = () => {
    const said = Object.entries(amount).filter(([, value]) => value !== "");
    change(said.length ? Object.fromEntries(said) : undefined);
  };
  const set = (key, value) => { amount[key] = value; tell(); };

  function begin(event) {
    for (const key of Object.keys(amount)) delete amount[key];
    add(event.target.value);
  }
  function add(key) {
    if (key) amount[key] = STARTS[key];
    tell();
    draw(key);
  }
  function leaveOut(key) {
    delete amount[key];
    tell();
    draw(kept()[0]?.[0]);
  }
  function draw(focused = "") {
    const parts = kept(), first = parts[0]?.[0] ?? "";
    const begins = PARTS.filter(([key]) => WHOLE.includes(key) || key === first);
    const others = PARTS.filter(([key]) => !(key in amount));
    const option = ([key, , , title]) => h("option", { value: key, selected: key === first }, title);
    const more = h("select", { class: "adding", "aria-label": "Say more about how much", onchange: (event) => add(event.target.value) },
      h("option", { value: "" }, "Say more …"), others.map(option));
    box.replaceChildren(h("select", { "aria-label": "How much", onchange: begin }, h("option", { value: "" }, "Not specified"), begins.map(option)),
      ...parts.map((part) => sentence(part, parts.length > 1)), parts.length ? more : "");
    if (focused) box.querySelector(`[name="${focused}"]`)?.focus();
  }
  function sentence([key, before, after, title], several) {
    const unit = h("span", {}, after);
    const showUnit = () => { unit.hidden = typeof amount[key] === "string" && amount[key] !== ""; };
    const value = key === "each"
      ? h("select", { name: key, "aria-label": title, onchange: (event) => set(key, event.target.value) },
        Object.entries(EACH).map(([name, text]) => h("option", { value: name, selected: name === amount[key] }, text)))
      : h("input", { type: "text", name: key, class: TEXTS.includes(key) ? "long" : "short", value: asText(amount[key]), "aria-label": title,
        oninput: (event) => { set(key, asValue(key, event.target.value.trim())); showUnit(); } });
    showUnit();
    return h("span", { class: "sentence" }, before, value, unit,
      several ? h("button", { type: "button", class: "quiet", "aria-label": `Leave out: ${title}`, onclick: () => leaveOut(key) }, "×") : null);
  }
  draw();
  return box;
}
