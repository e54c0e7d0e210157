// What must be known about words that somebody types: in a search, in a name, in a note.

export const splitWords = (text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

export function notesFor(text, notes) {
  const typed = splitWords(text);
  return notes.filter((note) => note.words.some((word) => word.split("-").every((part) => typed.includes(part))));
}

export const keptOf = (notes) => [...new Set(notes.map((note) => note.keep).filter(Boolean))].join(" ");
// What the print should say, as a note to keep in mind.
