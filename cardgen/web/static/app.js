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
let leave = null;

function route() {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const [name, ...rest] = path.split("/");
  return { name: name in VIEWS ? name : "", rest: rest.map(decodeURIComponent), query: new URLSearchParams(query) };
}

async function show() {
  const { name, rest, query } = route();
  leave?.();
  leave = null;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.dataset.view === MARKED[name]) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const shown = h("div", { class: `view view-${name || "choose"}` });
  try {
    leave = (await (await VIEWS[name]())(shown, rest, query)) ?? null;
  } catch (error) {
    console.error(error);
    shown.replaceChildren(h("h1", {}, "This did not work"), h("p", { class: "notice" }, error.message));
  }
  main.replaceChildren(shown);
  document.title = `${shown.querySelector("h1")?.textContent ?? "Massage cards"} · cardgen`;
  document.documentElement.dataset.ready = name || "choose";
  return shown;
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
