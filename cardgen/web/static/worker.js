// Python in a worker: Pyodide, cardgen, and a function that answers requests.

const begun = (async () => {
  const site = await (await fetch("cardgen-site.json")).json();
  const here = new URL("pyodide/", self.location.href).href;
  tell(1);
  const load = async () => (await import(`${here}pyodide.mjs`)).loadPyodide({ indexURL: here, args: ["-B"] });
  const [pyodide, archive] = await Promise.all([load(), unzipped(site.bundle)]);
  tell(2);
  const folder = "/lib/cardgen-site";
  unpack(archive, pyodide.FS, folder);
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

async function unzipped(name) {
  const { body } = await fetch(name);
  return new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}

function unpack(archive, files, folder) {
  // A tar archive, as POSIX describes it: blocks of 512 bytes, for each file a head and then its bytes.
  const BLOCK = 512, NAME = [0, 100], SIZE = [124, 12], FOLDER = [345, 155];
  const text = (at, [from, length]) => new TextDecoder().decode(archive.subarray(at + from, at + from + length)).replace(/\0.*$/s, "");
  const made = new Set();
  for (let at = 0; archive[at]; ) {
    const path = [folder, text(at, FOLDER), text(at, NAME)].filter(Boolean).join("/"), size = parseInt(text(at, SIZE), 8);
    const around = path.slice(0, path.lastIndexOf("/"));
    if (!made.has(around)) files.mkdirTree(around);
    made.add(around);
    files.writeFile(path, archive.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK * (1 + Math.ceil(size / BLOCK));
  }
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
