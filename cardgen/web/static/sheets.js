// Pictures of sheets of paper with the cards on them, and the groups in which people think of them.

import { shape } from "./dom.js";

export const GROUPS = [
  ["hand", "I cut by hand", "Plain or heavy paper, scissors or a cutter"],
  ["perforated", "I have ready-made sheets", "Avery, Decadry, Sigel: break the cards out"],
  ["pouch", "I laminate", "A pouch for each card, or several in one"],
  ["fold", "I fold and glue", "For printers that print only one side"],
  ["shop", "A print shop", "Each card a page, with bleed and crop marks"],
];

export function stocksOf(group, stocks) {
  const kind = { hand: "cut", shop: "cut" }[group] ?? group;
  return stocks.filter((stock) => stock.group === kind);
}

export function groupOf(choice, stocks) {
  if (choice.single) return "shop";
  const stock = stocks.find((each) => each.name === choice.stock);
  return { perforated: "perforated", pouch: "pouch", fold: "fold" }[stock?.group] ?? (choice.laminate ? "pouch" : "hand");
}

export function drawSheet(stock, paper) {
  // A sheet with its cards as they lie on it, in millimeters.
  const [wide, high] = stock.cell;
  const across = stock.columns * wide, down = stock.rows * high;
  const left = (paper.width - across) / 2, top = (paper.height - down) / 2;
  const cards = [];
  for (let row = 0; row < stock.rows; row += 1) {
    for (let column = 0; column < stock.columns; column += 1) {
      const x = left + column * wide, y = top + row * high;
      cards.push(shape("rect", { x: x + 1.5, y: y + 1.5, width: Math.max(1, wide - 3), height: Math.max(1, high - 3), rx: 3, class: "card" }));
      if (stock.folded) {
        const middle = wide > high ? { x1: x + wide / 2, x2: x + wide / 2, y1: y, y2: y + high } : { x1: x, x2: x + wide, y1: y + high / 2, y2: y + high / 2 };
        cards.push(shape("line", { ...middle, class: "crease" }));
      }
    }
  }
  return shape("svg", { viewBox: `-4 -4 ${paper.width + 8} ${paper.height + 8}`, class: "sheet-picture", "aria-hidden": "true" },
    shape("rect", { x: 0, y: 0, width: paper.width, height: paper.height, class: "paper" }), cards);
}

export function drawKind(kind) {
  // What is printed, as a small picture.
  const lines = (x, y, wide, count, step = 7) => Array.from({ length: count }, (_, row) =>
    shape("line", { x1: x, x2: x + wide * (row % 2 ? 0.8 : 1), y1: y + row * step, y2: y + row * step, class: "text" }));
  const card = (x, y, wide, high) => [shape("rect", { x, y, width: wide, height: high, rx: 3, class: "card" }),
    shape("rect", { x: x + 4, y: y + 4, width: 9, height: 9, rx: 2, class: "number" })];
  const drawn = {
    steps: [card(6, 22, 42, 60), card(22, 14, 42, 60), card(38, 6, 42, 60), lines(44, 48, 28, 2)],
    overview: [card(14, 6, 60, 80), lines(22, 30, 44, 7)],
    plan: [shape("rect", { x: 14, y: 4, width: 60, height: 84, rx: 2, class: "paper" }), shape("rect", { x: 20, y: 16, width: 48, height: 6, class: "number" }), lines(20, 34, 48, 7)],
    booklet: [shape("path", { d: "M8 16 Q26 8 44 16 Q62 8 80 16 V78 Q62 70 44 78 Q26 70 8 78 Z M44 16 V78", class: "paper" }), lines(16, 32, 20, 4), lines(52, 32, 20, 4)],
  }[kind];
  return shape("svg", { viewBox: "0 0 88 92", class: "kind-picture", "aria-hidden": "true" }, drawn);
}
