// The fields of one step, in the order in which people think of them.

import { capitalized, h } from "./dom.js";
import { amountField } from "./amounts.js";
import { DrawingField } from "./drawing.js";
import { asBase64, plainName } from "./files.js";

const KEEPS = [["core", "Stays in a short session"], ["opening", "Opens the massage: stays"], ["closing", "Closes the massage: stays"], ["detail", "A detail: left out when time is short"], ["extra", "An extra: left out first"]];

export function stepForm(form, at, data, draft, vocabulary) {
  const path = (key) => ["steps", at, key];
  const step = data.steps[at], drawing = new DrawingField(form, at, vocabulary);
  const whole = h("div", { class: "form" }, h("h2", {}, `Step ${at + 1}`),
    form.text(path("name"), "What to do, in a few words", { most: 48, needed: true, help: "The title of the card, such as “Knead the thigh”." }),
    form.text(path("where"), "Where on the body", { most: 72, needed: true, help: "From where to where: “From the knee to the hip”." }),
    form.text(path("cue"), "At the table", { rows: 2, count: 14, needed: true, help: "One short instruction, read at arm’s length." }),
    form.select(path("technique"), "Technique", vocabulary.techniques.map((term) => [term.name, capitalized(term.title)]), { none: "Choose …", needed: true }),
    form.pictures(path("hands"), "Hands", vocabulary.hands, { inner: "use", none: "Not specified" }),
    form.pictures(path("pressure"), "Pressure", vocabulary.pressures, { inner: "level", none: "Not specified" }),
    form.field(path("repeat"), "How much", h("fieldset", { class: "amount-field" }, h("legend", {}, "How much"), amountField(step.repeat, (value) => form.set(path("repeat"), value)))),
    form.pictures(path("direction"), "Direction", vocabulary.directions, { inner: "way", none: "Not specified" }),
    form.pictures(path("giver"), "Where you are, if you move", vocabulary.givers, { inner: "at", none: "As before" }),
    drawing.whole,
    pictureField(form, path("image"), draft),
    form.text(path("detail"), "How to do it well", { rows: 4, needed: true, help: "On the back of the card, to be read beforehand." }),
    form.text(path("caution"), "What must not happen", { rows: 2, help: "Printed with a warning sign." }),
    form.select(path("keep"), "When time is short", KEEPS, {}),
    minutesField(form, path("minutes")),
  );
  whole.follow = () => drawing.follow();
  return whole;
}

function minutesField(form, path) {
  const given = form.get(path);
  const about = typeof given === "object" && given !== null;
  const shown = about ? given.about : given;
  return form.field(path, "About how many minutes", h("input", { type: "number", min: 0.25, step: "any", value: shown ?? "", oninput: (event) => {
    const text = event.target.value;
    form.set(path, text ? { ...(about ? given : {}), about: Number(text) } : undefined);
  } }), { help: "If empty, cardgen estimates it." });
}

function pictureField(form, path, draft) {
  const drawn = document.body.dataset.backend === "browser"; // photographs need cardgen on a computer
  const kinds = drawn ? "A drawing of your own (.svg); photographs need cardgen on a computer." : "A photo or a drawing (.png, .jpg, .svg), next to the drawing or alone.";
  const input = h("input", { type: "file", accept: drawn ? ".svg" : ".png,.jpg,.jpeg,.svg", onchange: async () => {
    const [file] = input.files;
    if (!file) return;
    const name = plainName(file.name);
    draft.pictures = { ...draft.pictures, [name]: await asBase64(file) };
    choose(name);
  } });
  const chosen = h("p", { class: "kept" });
  function choose(name) {
    form.set(path, name);
    tell();
  }
  function tell() {
    const name = form.get(path);
    chosen.replaceChildren(...(name ? [`Now: ${name} `, h("button", { type: "button", class: "quiet", onclick: () => { input.value = ""; choose(undefined); input.focus(); } }, "No picture")] : []));
  }
  tell();
  const field = form.field(path, "Your own picture", input, { help: kinds });
  field.append(chosen);
  return field;
}
