// Choosing how a massage is printed, with its real pages next to the choices.

import { capitalized, faultList, h, promptly, radios, say, spaced } from "./dom.js";
import { ask, askFile, askOnce, Refusal } from "./api.js";
import { copyPart } from "./links.js";
import { asPlanRequest, asRequest, forgetChoice, goTo, keepChoice, KIND_TITLES, OFTEN, printOf, readChoice, usualPaper } from "./choice.js";
import { filesOf } from "./drafts.js";
import { saveFile } from "./files.js";
import { minutesPart } from "./minutes.js";
import { morePart } from "./more.js";
import { faultsOfLimits, FaultPlaces } from "./print_faults.js";
import { drawKind } from "./sheets.js";
import { LargePrint, stockPart } from "./stocks.js";

const kindOptions = (several) => [
  ["steps", KIND_TITLES.steps, "A card for each step, and a safety card"],
  ["overview", ...(several ? ["One card per part", "Each part on a single card, after one with the safety rules"] : [KIND_TITLES.overview, "All steps and the safety rules on a single card"])],
  ["plan", KIND_TITLES.plan, "One page with the times, to glance at"],
  ["booklet", KIND_TITLES.booklet, "To fold and staple"],
];
const QUIET = 60;
// Milliseconds without a change before pages that are being made are made again.

export async function showPrint(view, _rest, query) {
  const [all, { Preview }] = await Promise.all([askOnce("list"), import("./preview.js")]);
  const choice = readChoice(query, { paper: usualPaper() === "letter" ? "letter" : undefined });
  const files = await filesOf(choice.routines);
  const entries = await describeAll(choice.routines, all, files);
  const preview = new Preview();
  const page = parts(entries, choice, preview);
  page.faultPlaces = new FaultPlaces(page.whole, page.faults, choice, (field, value) => applyRemedy(choice, field, value));
  const latest = { made: null, url: "", planned: "" };
  const largePrint = new LargePrint(all);

  const refresh = promptly((signal) => make(page, all, choice, files, preview, latest, signal), QUIET);
  const keep = spaced(() => keepChoice(choice), ...OFTEN);
  const changed = (name, value) => {
    if (name) choice[name] = value;
    if (name === "large") largePrint.choose(choice);
    keep();
    page.stock.hidden = choice.kind === "plan" || choice.kind === "booklet";
    page.paper.hidden = !page.stock.hidden;
    page.twoSides.hidden = choice.kind !== "plan" || choice.large === true;
    if (name === "kind" || !name) page.more.firstChild.show(printOf(choice));
    if (name === "large") page.stock.replaceChildren(stockPart(all, choice, changed));
    if (name === "large") page.more.firstChild.tell(page.stock.hidden ? "" : largePrint.said);
    refresh();
  };
  fill(page, all, choice, entries, changed);
  page.download.addEventListener("click", () => download(all, choice, files, page));
  page.open.addEventListener("click", () => latest.url && window.open(latest.url, "_blank"));
  page.copy.append(...copyPart(choice, entries.some((entry) => entry.own)));
  view.append(page.whole);
  const lacking = entries.filter((entry) => entry.unknown || entry.unfinished);
  if (lacking.length) {
    page.download.disabled = page.open.disabled = true;
    page.faultPlaces.show(lacking.map(lackOf));
    return () => preview.close();
  }
  changed();
  return () => {
    keep.stop();
    refresh.stop();
    preview.close();
    URL.revokeObjectURL(latest.url);
  };
}

const lackOf = ({ name, title, unknown }) => (unknown
  ? { severity: "error", problem: `${name} is not in this browser.`, remedy: "It is somebody’s own routine: open its file under “Write your own”, then open the link again." }
  : { severity: "error", problem: `${title} is not finished.`, remedy: `“Edit ${title}” shows what is still missing.` });

async function describeAll(names, all, files) {
  // What the gallery says of each; one's own routine is described by cardgen now.
  return Promise.all(names.map(async (name) => {
    if (!files.files?.[name]) return all.routines.find((routine) => routine.name === name) ?? { name, title: name, unknown: true };
    try {
      return { ...await ask("describe", { routine: name, ...files }), own: true };
    } catch {
      return { name, title: JSON.parse(files.files[name]).name || name, own: true, unfinished: true };
    }
  }));
}

