/** Ids for what is added: made of its words once, never changed after, and never one that anything else has or ever had. */

const LONGEST = 24;
/** Letters that are another with a mark, and those that are not. */
const OTHER_LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', ß: 'ss', đ: 'd', ð: 'd', þ: 'th', ł: 'l' };

/** @param taken every id that must not be given again; the new one is added to it */
export function newId(label: string, taken: Set<string>): string {
  const words = label
    .toLowerCase()
    .replace(/[æøßđðþł]/g, (letter) => OTHER_LETTERS[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '');
  const stem = wholeWords(words) || 'kohta';
  let id = stem;
  for (let number = 2; taken.has(id); number += 1) id = `${stem}_${String(number)}`;
  taken.add(id);
  return id;
}

function wholeWords(words: string): string {
  if (words.length <= LONGEST) return words;
  const cut = words.slice(0, LONGEST + 1);
  const end = cut.lastIndexOf('_');
  return end > 0 ? cut.slice(0, end) : cut.slice(0, LONGEST);
}

/** Every id within an exercise, and every part of an id that `identifiers.lock` remembers. */
export function takenIds(exercise: unknown, lock: string): Set<string> {
  const taken = new Set(lock.split(/[\s.]+/));
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('id' in value && typeof value.id === 'string') taken.add(value.id);
    // A question under a key has the key's name as its id.
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) taken.add(key);
      collect(inner);
    }
  };
  collect(exercise);
  return taken;
}
