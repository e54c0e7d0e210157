// The link that holds a choice: copied, and without anything private unless somebody wants that.

import { h, say } from "./dom.js";
import { PRIVATE, withoutPrivate, writeChoice } from "./choice.js";

const NOTED = 2000;
// Milliseconds for which the button says that it is done.

export function copyPart(choice, own) {
  const button = h("button", { type: "button", class: "small-button", onclick: () => (held(choice).length ? question() : copy(choice)) }, "Copy link");
  const place = h("div", { class: "copy-question" });

  function question() {
    const words = held(choice).map((name) => PRIVATE[name]).join(" and ");
    const answer = (text, chosen) => h("button", { type: "button", class: "small-button", onclick: () => copy(chosen) }, text);
    place.replaceChildren(h("p", {}, `The link would contain ${words}. Anyone who gets it can read that.`),
      h("div", { class: "stroke-buttons" }, answer(`Copy without ${words}`, withoutPrivate(choice)), answer("Copy with everything", choice)));
    place.querySelector("button").focus();
  }
  async function copy(chosen) {
    const link = new URL(writeChoice(chosen), location.href).href;
    place.replaceChildren();
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      const shown = h("input", { type: "text", readonly: true, value: link, "aria-label": "The link" });
      place.replaceChildren(h("p", {}, "This browser does not let the page copy. Copy the link here:"), shown);
      shown.select();
      return;
    }
    place.replaceChildren(h("p", {}, `The link is copied. ${REACH}${own ? " Your own routine is not in it, only its name: send its file, too." : ""}`));
    say(place.textContent);
    button.textContent = "Copied";
    button.focus();
    setTimeout(() => { button.textContent = "Copy link"; }, NOTED);
  }
  return [button, place];
}

const held = (choice) => Object.keys(PRIVATE).filter((name) => choice[name]);

export const REACH = document.body.dataset.backend === "server"
  ? "It works only on this computer, while cardgen is running: to share your choice, send the PDF."
  : "Anyone who opens it sees the same choice.";
// Where a link leads to.
