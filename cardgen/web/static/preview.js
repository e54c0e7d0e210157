// The real pages of a print, drawn by pdf.js as they come into sight.

import * as pdfjs from "./pdfjs/pdf.min.mjs";
import { h } from "./dom.js";

pdfjs.GlobalWorkerOptions.workerSrc = new URL("./pdfjs/pdf.worker.min.mjs", import.meta.url).href;
const reader = new pdfjs.PDFWorker();
// One for all documents: starting one for each takes longer than reading the document.
const READING = { isEvalSupported: false, useWasm: false, useSystemFonts: false, stopAtErrors: true, disableFontFace: true, isOffscreenCanvasSupported: false };
// The last two take half the time: fonts are drawn and not loaded into the page, pictures are not sent to and fro.
const SHARPEST = 2;
// Device pixels for each CSS pixel, at most: more would only cost memory.
const INTENT = "print";
// As it will be printed; for a screen, pdf.js would draw a part in each frame, and wait in between.
const PAPER = "#fff";
const NEAR = "600px";
// How far out of sight a page is drawn already.

export class Preview {
  // Pages in a box; a new document takes the place of the old one when its first page is drawn, so that nothing flickers.
  constructor(width = 560) {
    this.box = h("div", { class: "pages" });
    this.width = width;
    this.document = null;
    this.turn = 0;
  }

  async show(data, label) {
    const turn = ++this.turn;
    const document = await pdfjs.getDocument({ ...READING, data, worker: reader }).promise;
    try {
      const pages = await Promise.all(Array.from({ length: document.numPages }, (_, at) => this.place(document, at + 1, label)));
      if (turn === this.turn) await this.draw(pages[0]);
      if (turn !== this.turn) return;
      this.box.replaceChildren(...pages.map((page) => page.frame));
      this.watch(pages);
      this.document?.destroy();
      this.document = document;
    } finally {
      if (this.document !== document) document.destroy();
    }
  }

  async place(document, number, label) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const canvas = h("canvas", { role: "img", "aria-label": `${label}, page ${number} of ${document.numPages}`, width: 1, height: 1 });
    const frame = h("figure", { class: "sheet", vars: { ratio: width / height } }, canvas,
      h("figcaption", {}, `${number} of ${document.numPages}`));
    return { page, canvas, frame, width, drawing: null };
  }

  async draw(place) {
    if (place.drawing) return;
    const wide = Math.max(200, Math.min(this.box.clientWidth || this.width, 900));
    const scale = (wide * Math.min(devicePixelRatio || 1, SHARPEST)) / place.width;
    const viewport = place.page.getViewport({ scale });
    place.canvas.width = Math.round(viewport.width);
    place.canvas.height = Math.round(viewport.height);
    place.drawing = place.page.render({ canvas: place.canvas, viewport, intent: INTENT });
    await place.drawing.promise;
  }

  erase(place) {
    // A canvas takes megabytes: only those in sight have one.
    place.drawing?.cancel();
    place.drawing = null;
    place.canvas.width = place.canvas.height = 1;
    const pen = place.canvas.getContext("2d");
    pen.fillStyle = PAPER; // without it, a canvas that pdf.js has used is black
    pen.fillRect(0, 0, 1, 1);
  }

  watch(pages) {
    const places = new Map(pages.map((place) => [place.frame, place]));
    this.seen?.disconnect();
    this.seen = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const place = places.get(target);
        if (isIntersecting) this.draw(place).catch(ignoreCancelled);
        else this.erase(place);
      }
    }, { rootMargin: NEAR, scrollMargin: NEAR });
    for (const place of pages) this.seen.observe(place.frame);
  }

  close() {
    this.turn += 1;
    this.seen?.disconnect();
    this.document?.destroy();
    this.document = null;
  }
}

function ignoreCancelled(error) {
  if (error.name !== "RenderingCancelledException") throw error;
}
