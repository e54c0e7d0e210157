// Python in a worker: Pyodide, cardgen, and a function that answers requests.

const begun = (async () => {
  const site = await (await fetch("cardgen-site.json")).json();
  const here = new URL("pyodide/", self.location.href).href;
  tell(1);
  const load = async () => (await import(`${here}pyodide.mjs`)).loadPyodide({ indexURL: here, args: ["-B"] });
  const [pyodide, bundle, wheel] = await Promise.all([load(), bytes(site.bundle), bytes(site.wheel)]);
  tell(2);
  const folder = "/lib/cardgen-site";
  pyodide.unpackArchive(bundle, "zip", { extractDir: folder });
  pyodide.unpackArchive(wheel, "wheel", { extractDir: folder });
  tell(3);
  const functions = pyodide.runPython(`
import sys
sys.path.insert(0, "${folder}")
from cardgen.web.in_browser import begin
begin()
from cardgen.web.answers import answer
import gc
import json

def ask(name, body):
    reply = answer(name, body.to_bytes())
    return reply.status, reply.media, reply.data, json.dumps(reply.details)

gc.collect()
gc.freeze()
ask, gc.collect`);
  tell(4);
  return functions.toJs();
})();

function tell(step) {
  self.postMessage({ step });
}

async function bytes(name) {
  return (await fetch(name)).arrayBuffer();
}

self.onmessage = async ({ data: { id, name, body } }) => {
  try {
    const [ask, tidy] = await begun;
    const reply = ask(name, body);
    const [status, media, given, details] = reply;
    const data = given.toJs ? given.toJs() : given;
    given.destroy?.();
    reply.destroy();
    self.postMessage({ id, status, media, data, details }, [data.buffer]);
    tidy(); // once the page has what it waits for
  } catch (error) {
    self.postMessage({ id, error: String(error.message ?? error).trim().split("\n").at(-1) });
  }
};
