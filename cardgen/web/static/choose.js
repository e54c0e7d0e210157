// The gallery: massages by picture, area, position and time, or by a word.

import { counted, h, later, picture, spaced } from "./dom.js";
import { ask, askOnce } from "./api.js";
import { forgetChoice, goTo, keptChoice, KIND_TITLES, OFTEN, writeChoice } from "./choice.js";
import { drafts } from "./drafts.js";
import { keptOf, notesFor, splitWords } from "./search_notes.js";

const FEW = 4;
const pictures = new Map();
// The figures that are drawn already.
const TIMES = [["", "Any time"], ["5", "5 minutes"], ["10", "10 minutes"], ["15", "15 minutes"], ["20", "20 minutes"], ["30", "30 minutes"], ["45", "45 minutes"], ["60", "1 hour"], ["90", "1½ hours"], ["120", "2 hours"]];

export async function showChoose(view, _rest, query) {
  const [all, own] = await Promise.all([askOnce("list"), drafts()]);
  const areas = new Map(all.areas.map((area) => [area.name, area]));
  const asked = { search: query.get("search") ?? "", area: query.get("area") ?? "", position: query.get("position") ?? "", time: query.get("time") ?? "" };
  const gallery = h("ul", { class: "gallery" });
  const count = h("p", { class: "count", role: "status" });
  const note = h("div", { class: "search-note", role: "status" });
  const tiles = new Map(all.routines.filter((routine) => !routine.broken).map((routine) => [routine.name, tile(routine, areas, all.positions)]));

  const refresh = () => {
    const said = notesFor(asked.search, all.search_notes);
    const refused = said.some((each) => each.instead);
    const { found, lacking } = refused ? { found: [], lacking: [] } : findMassages(all.routines, asked, all.telling_nothing);
    const kept = keptOf(said);
    for (const routine of found) showTime(tiles.get(routine.name), routine, asked.time, kept);
    gallery.replaceChildren(...found.map((routine) => tiles.get(routine.name)));
    gallery.dataset.search = asked.search;
    note.replaceChildren(...said.map((each) => h("p", {}, each.say)), kept ? h("p", {}, `What you print will say: “${kept}”`) : "");
    const summary = found.length ? countText(found.length, all.routines.length, asked.time) : adviceText(asked);
    count.textContent = refused ? "" : [lackText(lacking, found.length), summary].filter(Boolean).join(" ");
    keep();
  };
  const keep = spaced(() => {
    if (!/^(#\/?(\?.*)?)?$/.test(location.hash)) return; // somebody has just left for another view
    const parameters = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
    history.replaceState(null, "", `#/${parameters.size ? `?${parameters}` : ""}`);
  }, ...OFTEN);
  const left = new AbortController();
  const change = (name) => (event) => {
    asked[name] = event.target.value;
    refresh();
  };
  view.append(
    h("div", { class: "hero" }, h("h1", {}, "Which massage?"),
      h("p", { class: "lead" }, "Choose one, set your minutes, and print it on cards to keep by the table.")),
    lastTime(new Map([...all.routines, ...own].map((each) => [each.name, each.title]))),
    h("form", { class: "filters", role: "search", onsubmit: (event) => event.preventDefault() },
      h("label", { class: "field wide" }, "Search", h("input", { type: "search", value: asked.search, placeholder: "back, chair, feet …", oninput: later(change("search"), 80) })),
      select("Position", asked.position, [["", "Any"], ...Object.entries(all.positions).filter(([name]) => all.routines.some((routine) => routine.positions?.includes(name)))], change("position")),
      select("Time I have", asked.time, TIMES, change("time")),
      areaChoice(all.areas, asked, refresh)),
    ...(own.length ? [ownGallery(own)] : []),
    note, count, gallery,
  );
  refresh();
  drawAll(tiles, left.signal);
  return () => {
    keep.stop();
    left.abort();
  };
}

function lastTime(titles) {
  // What was chosen on the last visit, whole, to go on with or to forget.
  const kept = keptChoice();
  if (!kept || !kept.routines.every((name) => titles.has(name))) return "";
  const { routines, kind, minutes, recipient } = kept;
  const facts = [routines.map((name) => titles.get(name)).join(" + "), KIND_TITLES[kind], minutes ? `${minutes} min` : "", recipient ? `for ${recipient}` : ""];
  const whole = h("section", { class: "last-time", "aria-label": "Last time" }, h("p", {}, h("small", {}, "Last time"), facts.filter(Boolean).join(" · ")),
    h("div", { class: "stroke-buttons" }, h("button", { type: "button", class: "small-button main", onclick: () => goTo(kept) }, "Continue with it"),
      h("button", { type: "button", class: "small-button", onclick: () => { forgetChoice(); whole.remove(); document.getElementById("main").focus(); } }, "Start over")));
  return whole;
}

async function drawAll(tiles, signal) {
  // The pictures, a few at a time, so that the first ones are there soon.
  const draw = (name) => tiles.get(name).querySelector(".figures").replaceChildren(...pictures.get(name).map((svg) => picture(svg)));
  const names = [...tiles.keys()].filter((name) => !pictures.has(name));
  for (const name of pictures.keys()) if (tiles.has(name)) draw(name);
  for (let first = 0; first < names.length; first += FEW) {
    try {
      const drawn = await ask("pictures", { routines: names.slice(first, first + FEW) }, signal);
      for (const [name, figures] of Object.entries(drawn)) {
        pictures.set(name, figures);
        draw(name);
      }
    } catch {
      return; // a gallery without pictures is still one
    }
  }
  document.documentElement.dataset.drawn = "yes";
}

function findMassages(routines, asked, silent) {
  // What has the most of the words, those in the most telling place first, then what fills the time best; and the words
  // that none of these has.
  const typed = splitWords(asked.search), telling = typed.filter((word) => !silent.includes(word));
  const words = telling.length ? telling : typed;
  const fitting = routines.filter((routine) => !routine.broken && (!asked.area || routine.areas.includes(asked.area))
    && (!asked.position || routine.positions.includes(asked.position)) && (!asked.time || routine.least <= Number(asked.time)))
    .map((routine) => ({ routine, ...matchOf(words, routine.search), over: Math.max(0, routine.minutes - (Number(asked.time) || Infinity)) }));
  const most = Math.max(0, ...fitting.map(({ known }) => known.length));
  const best = fitting.filter(({ known }) => !words.length || (most && known.length === most));
  const filled = ({ routine, over }) => routine.minutes - over;
  best.sort((one, other) => one.rank - other.rank || filled(other) - filled(one) || one.over - other.over);
  return { found: best.map(({ routine }) => routine), lacking: words.filter((word) => !best.some(({ known }) => known.includes(word))) };
}

function matchOf(words, places) {
  // The words that are in any of the places, and how far down the last of them is.
  const first = (word) => places.findIndex((place) => place.some((known) => known.startsWith(word)));
  const joined = words.length ? first(words.join("-")) : 0;
  if (joined >= 0) return { known: words, rank: joined };
  const known = words.filter((word) => first(word) >= 0);
  return { known, rank: Math.max(0, ...known.map(first)) };
}

function lackText(lacking, count) {
  // The words that had no part in the answer.
  const named = lacking.map((word) => `“${word}”`).join(" or ");
  return lacking.length && count ? `No massage for ${named}. These match your other words:` : "";
}

function adviceText({ search, area, position, time }) {
  const chosen = area || position || time;
  if (!search) return "No massage fits all of your choices: remove one.";
  return `No massage matches this word. Try a part of the body, such as “back” or “feet”${chosen ? ", or remove a choice" : ""}.`;
}

const countText = (count, all, time) => (time ? `${counted(count, "massage")} that ${count === 1 ? "fits" : "fit"} into ${time} minutes` : `${count} of ${counted(all, "massage")}`);

function showTime(tile, routine, time, kept) {
  // How long it takes in the time that somebody has.
  tile.querySelector("a").href = address(routine, time, kept);
  const least = routine.least < routine.minutes ? `${routine.least}–` : "";
  const range = `${routine.lengths.length > 1 ? routine.lengths.join(", ") : `${least}${routine.minutes}`} min`;
  const short = time && Number(time) < routine.minutes;
  tile.querySelector(".time").textContent = short ? `${time} of ${routine.minutes} min, shortened` : time ? `${routine.minutes} min` : range;
}

function select(label, chosen, options, change) {
  return h("label", { class: "field" }, label,
    h("select", { onchange: change }, options.map(([value, text]) => h("option", { value, selected: value === chosen }, text))));
}

function areaChoice(areas, asked, refresh) {
  const choices = [{ name: "", title: "Whole body and parts", letter: "", deep: "" }, ...areas];
  return h("fieldset", { class: "areas" }, h("legend", { class: "unseen" }, "Body area"),
    choices.map((area) => h("label", { class: "chip", vars: area.deep ? { deep: area.deep, wash: area.wash } : {} },
      h("input", { type: "radio", name: "area", value: area.name, checked: asked.area === area.name, onchange: () => { asked.area = area.name; refresh(); } }),
      h("span", {}, area.name ? area.title : "All"))));
}

function address(routine, time, kept) {
  // The choice so far, with a note to keep in mind for the print.
  const minutes = time && Number(time) < routine.minutes ? { minutes: time } : {};
  return writeChoice({ kind: "steps", routines: [routine.name], ...minutes, notes: kept });
}

function tile(routine, areas, positions) {
  const area = areas.get(routine.areas[0]);
  const where = routine.positions.map((name) => positions[name]).join(", ");
  return h("li", {},
    h("a", { class: `tile${routine.program ? " program" : ""}`, href: address(routine, "", ""), vars: { deep: area.deep, wash: area.wash } },
      h("span", { class: "figures", "aria-hidden": "true" }),
      h("span", { class: "tab", "aria-hidden": "true" }, routine.letter || "+"),
      h("span", { class: "tile-text" }, h("strong", {}, routine.title), h("span", { class: "facts" },
        h("span", { class: "time" }), h("span", {}, where),
        h("span", {}, routine.program ? counted(routine.parts.length, "part") : counted(routine.steps, "step"))),
        h("span", { class: "summary" }, routine.summary))));
}

function ownGallery(own) {
  return h("section", { class: "own" }, h("h2", {}, "Your own"),
    h("ul", { class: "links" }, own.map((draft) => h("li", {},
      h("a", { href: `#/print?routines=${encodeURIComponent(draft.name)}` }, draft.title),
      " ", h("a", { class: "quiet", href: `#/write/${encodeURIComponent(draft.name)}`, "aria-label": `Edit ${draft.title}` }, "edit")))));
}
