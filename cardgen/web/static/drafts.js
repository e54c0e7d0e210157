// Routines of one's own: kept in this browser, in IndexedDB, and nowhere else.

const STORE = "drafts";

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("cardgen", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "name" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function work(mode, does) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = does(transaction.objectStore(STORE));
    transaction.oncomplete = () => { database.close(); resolve(request.result); };
    transaction.onerror = transaction.onabort = () => { database.close(); reject(transaction.error); };
  });
}

export async function drafts() {
  try {
    const found = await work("readonly", (store) => store.getAll());
    return found.map((draft) => ({ ...draft, title: draft.data.name || draft.name }));
  } catch {
    return [];
  }
}

export const readDraft = (name) => work("readonly", (store) => store.get(name));
export const saveDraft = (name, data, pictures = {}) => work("readwrite", (store) => store.put({ name, data, pictures, saved: Date.now() }));
export const dropDraft = (name) => work("readwrite", (store) => store.delete(name));

export function asText(data) {
  // JSON is YAML too, and its lines tell where a fault is.
  return JSON.stringify(data, null, 1);
}

export function draftFiles(found) {
  return Object.fromEntries(found.map((draft) => [draft.name, asText(draft.data)]));
}

export async function filesOf(names) {
  // The texts and pictures that a request for these routines needs.
  const own = (await drafts()).filter((draft) => names.includes(draft.name));
  return own.length ? { files: draftFiles(own), pictures: Object.assign({}, ...own.map((draft) => draft.pictures ?? {})) } : {};
}

export async function freeName(title) {
  const stem = title.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40) || "my-routine";
  const taken = new Set((await drafts()).map((draft) => draft.name));
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number > 1 ? `-${number}` : ""}.yaml`;
    if (!taken.has(name)) return name;
  }
}
