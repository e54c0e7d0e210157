// Keeps the whole site in the browser, so that it works without the internet; a new version takes the place of the old one.

// Its last line names the version: a browser that finds another one there stores the site again.

const describe = async () => (await fetch("cardgen-site.json", { cache: "no-cache" })).json();
const cacheOf = (site) => `cardgen-${site.version}`;

async function keep() {
  const site = await describe();
  const cache = await caches.open(cacheOf(site));
  await cache.addAll([...site.files, "cardgen-site.json"].map((name) => new Request(name, { cache: "no-cache" })));
  if (site.pyodide.address) {
    for (const [name, integrity] of Object.entries(site.pyodide.files)) {
      const answer = await fetch(site.pyodide.address + name, { integrity, mode: "cors", credentials: "omit" });
      if (!answer.ok) throw new Error(`${name} cannot be loaded.`);
      await cache.put(new URL(`pyodide/${name}`, self.registration.scope), answer);
    }
  }
}

async function forgetOthers() {
  const kept = cacheOf(await describe());
  const names = (await caches.keys()).filter((name) => name.startsWith("cardgen-"));
  if (names.includes(kept)) await Promise.all(names.filter((name) => name !== kept).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request) {
  return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);
}

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keep());
});
self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method === "GET" && address.origin === self.location.origin) event.respondWith(answer(event.request));
});
