// How long a session is: a slider, and at once what is in it, and what is left out and why.

import { counted, h, radios, unique } from "./dom.js";

const MOST = 180, STEP = 5, LEAST = 5;

export function minutesPart(all, entries, choice, changed) {
  const colors = new Map(all.areas.map((area) => [area.name, area.deep]));
  const sum = (key, otherwise) => entries.reduce((total, entry) => total + (entry[key] ?? otherwise), 0);
  const written = sum("all_minutes", 30);
  const usual = entries.length === 1 ? entries[0].minutes ?? written : written;
  const least = Math.max(LEAST, sum("least", LEAST));
  const most = Math.min(MOST, Math.max(least + STEP, written + STEP, Math.ceil((1.6 * usual) / STEP) * STEP));
  const id = unique("minutes");
  const shown = h("output", { for: id, class: "minutes-shown" });
  const slider = h("input", { id, type: "range", min: Math.min(least, most, Number(choice.minutes) || least), max: most, step: 1,
    value: choice.minutes ?? Math.min(usual, most), oninput: () => set("own") });
  const result = h("div", { class: "session" });
  const lengths = radios("How much of it", "length", lengthOptions(usual, written), chosen(), set, { class: "words", quiet: true });

  function chosen() {
    return choice.minutes ? "own" : choice.length ? (choice.length === "all" ? "all" : "") : usual === written ? "all" : "usual";
  }
  function set(value) {
    choice.minutes = value === "own" ? String(slider.value) : undefined;
    choice.length = value === "all" && usual !== written ? "all" : undefined;
    mark();
    changed("minutes", choice.minutes);
  }
  function mark() {
    const now = chosen();
    for (const input of lengths.querySelectorAll("input")) input.checked = input.value === now;
    const minutes = { own: slider.value, all: written, usual }[now];
    shown.textContent = minutes ? `${now === "own" ? "" : "about "}${minutes} min` : choice.length;
    if (now !== "own" && minutes) slider.value = minutes;
    slider.setAttribute("aria-valuetext", `${slider.value} minutes`);
  }
  mark();
  const whole = h("fieldset", { class: "minutes", "data-field": "minutes" }, h("legend", {}, "How long"),
    h("div", { class: "minutes-row" }, h("label", { for: id, class: "unseen" }, "Minutes"), slider, shown), lengths, result);
  whole.show = (plan) => result.replaceChildren(...(plan ? sessionParts(plan, colors) : []));
  return whole;
}

function lengthOptions(usual, written) {
  // A program has a usual length, in which some steps have no place.
  const everything = ["all", `Everything: about ${written} min`];
  return [...(usual === written ? [] : [["usual", `Usual: about ${usual} min`]]), everything, ["own", "My own time"]];
}

function skippedText(steps) {
  // Why the numbers of the cards are not those of the steps: a card has one number in every session.
  const found = new Map();
  for (const { card } of steps) {
    const [, letters, number] = card.match(/^(\D*)(\d+)$/) ?? [];
    if (letters !== undefined) found.set(letters, [...(found.get(letters) ?? []), Number(number)]);
  }
  const skipped = [...found].flatMap(([letters, numbers]) =>
    Array.from({ length: Math.max(...numbers) }, (_, at) => at + 1).filter((number) => !numbers.includes(number)).map((number) => letters + number));
  if (!skipped.length) return null;
  return h("p", { class: "kept" }, `A card has the same number in every session. ${skipped.length > 1 ? "These are" : "This one is"} not in yours: ${skipped.join(", ")}.`);
}

function sessionParts(plan, colors) {
  const steps = plan.lines.filter((line) => line.kind === "step");
  const bar = h("div", { class: "timeline", "aria-hidden": "true" }, plan.lines.map((line) =>
    h("span", { class: line.kind === "step" ? "work" : "way", vars: { part: line.seconds, deep: colors.get(line.area) ?? "" } })));
  return [
    h("p", { class: "plan-facts" }, plan.summary), bar,
    plan.left_out.length ? h("div", { class: "left-out" }, plan.left_out.map(({ reason, names }) =>
      h("div", { class: "reason" }, h("h2", { class: "small" }, reason), h("ul", {}, names.map((name) => h("li", {}, name)))))) : null,
    h("details", {}, h("summary", {}, `${counted(new Set(steps.map((line) => line.number)).size, "step")} by the clock`), skippedText(steps),
      h("ol", { class: "clock" }, plan.lines.map((line) => h("li", { class: line.kind === "step" ? "" : "change" },
        h("span", { class: "at" }, line.clock), h("span", { class: "card-name" }, line.card), h("span", {}, line.text), h("span", { class: "for" }, line.minutes))))),
    plan.advice.length ? h("ul", { class: "advice" }, plan.advice.map((line) => h("li", {}, line))) : null,
  ].filter(Boolean);
}
