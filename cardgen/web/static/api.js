// Asks cardgen: a server on this machine, or the same Python in a worker of this browser.

const backend = document.body.dataset.backend === "browser" ? await import("./worker_backend.js") : null;

export class Refusal extends Error {
  // What is wrong with a request, in cardgen's own words.
  constructor(faults) {
    super(faults.map((fault) => fault.problem).join(" "));
    this.faults = faults;
  }
}

async function reach(name, request, signal) {
  if (backend) return backend.ask(name, request, signal);
  const body = JSON.stringify(request);
  const answer = await fetch(`api/${name}`, { method: "POST", headers: { "Content-Type": "application/json" }, body, signal });
  const details = answer.headers.get("Cardgen-Printout");
  return { status: answer.status, media: answer.headers.get("Content-Type") ?? "",
    data: new Uint8Array(await answer.arrayBuffer()), details: details ? JSON.parse(details) : {} };
}

async function reply(name, request, signal) {
  let answer;
  try {
    answer = await reach(name, request, signal);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refusal([backend ? { severity: "error", problem: `Python failed in this browser: ${error.message}`, remedy: "Reload the page, or use another browser." }
      : { severity: "error", problem: "cardgen is not responding.", remedy: "Is it still running? Start it again, then reload this page." }]);
  }
  if (answer.status !== 200) throw new Refusal(asJson(answer).faults ?? []);
  return answer;
}

const asJson = (answer) => JSON.parse(new TextDecoder().decode(answer.data));

export async function ask(name, request = {}, signal = undefined) {
  return asJson(await reply(name, request, signal));
}

export async function askFile(name, request, signal = undefined) {
  // Bytes, and what there is to know about them.
  const { data, media, details } = await reply(name, request, signal);
  return { data, media, details };
}

const remembered = new Map();
export function askOnce(name) {
  // What never changes; a failure is not remembered.
  if (!remembered.has(name)) remembered.set(name, ask(name).catch((error) => { remembered.delete(name); throw error; }));
  return remembered.get(name);
}
