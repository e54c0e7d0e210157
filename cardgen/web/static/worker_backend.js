// cardgen in a worker of this browser: one request after the other; those that nobody waits for any more are left out.

const site = await (await fetch("cardgen-site.json")).json();
const prepared = new Map();
const waiting = [];
let running = null, worker = null, number = 0;

const KEEPER = "service_worker.js";
const STEPS = ["Keeping cardgen in this browser", "Starting Python", "Unpacking cardgen", "Loading cardgen"];

function showStart(step) {
  // How far Python is: it starts again whenever the page is loaded.
  const place = document.getElementById("starting");
  place.hidden = step >= STEPS.length;
  place.firstElementChild.value = step;
  place.lastElementChild.textContent = `${STEPS[step]} … It takes about ten seconds, longer the first time.`;
}

async function start() {
  showStart(0);
  // Files of Pyodide that are not in the site come through the service worker, which knows their hashes and keeps them.
  const workers = navigator.serviceWorker;
  if (site.pyodide.address) {
    if (workers) await installed(await workers.register(KEEPER));
    if (!workers?.controller) throw new Error("This browser cannot keep cardgen: it needs service workers, and https.");
  }
  worker = new Worker("worker.js", { type: "module" });
  worker.onmessage = ({ data }) => (data.step ? tellStart(data.step) : finish(data));
  worker.onerror = (event) => fail(new Error(event.message || "Python could not be started."));
  next();
}

function tellStart(step) {
  showStart(step);
  // The site is kept once Python has begun, not while somebody waits for it; without that, it works while there is a connection.
  if (step === STEPS.length) navigator.serviceWorker?.register(KEEPER).catch(() => {});
}

async function installed(registration) {
  // Wait until the service worker has kept everything, and answers for this page.
  const workers = navigator.serviceWorker;
  if (workers.controller) return;
  await new Promise((done, fail) => {
    workers.addEventListener("controllerchange", done, { once: true });
    const begun = registration.installing ?? registration.waiting ?? registration.active;
    begun?.addEventListener("statechange", () => begun.state === "redundant" && fail(new Error("Pyodide could not be loaded, or its files do not match the published version.")));
  });
}

function next() {
  if (running || !worker) return;
  while (waiting.length) {
    const work = waiting.shift();
    if (work.signal?.aborted) continue;
    running = work;
    worker.postMessage({ id: work.id, name: work.name, body: work.body });
    return;
  }
}

function finish(answer) {
  const work = running;
  running = null;
  if (work) {
    if (answer.error) work.reject(new Error(answer.error));
    else work.resolve({ ...answer, details: answer.details ? JSON.parse(answer.details) : {} });
  }
  next();
}

async function readPrepared(name, request) {
  // What is the same for everybody is in the site.
  if (request.files && Object.keys(request.files).length) return null;
  if (!["list", "vocabulary", "views", "pictures"].includes(name)) return null;
  if (!prepared.has(name)) prepared.set(name, readFile(`prepared/${name}.json`));
  let data = await prepared.get(name);
  if (!data) return null;
  if (name === "pictures") {
    const all = JSON.parse(new TextDecoder().decode(data));
    if (!request.routines.every((routine) => routine in all)) return null;
    data = new TextEncoder().encode(JSON.stringify(Object.fromEntries(request.routines.map((routine) => [routine, all[routine]]))));
  }
  return { status: 200, media: "application/json", data, details: {} };
}

async function readFile(address) {
  // The bytes of a file of the site; null when it is not there.
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}

export async function ask(name, request, signal) {
  const known = await readPrepared(name, request);
  signal?.throwIfAborted();
  if (known) return known;
  return new Promise((resolve, reject) => {
    number += 1;
    signal?.addEventListener("abort", () => reject(new DOMException("Nobody waits for it any more.", "AbortError")));
    waiting.push({ id: number, name, body: new TextEncoder().encode(JSON.stringify(request)), signal, resolve, reject });
    next();
  });
}

function fail(error) {
  // Nothing can be asked any more: every waiting request fails with the reason.
  document.getElementById("starting").hidden = true;
  worker = { postMessage: ({ id }) => queueMicrotask(() => finish({ id, error: error.message })) };
  if (running) finish({ id: running.id, error: error.message });
  else next();
}
start().catch(fail);
