// Which view is shown: the fragment of the address says it, and holds the whole choice.

import { h } from "./dom.js";

const VIEWS = {
  "": async () => (await import("./choose.js")).showChoose,
  print: async () => (await import("./print.js")).showPrint,
  write: async () => (await import("./write.js")).showWrite,
  help: async () => (await import("./help.js")).showHelp,
};
// Each view is loaded when it is first shown.
const MARKED = { "": "choose", print: "choose", write: "write", help: "help" };
const main = document.getElementById("main");
let leave = null, turn = 0;

function route() {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const [name, ...rest] = path.split("/");
  return { name: name in VIEWS ? name : "", rest: rest.map(decoded), query: new URLSearchParams(query) };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // somebody has typed a % of their own
  }
}

async function show() {
  const { name, rest, query } = route(), mine = ++turn;
  leave?.();
  leave = null;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.dataset.view === MARKED[name]) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const shown = h("div", { class: `view view-${name || "choose"}` });
  let close = null;
  try {
    close = await (await VIEWS[name]())(shown, rest, query);
  } catch (error) {
    console.error(error);
    const message = error.faults ? error.message : "Something went wrong on this page. Reload it: what you have written is not lost.";
    shown.replaceChildren(h("h1", {}, "This did not work"), h("p", { class: "notice" }, message));
  }
  if (mine !== turn) return close?.(); // somebody has gone on meanwhile
  leave = close;
  main.replaceChildren(shown);
  document.title = `${shown.querySelector("h1")?.textContent ?? "Massage cards"} · cardgen`;
  document.documentElement.dataset.ready = name || "choose";
}

document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener("hashchange", async () => {
  await show();
  main.focus({ preventScroll: true });
  scrollTo(0, 0);
});
await show();
