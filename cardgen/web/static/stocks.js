// Which cards on which paper, by picture, grouped as people think of them.

import { h, radios } from "./dom.js";
import { drawSheet, groupOf, GROUPS, stocksOf } from "./sheets.js";

const SIZES = ["a6", "a5", "a7", "quarter-letter", "half-letter", "a4", "letter"];
const SHOWN = 6;
// Stocks of a group that are shown at first.

export function stockPart(all, choice, changed) {
  const papers = new Map(all.papers.map((paper) => [paper.name, paper]));
  const usual = () => usualStock(choice, papers);
  const list = h("div", { class: "stock-list" });
  const extra = h("div", { class: "stock-extra" });
  let group = groupOf(choice, all.stocks), everything = false;

  const paperOf = () => choice.paper ?? all.stocks.find((stock) => stock.name === choice.stock)?.paper ?? "a4";

  function chooseGroup(value) {
    group = value;
    choice.single = value === "shop" || undefined;
    choice.bleed = value === "shop" ? "3mm" : undefined;
    choice.laminate = undefined;
    const found = stocksOf(value, all.stocks);
    choice.stock = value === "hand" || value === "shop" ? undefined : near(found, paperOf());
    if (value === "perforated") choice.paper = undefined;
    draw();
    changed();
  }
  function chooseStock(value) {
    const stock = all.stocks.find((each) => each.name === value);
    choice.stock = value === usual() && stock.group === "cut" ? undefined : value;
    if (stock.group === "perforated") choice.paper = undefined;
    changed();
  }
  function draw() {
    const found = sorted(stocksOf(group, all.stocks), group === "perforated" ? paperOf() : "");
    const chosen = choice.stock ?? (found.some((stock) => stock.name === usual()) ? usual() : found[0].name);
    const first = everything ? found : [...new Set([...found.slice(0, SHOWN), found.find((stock) => stock.name === chosen) ?? found[0]])];
    list.replaceChildren(radios("Size of the cards", "stock", first.map((stock) =>
      [stock.name, [drawSheet(stock, papers.get(stock.paper)), h("span", { class: "option-title" }, stock.title)], `${Math.round(stock.width)} × ${Math.round(stock.height)} mm`],
    ), chosen, chooseStock, { class: "stocks" }));
    if (first.length < found.length) list.append(h("button", { type: "button", class: "quiet", onclick: showAll }, `Show all ${found.length} sizes`));
    extra.replaceChildren(...extras());
  }
  function showAll() {
    everything = true;
    draw();
    list.querySelector(":checked")?.focus();
  }
  function choosePaper(value) {
    choice.paper = value;
    if (group === "hand") choice.stock = undefined;
    draw();
    changed();
  }
  function extras() {
    const check = (field, text, value = true) => h("label", { class: "check", "data-field": field }, h("input", { type: "checkbox", checked: choice[field] === value,
      onchange: (event) => changed(field, event.target.checked ? value : undefined) }), text);
    const paper = group === "perforated" ? [] : [radios("Paper in the printer", "paper", all.papers.map((each) => [each.name, each.title]),
      choice.paper ?? "a4", choosePaper, { class: "words" })];
    return [...paper, group === "hand" ? check("laminate", "Leave room for film, to laminate them afterwards") : null,
      group === "fold" || group === "shop" ? null : check("sides", "Fronts only: my printer prints only one side", "front")].filter(Boolean);
  }
  draw();
  const groups = GROUPS.map(([value, text, help]) => [value, h("span", { class: "option-title" }, text), help]);
  return h("div", {}, radios("On what", "single", groups, group, chooseGroup, { class: "groups" }), list, extra);
}

const usualStock = (choice, papers) => papers.get(choice.paper ?? "a4")?.stock ?? "a6";

export class LargePrint {
  // Takes cards on which large print fits, says so, and brings the others back.
  constructor(all) {
    this.all = all;
    this.papers = new Map(all.papers.map((paper) => [paper.name, paper]));
    this.before = null;
    this.said = "";
  }

  choose(choice) {
    const now = this.stockOf(choice);
    if (choice.large && !now.large) {
      const larger = this.larger(choice, now);
      this.before = { small: choice.stock, large: larger.name };
      this.said = `Large print needs larger cards: they are ${larger.title} now, no longer ${now.title}.`;
      choice.stock = larger.name;
    } else if (!choice.large && this.before?.large === choice.stock) {
      choice.stock = this.before.small;
      this.said = `The cards are ${this.stockOf(choice).title} again.`;
    } else this.said = "";
  }

  stockOf(choice) {
    return this.all.stocks.find((stock) => stock.name === (choice.stock ?? usualStock(choice, this.papers)));
  }

  larger(choice, now) {
    // The smallest of the same kind, or of plain paper.
    const found = this.all.stocks.filter((stock) => stock.large && stock.paper === (choice.paper ?? "a4")).sort((one, other) => one.width - other.width);
    return found.find((stock) => stock.group === now.group) ?? found.find((stock) => stock.group === "cut");
  }
}

function near(found, paper) {
  // The pouch for usual cards; of ready-made sheets, the first of this paper.
  const same = found.filter((stock) => stock.paper === paper);
  return (found.find((stock) => stock.name === "pouch-a6") ?? same[0] ?? found[0]).name;
}

const sorted = (found, paper) => [...found].sort((one, other) =>
  (other.paper === paper) - (one.paper === paper) || rank(one) - rank(other) || one.name.localeCompare(other.name));
const rank = (stock) => (SIZES.includes(stock.name) ? SIZES.indexOf(stock.name) : SIZES.length);
