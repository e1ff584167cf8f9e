/** What version 1.0.0 left in local storage: up to four texts for a learner's work in one attempt. */
import {
  fieldsOf,
  isOther,
  isUnreadable,
  listFrom,
  markFrom,
  parsed,
  recordOf,
  setAside,
  storedFrom,
  type CopyRecord,
} from './copy-record.ts';

const PARTS = [':mark', ':others', ':kept'] as const;

/** The name of the work that a key of version 1.0.0 or of any later one belongs to. */
export function nameOf(key: string): string {
  const part = PARTS.find((end) => key.endsWith(end));
  return part ? key.slice(0, -part.length) : key;
}

/** The keys under which version 1.0.0 kept what does not stand under the name itself. */
export function partKeys(name: string): string[] {
  return PARTS.map((part) => name + part);
}

/** @param get the text under a key. @returns undefined where there is nothing of version 1.0.0 */
export function firstCopy(name: string, get: (key: string) => string | null): CopyRecord | undefined {
  const copy = get(name);
  const [mark, others, kept] = partKeys(name).map(get);
  const texts = [copy, mark, others, kept];
  if (texts.every((text) => text === null)) return undefined;
  const fields = fieldsOf(parsed(copy ?? ''));
  const stored = fields['format'] === 1 ? storedFrom(fields) : undefined;
  const unreadable = listFrom(parsed(kept ?? '')).filter(isUnreadable);
  return recordOf(JSON.stringify(texts), {
    stored,
    mark: markFrom(parsed(mark ?? '')),
    others: listFrom(parsed(others ?? '')).filter(isOther),
    unreadable: copy === null || stored ? unreadable : [...unreadable, ...setAside(copy).unreadable],
  });
}