function parts(entries, choice, preview) {
  const page = {
    title: h("h1", {}, entries.map((entry) => entry.title).join(" + ") || "Nothing is chosen"),
    facts: h("p", { class: "lead" }), routines: h("div", { class: "chosen" }), minutes: h("section", { class: "part" }),
    kind: h("section", { class: "part" }), stock: h("section", { class: "part" }), paper: h("section", { class: "part" }),
    twoSides: h("div", {}), more: h("section", { class: "part" }), faults: h("div", { class: "problems", role: "alert" }),
    summary: h("p", { class: "made", role: "status" }), advice: h("ul", { class: "advice" }), notes: h("div", { class: "notes" }),
    download: h("button", { class: "main", type: "button" }, "Download PDF"), open: h("button", { type: "button", disabled: true }, "Open to print"),
    copy: h("div", { class: "copy" }), hint: h("p", { class: "hint", role: "status" }),
  };
  page.whole = h("div", { class: "workbench" },
    h("div", { class: "choices" }, backLinks(entries, choice), page.title, page.facts, page.routines,
      page.kind, page.minutes, page.stock, page.paper, page.more),
    h("section", { class: "result", "aria-label": "Pages" },
      h("div", { class: "bar" }, page.hint, page.download, page.open), page.faults, page.summary, page.advice, page.notes, page.copy, preview.box));
  return page;
}

function backLinks(entries, choice) {
  // Back to the gallery, to the writing of one's own routine, or to the usual choices.
  const own = entries.filter((entry) => entry.own);
  return h("p", { class: "back" }, h("a", { href: "#/" }, "All massages"),
    own.map((entry) => h("a", { href: `#/write/${encodeURIComponent(entry.name)}` }, `Edit ${entry.title}`)),
    h("button", { type: "button", class: "quiet", onclick: () => startOver(choice) }, "Start over"));
}

function startOver({ routines }) {
  // The same massage as if nothing had been chosen for it, and nobody named.
  goTo({ kind: "steps", routines });
  forgetChoice();
  say("All choices are back to the usual ones.");
}

function applyRemedy(choice, field, value) {
  // Another choice, which the button "Back" of the browser takes back.
  const change = field === "layout" ? { kind: value ?? "steps" } : { [field]: value === "yes" ? true : value };
  goTo({ ...choice, ...(field === "minutes" ? { length: undefined } : {}), ...change });
}

function fill(page, all, choice, entries, changed) {
  page.facts.textContent = entries.length === 1 ? entries[0].summary ?? "" : "";
  page.kind.append(radios("What to print", "layout", kindOptions(isSeveral(entries)).map(([value, title, help]) =>
    [value, [drawKind(value), h("span", { class: "option-title" }, title)], help]), choice.kind, (value) => changed("kind", value), { class: "kinds" }));
  page.minutes.append(minutesPart(all, entries, choice, changed));
  page.stock.append(stockPart(all, choice, changed));
  page.paper.append(radios("Paper in the printer", "paper", all.papers.map((paper) => [paper.name, paper.title]), choice.paper ?? "a4",
    (value) => changed("paper", value), { class: "words" }), page.twoSides);
  page.twoSides.append(h("label", { class: "check", "data-field": "sides" }, h("input", { type: "checkbox", checked: choice.sides === "duplex",
    onchange: (event) => changed("sides", event.target.checked ? "duplex" : undefined) }), "Steps on both sides, with what to be careful about next to each"));
  page.more.append(morePart(all, choice, isSeveral(entries), changed));
  page.routines.append(...routineChoice(all, choice, entries));
}

const isSeveral = (entries) => entries.length > 1 || entries.some((entry) => entry.program);

