// A drawing: a view of the body, filled areas, and strokes along landmarks that are clicked on the figure.

import { h, later, picture, shape } from "./dom.js";
import { ask, askOnce, Refusal } from "./api.js";

const POINTS = { press: 1, hold: 1, still: 1, ring: 1, lift: 1, support: 1, hand: 1 };
// The fewest points of a sign, where one is enough.

function readable(point) {
  // A landmark or a region in words, also a point beside one: "beside-spine.left 8 0" is near "beside spine, left".
  const [name, ...offset] = point.split(" ");
  const words = name.replace(/\.(\w+)$/, ", $1").replaceAll("-", " ");
  return offset.length ? `near ${words}` : words;
}

export function drawingField(form, path, area, vocabulary) {
  const box = h("div", { class: "drawing" });
  const faults = h("div", { class: "field-faults", role: "status" });
  let current = 0, shown = null, turn = 0;
  const drawing = () => form.get(path);
  const change = (work) => { const now = structuredClone(drawing() ?? {}); work(now); form.set(path, now); draw(); };

  async function draw() {
    const now = drawing(), mine = ++turn;
    if (!now) return box.replaceChildren(h("p", {}, "Without a drawing, the card shows the place that you name, or the body area."),
      h("button", { type: "button", onclick: chooseView }, "Draw one"));
    const strokes = now.strokes ?? [];
    current = Math.min(current, Math.max(0, strokes.length - 1));
    const { figure, wrong } = await figureFor({ ...now, strokes: strokes.filter(isWhole) });
    if (mine !== turn) return; // it has changed meanwhile
    faults.replaceChildren(...wrong.map((fault) => h("p", { class: "error" }, `${fault.problem} ${fault.remedy}`)));
    shown = figure;
    if (!shown) return box.replaceChildren(anotherView());
    const at = document.activeElement?.dataset?.keep;
    box.replaceChildren(h("div", { class: "drawing-parts" }, figureOf(strokes[current]), h("div", {}, strokesOf(strokes), areasOf(now),
      anotherView())));
    if (at) box.querySelector(`[data-keep="${at}"]`)?.focus();
  }

  async function figureFor(given) {
    // The drawing as far as it can be drawn, the last one, or its bare view; and what is wrong with it.
    try {
      return { figure: await ask("figure", { area, drawing: given }), wrong: [] };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const bare = shown ?? await ask("figure", { area, drawing: { view: given.view } }).catch(() => null);
      return { figure: bare, wrong: error.faults };
    }
  }

  function anotherView() {
    return h("p", {}, h("button", { type: "button", onclick: chooseView }, "Another view"), " ",
      h("button", { type: "button", onclick: () => { form.set(path, undefined); shown = null; draw(); } }, "No drawing"));
  }

  function figureOf(stroke) {
    const [wide, high] = shown.units;
    const dot = (x, y, size, kind, name) => shape("circle", { cx: x, cy: y, r: wide / size, class: kind }, shape("title", {}, readable(name)));
    const landmarks = Object.entries(shown.landmarks).map(([name, [x, y]]) => dot(x * wide, y * high, 90, "landmark", name));
    const points = (stroke?.along ?? []).map((point) => {
      const [name, across = 0, down = 0] = point.split(" "), at = shown.landmarks[name]; // a landmark, or beside one
      return at ? dot(at[0] * wide + Number(across), at[1] * high + Number(down), 60, "landmark chosen", point) : "";
    });
    const overlay = shape("svg", { viewBox: `0 0 ${wide} ${high}`, class: "landmarks", "aria-hidden": "true" }, landmarks, points);
    return h("div", { class: "figure", onclick: (event) => {
      const room = event.currentTarget.getBoundingClientRect();
      add(nearest((event.clientX - room.left) / room.width, (event.clientY - room.top) / room.height));
    } }, picture(shown.svg, "The drawing so far"), overlay);
  }

  function nearest(x, y) {
    const [wide, high] = shown.units;
    const distance = ([, at]) => Math.hypot((at[0] - x) * wide, (at[1] - y) * high);
    return Object.entries(shown.landmarks).reduce((best, each) => (distance(each) < distance(best) ? each : best))[0];
  }

  const add = (landmark) => change((now) => {
    now.strokes ??= [];
    if (!now.strokes.length) now.strokes.push({ draw: "glide", along: [], pressure: "medium" });
    now.strokes[current].along = [...now.strokes[current].along, landmark];
  });

  function strokesOf(strokes) {
    const edit = (work) => change((now) => work(now.strokes[current], now.strokes));
    const stroke = strokes[current];
    const signs = (given) => vocabulary.signs.map((sign) => h("option", { value: sign.name, selected: sign.name === given }, sign.title));
    return h("fieldset", {}, h("legend", {}, "Movements"), h("p", { class: "quiet" }, stroke ? "Click the figure where the hand goes, point after point." : "Click the figure where the movement begins, then where it goes."),
      strokes.length > 1 ? h("div", { class: "stroke-tabs" }, strokes.map((each, at) => h("button", { type: "button", "aria-pressed": String(at === current), "data-keep": `tab-${at}`, onclick: () => { current = at; draw(); } }, `${at + 1} ${each.draw}`))) : null,
      stroke ? [h("label", { class: "field" }, "Movement", h("select", { "data-keep": "sign", onchange: (event) => edit((now) => { now.draw = event.target.value; if (!["glide", "back", "on", "forearm"].includes(now.draw)) delete now.pressure; }) }, signs(stroke.draw))),
        h("div", { class: "stroke-sign" }, picture(vocabulary.signs.find((sign) => sign.name === stroke.draw)?.svg ?? "<svg xmlns='http://www.w3.org/2000/svg'/>")),
        stroke.draw === "glide" ? h("label", { class: "field" }, "Pressure", h("select", { "data-keep": "pressure", onchange: (event) => edit((now) => { now.pressure = event.target.value; }) }, vocabulary.pressures.filter((level) => level.name !== "none").map((level) => h("option", { value: level.name, selected: level.name === stroke.pressure }, level.title)))) : null,
        h("label", { class: "field" }, "On the other side of the body", h("select", { "data-keep": "mirror", onchange: (event) => edit((now) => { if (event.target.value) now.mirror = event.target.value; else delete now.mirror; }) },
          [["", "not"], ["together", "at the same time"], ["later", "afterwards"]].map(([value, text]) => h("option", { value, selected: value === (stroke.mirror ?? "") }, text)))),
        h("p", {}, stroke.along.length ? `Through: ${stroke.along.map(readable).join("; ")}` : "No point yet.")] : null,
      h("label", { class: "field" }, "Add a point by name", h("select", { "data-keep": "point", onchange: (event) => event.target.value && add(event.target.value) }, h("option", { value: "" }, "Landmarks …"), Object.keys(shown.landmarks).sort().map((name) => h("option", { value: name }, readable(name))))),
      h("div", { class: "stroke-buttons" },
        stroke?.along.length ? h("button", { type: "button", "data-keep": "back", onclick: () => edit((now) => { now.along = now.along.slice(0, -1); }) }, "Take back a point") : null,
        stroke ? h("button", { type: "button", onclick: () => edit((_, all) => { all.splice(current, 1); }) }, "Delete movement") : null,
        stroke && isWhole(stroke) ? h("button", { type: "button", onclick: () => { const next = strokes.length; current = next; change((now) => now.strokes.push({ draw: stroke.draw, along: [], ...(stroke.pressure ? { pressure: stroke.pressure } : {}) })); } }, "Another movement") : null));
  }

  function areasOf(now) {
    const toggle = (kind, region) => (event) => change((drawn) => {
      drawn[kind] = (drawn[kind] ?? []).filter((each) => each !== region);
      if (event.target.checked) drawn[kind].push(region);
    });
    const chosenFirst = (kind) => [...shown.regions].sort((one, other) => isChosen(kind, other) - isChosen(kind, one));
    const isChosen = (kind, region) => (now[kind] ?? []).includes(region);
    const list = (kind, title) => h("details", { open: (now[kind] ?? []).length > 0 }, h("summary", {}, title), h("div", { class: "regions" }, chosenFirst(kind).map((region) =>
      h("label", { class: "check" }, h("input", { type: "checkbox", "data-keep": `${kind}-${region}`, checked: isChosen(kind, region), onchange: toggle(kind, region) }), readable(region)))));
    return [list("area", "Areas to work on"), list("avoid", "Areas to keep off")];
  }

  async function chooseView() {
    const position = form.get(["receiver", "position"]) ?? form.get(["receiver"]);
    const fits = (view) => view.positions.includes(position);
    const views = [...await askOnce("views")].sort((one, other) => fits(other) - fits(one)); // those for this receiver first
    const search = h("input", { type: "search", placeholder: "back, hand, leg …", oninput: later(() => fill(), 60) });
    const grid = h("div", { class: "view-grid" });
    const fill = () => grid.replaceChildren(...views.filter(isAsked(search.value)).map((view) =>
      h("button", { type: "button", onclick: () => { form.set(path, { view: view.name }); shown = null; draw(); } }, picture(view.svg), h("span", {}, view.title))));
    fill();
    box.replaceChildren(h("label", { class: "field" }, "Which part of the body?", search), grid);
    search.focus();
  }
  draw();
  return h("fieldset", { class: "drawing-field" }, h("legend", {}, "Drawing"), box, faults);
}

function isAsked(text) {
  // Whether a view has all the words that are typed, in its title or its name.
  const typed = text.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ name, title }) => typed.every((word) => `${name} ${title}`.toLowerCase().includes(word));
}

const isWhole = (stroke) => stroke.along.length >= (POINTS[stroke.draw] ?? 2);
