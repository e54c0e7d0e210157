// Hands bytes to the person as a file, and takes pictures from them.

import { h } from "./dom.js";

export function saveFile(data, name, type) {
  const url = URL.createObjectURL(new Blob([data], { type }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export async function asBase64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

export const plainName = (name) => name.replace(/[^\p{L}\p{N}._ -]/gu, "-").replace(/^\.+/, "");
// A name that cardgen takes for a file.
