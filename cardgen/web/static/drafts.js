// Routines of one's own: kept in this browser, in IndexedDB, and nowhere else.

import { Refusal } from "./api.js";

const STORE = "drafts";
const others = "BroadcastChannel" in globalThis ? new BroadcastChannel("cardgen-drafts") : null;
// The other tabs with this page: each says which draft it has changed.
const NO_ROOM = { severity: "error", problem: "This browser cannot keep your routine: its storage is full, or turned off.", remedy: "Save it as a file, or it will be lost when you close the page." };

let opened = null;

function open() {
  // Stays open, so that a change is on its way to the disk before somebody can close the tab.
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("cardgen", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "name" });
    request.onsuccess = () => {
      request.result.onclose = () => { opened = null; };
      resolve(request.result);
    };
    request.onerror = () => { opened = null; reject(request.error); };
  });
  return opened;
}

async function work(mode, does) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = does(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
    transaction.commit();
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
export const dropDraft = (name) => work("readwrite", (store) => store.delete(name));

export async function saveDraft(name, data, pictures = {}) {
  try {
    await work("readwrite", (store) => store.put({ name, data, pictures }));
  } catch (error) {
    console.error(error);
    throw new Refusal([NO_ROOM]);
  }
  others?.postMessage(name);
}

export function whenChangedElsewhere(name, does) {
  // Calls when another tab has saved the draft; returns what ends it.
  const listen = ({ data }) => { if (data === name) does(); };
  others?.addEventListener("message", listen);
  return () => others?.removeEventListener("message", listen);
}

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
