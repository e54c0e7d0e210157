// What to know before the first print, in a few lines.

import { h } from "./dom.js";
import { REACH } from "./links.js";

const PARTS = [
  ["Print at 100%", "In the print dialog, choose “Actual size” or 100%, never “Fit to page”: cards are cut to size, and ready-made sheets have their cards in fixed places."],
  ["Both sides", "Choose “Print on both sides” and the edge that the page names. If your printer prints only one side, choose “Fronts only” or print the sheets in two runs (“Both sides by hand” under More options)."],
  ["Try plain paper first", "Print one sheet, hold it against the light, and see whether fronts and backs meet. If they do not, measure by how much, and enter it at “Shift of the backs” under More options."],
  ["What is left out", "“Usual” is the time that the author gives; “Everything” leaves out nothing. With few minutes, cardgen leaves out extras first, then details, and shortens what can be shorter. The list next to the minutes says what is left out and why. A step always brings its own cautions."],
  ["Safety", "All prints have the safety rules: when not to massage, when to ask a health professional, when to stop. Step cards and booklets have them in full, a plan in brief, and “One card” in full where they fit and in brief otherwise. Read them before every massage."],
  ["Your own routines", "They stay in this browser. Save them as files too: the browser loses them when you clear its data."],
  ["Links", `The address of the page contains what you have chosen, so you can bookmark it. It contains no name or note. “Copy link” asks before it copies them. ${REACH} Your own routines are not in a link: send their files.`],
];

export async function showHelp(view) {
  view.append(h("h1", {}, "Help"), ...PARTS.map(([title, text]) => h("section", { class: "help" }, h("h2", {}, title), h("p", {}, text))));
}