function routineChoice(all, choice, entries) {
  // Several massages in one session: each can be taken away, others added.
  const go = (routines) => goTo({ ...choice, routines, minutes: undefined });
  const chips = entries.length > 1 ? [h("ul", { class: "chips", "aria-label": "In this session" }, entries.map((entry) =>
    h("li", {}, entry.title, h("button", { type: "button", "aria-label": `Remove ${entry.title}`, onclick: () => go(choice.routines.filter((name) => name !== entry.name)) }, "×"))))] : [];
  const others = all.routines.filter((routine) => !routine.broken && !choice.routines.includes(routine.name));
  const adding = h("select", { "aria-label": entries.length ? "Add another massage to this session" : "Choose a massage", onchange: (event) => go([...choice.routines, event.target.value]) },
    h("option", { value: "" }, entries.length ? "Add another massage …" : "Choose a massage …"), others.map((routine) => h("option", { value: routine.name }, routine.title)));
  return [...chips, adding];
}

async function make(page, all, choice, files, preview, latest, signal) {
  if (!choice.routines.length) return;
  page.whole.classList.add("busy");
  if (!latest.made) page.summary.textContent = "Making the pages …";
  try {
    await Promise.all([showPages(page, all, choice, files, preview, latest, signal), showPlan(page, asPlanRequest(choice), files, latest, signal)]);
  } finally {
    if (!signal.aborted) page.whole.classList.remove("busy");
  }
}

async function showPages(page, all, choice, files, preview, latest, signal) {
  try {
    const { data, details: made } = await askFile("print", { ...requestOf(choice, all), ...files }, signal);
    URL.revokeObjectURL(latest.url);
    latest.url = URL.createObjectURL(new Blob([data], { type: "application/pdf" }));
    latest.made = made;
    tell(page, made);
    await preview.show(data, made.summary);
    document.documentElement.dataset.made = String(Number(document.documentElement.dataset.made ?? 0) + 1);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    page.whole.classList.add("faulty");
    if (!(error instanceof Refusal)) {
      console.error(error);
      page.faultPlaces.show([{ severity: "error", problem: "This browser cannot show the pages.", remedy: "Download the PDF: it is complete." }]);
    } else refuse(page, error.faults, latest.made);
  }
}

function refuse(page, faults, made) {
  // The details of the earlier pages give way to the faults.
  page.faultPlaces.show(faults);
  page.summary.textContent = made ? "This could not be made. The pages below are from before the change." : "";
  for (const said of [page.hint, page.advice, page.notes]) said.replaceChildren();
  page.download.disabled = page.open.disabled = true;
}

function requestOf(choice, all) {
  // What is asked for; a Refusal of what is too much, before it is sent.
  const faults = faultsOfLimits(choice, all.fields[printOf(choice)]);
  if (faults.length) throw new Refusal(faults);
  return asRequest(choice, all.fields);
}

async function showPlan(page, request, files, latest, signal) {
  // A session that is shown already is not asked for again.
  const asked = JSON.stringify(request);
  if (asked === latest.planned) return;
  let plan = null;
  try {
    plan = await ask("plan", { ...request, ...files }, signal);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  page.minutes.firstChild.show(plan);
  latest.planned = asked;
}

function tell(page, made) {
  page.whole.classList.remove("faulty");
  page.download.disabled = page.open.disabled = false;
  page.faultPlaces.clear();
  page.summary.textContent = `${capitalized(made.summary)}.`;
  page.hint.replaceChildren(howToPrint(made.advice), " ", h("button", { type: "button", class: "quiet", onclick: () => page.advice.scrollIntoView({ block: "center" }) }, "More"));
  page.hint.classList.remove("done");
  page.advice.replaceChildren(...made.advice.map((line) => h("li", {}, line)));
  page.notes.replaceChildren(made.warnings.length ? faultList(made.warnings.map((problem) => ({ problem, severity: "warning" }))) : "");
}

const howToPrint = (advice) => advice.join(" ").match(/^.*?[.](?= |$)/)?.[0] ?? "";
// The first sentence, which says at what size and on which sides.

async function download(all, choice, files, page) {
  // The file itself, made now: the same bytes as the command line writes.
  try {
    const { data, details } = await askFile("print", { ...requestOf(choice, all), ...files });
    saveFile(data, details.file_name, "application/pdf");
    page.hint.textContent = `${details.file_name} has been downloaded; your browser shows where. ${howToPrint(details.advice)}`;
    page.hint.classList.add("done");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    page.faultPlaces.show(error.faults);
  }
}
