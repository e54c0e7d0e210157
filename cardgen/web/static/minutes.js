// How long a session is: a slider, and at once what is in it, and what is left out and why.

import { h, unique } from "./dom.js";

const MOST = 180, STEP = 5, LEAST = 5;

export function minutesPart(all, entries, choice, changed) {
  const colors = new Map(all.areas.map((area) => [area.name, area.deep]));
  const usual = entries.reduce((sum, entry) => sum + (entry.minutes ?? 30), 0);
  const least = Math.max(LEAST, entries.reduce((sum, entry) => sum + (entry.least ?? LEAST), 0));
  const most = Math.min(MOST, Math.max(least + STEP, Math.ceil((1.6 * usual) / STEP) * STEP));
  const id = unique("minutes");
  const shown = h("output", { for: id, class: "minutes-shown" });
  const slider = h("input", { id, type: "range", min: Math.min(least, most), max: most, step: 1, value: choice.minutes ?? Math.min(usual, most),
    "aria-describedby": `${id}-help`, oninput: () => set(slider.value) });
  const everything = h("input", { type: "checkbox", checked: !choice.minutes, onchange: () => set(everything.checked ? undefined : slider.value) });
  const result = h("div", { class: "session" });

  function set(value) {
    choice.minutes = value ? String(value) : undefined;
    everything.checked = !value;
    mark();
    changed("minutes", choice.minutes);
  }
  function mark() {
    shown.textContent = choice.minutes ? `${choice.minutes} min` : "as written";
    slider.setAttribute("aria-valuetext", `${slider.value} minutes`);
    slider.classList.toggle("off", !choice.minutes);
  }
  mark();
  const whole = h("fieldset", { class: "minutes" }, h("legend", {}, "How long"),
    h("div", { class: "minutes-row" }, h("label", { for: id, class: "unseen" }, "Minutes"), slider, shown),
    h("label", { class: "check", id: `${id}-help` }, everything, `Everything as written (about ${usual} min)`), result);
  whole.show = (plan) => result.replaceChildren(...(plan ? sessionParts(plan, colors) : []));
  return whole;
}

function sessionParts(plan, colors) {
  const steps = plan.lines.filter((line) => line.kind === "step");
  const bar = h("div", { class: "timeline", "aria-hidden": "true" }, plan.lines.map((line) =>
    h("span", { class: line.kind === "step" ? "work" : "way", vars: { part: line.seconds, deep: colors.get(line.area) ?? "" } })));
  return [
    h("p", { class: "plan-facts" }, plan.summary), bar,
    plan.left_out.length ? h("div", { class: "left-out" }, plan.left_out.map(({ reason, names }) =>
      h("div", { class: "reason" }, h("h2", { class: "small" }, reason), h("ul", {}, names.map((name) => h("li", {}, name)))))) : null,
    h("details", {}, h("summary", {}, `${new Set(steps.map((line) => line.number)).size} steps by the clock`),
      h("ol", { class: "clock" }, plan.lines.map((line) => h("li", { class: line.kind === "step" ? "" : "change" },
        h("span", { class: "at" }, line.clock), h("span", { class: "card-name" }, line.card), h("span", {}, line.text), h("span", { class: "for" }, line.minutes))))),
    plan.advice.length ? h("ul", { class: "advice" }, plan.advice.map((line) => h("li", {}, line))) : null,
  ].filter(Boolean);
}
