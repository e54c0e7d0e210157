// Makes elements: no text becomes markup, except pictures that cardgen has drawn itself.

export function h(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "vars") for (const [key, set] of Object.entries(value)) element.style.setProperty(`--${key}`, set);
    else if (name === "value" || name === "checked" || name === "selected") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function picture(svg, label = "") {
  // A drawing that cardgen has made: SVG from the same place as this page.
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const drawn = document.importNode(parsed, true);
  if (label) {
    drawn.removeAttribute("aria-hidden");
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", label);
  }
  return drawn;
}

export function shape(tag, given = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
  element.append(...children.flat(Infinity));
  return element;
}

export function say(text) {
  // Tell a screen reader what has changed.
  document.getElementById("said").textContent = text;
}

export function later(work, milliseconds) {
  // Runs the work once things have been quiet for a while.
  let waiting = 0;
  return (...given) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => work(...given), milliseconds);
  };
}

export function spaced(work, most, milliseconds) {
  // Runs the work at once, but at most `most` times in `milliseconds`; after that the newest call waits its turn, unless it is stopped.
  let times = [], waiting = 0;
  const run = () => {
    clearTimeout(waiting);
    const now = performance.now();
    times = times.filter((time) => now - time < milliseconds);
    if (times.length < most) {
      times.push(now);
      work();
    } else waiting = setTimeout(run, times[0] + milliseconds - now);
  };
  run.stop = () => clearTimeout(waiting);
  return run;
}

export function promptly(work, milliseconds) {
  // Runs the work at once; while it runs, newer calls wait until things are quiet, and then take its place.
  let asking = null, waiting = 0;
  async function start() {
    clearTimeout(waiting);
    asking?.abort();
    const mine = asking = new AbortController();
    try {
      await work(mine.signal);
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    } finally {
      if (asking === mine) asking = null;
    }
  }
  const run = () => {
    clearTimeout(waiting);
    if (!asking) return start();
    waiting = setTimeout(start, milliseconds);
    return null;
  };
  run.stop = () => {
    clearTimeout(waiting);
    asking?.abort();
  };
  return run;
}

export const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export const capitalized = (text) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

let numbers = 0;
export function unique(name) {
  numbers += 1;
  return `${name}-${numbers}`;
}

export function radios(legend, name, options, chosen, choose, given = {}) {
  // A group of pictures or words, one of which is chosen, for a field: options are [value, content, help].
  const group = unique(name);
  return h(
    "fieldset",
    { class: `options ${given.class ?? ""}`, "data-field": name },
    h("legend", { class: given.quiet ? "unseen" : "" }, legend),
    h("div", { class: "options-row" }, options.map(([value, content, help]) =>
      h("label", { class: "option" },
        h("input", { type: "radio", name: group, value, checked: value === chosen, onchange: () => choose(value) }),
        h("span", { class: "option-face" }, content, help ? h("small", {}, help) : null)),
    )),
  );
}

const NEARLY = 0.8;
// How full a field is, from 0 to 1, when it begins to show how much is left.

export function roomLeft(control, most) {
  // How much of its characters a text has used, once it is nearly all of them; nothing is cut off.
  const count = h("small", { class: "room", role: "status" });
  const update = () => {
    const used = [...control.value].length;
    count.textContent = used < NEARLY * most ? "" : used <= most ? `${used} of ${most} characters` : `${used} characters: ${used - most} too many`;
    count.classList.toggle("over", used > most);
  };
  control.addEventListener("input", update);
  update();
  return count;
}

export function faultList(faults) {
  return h("ul", { class: "faults" }, faults.map((fault) =>
    h("li", { class: fault.severity },
      h("p", {}, fault.problem), fault.remedy ? h("p", { class: "remedy" }, fault.remedy) : null)));
}
