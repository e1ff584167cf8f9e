/**
 * Keeps `translations.lock` true when a list changes in all languages: what a list calls by number gets other numbers, and a text that was
 * only copied into a translation is marked as not translated.
 */
import { digestOf, lockHead, NEVER } from '../outdated-translations.ts';
import type { SourcePath } from './source-place.ts';

interface LockLine {
  /** `sv sv/02-b.md ` */
  readonly head: string;
  readonly key: string;
  readonly digests: string;
}

/** How the lock calls a place: `b.channels.task`, `b.training.ideas.items.2`. */
export function lockKey(path: SourcePath): string {
  const names = path.map((step) => (typeof step === 'object' ? step.id : typeof step === 'number' ? String(step + 1) : step));
  return (names[0] === 'exercises' ? names.slice(1) : names).join('.');
}

/**
 * @param start what the keys of numbered texts begin with: `b.training.ideas.items.`
 * @param numberNow from the number of an item as it was to its number now, both from 0; undefined where it is gone
 */
export function renumbered(lock: string, file: string, start: string, numberNow: (before: number) => number | undefined): string {
  return mapLines(lock, (line, whole) => {
    const parts = line.head.endsWith(` ${file} `) && line.key.startsWith(start) ? /^(\d+)(.*)$/.exec(line.key.slice(start.length)) : null;
    if (!parts) return whole;
    const now = numberNow(Number(parts[1]) - 1);
    return now === undefined ? undefined : `${line.head}${start}${String(now + 1)}${parts[2] ?? ''}${line.digests}`;
  });
}

/** @param texts by their keys, as they were copied into the file of that language */
export function markedUntranslated(lock: string, language: string, file: string, texts: ReadonlyMap<string, string>): string {
  const lines = [...texts].map(([key, text]) => `${language} ${file} ${key} ${NEVER} ${digestOf(text)}\n`);
  const before = lock === '' ? lockHead() : lock;
  return `${before}${before.endsWith('\n') ? '' : '\n'}${lines.join('')}`;
}

function mapLines(lock: string, change: (line: LockLine, whole: string) => string | undefined): string {
  return lock
    .split('\n')
    .flatMap((whole) => {
      const [, head, key, digests] = /^([a-z]{2} \S+ )(.+)( [0-9a-f]{8} [0-9a-f]{8})$/.exec(whole) ?? [];
      return head !== undefined && key !== undefined && digests !== undefined ? (change({ head, key, digests }, whole) ?? []) : whole;
    })
    .join('\n');
}

/** @returns a lock without the lines that a change has added to it, and with those that it took away */
export function withLinesBack(lock: string, before: string, after: string): string {
  const [was = [], is = []] = [before, after].map((text) => text.split('\n'));
  const kept = lock.split('\n').filter((line) => was.includes(line) || !is.includes(line));
  const back = was.filter((line) => !is.includes(line) && !kept.includes(line));
  return [kept.join('\n').trimEnd(), ...back, ''].join('\n');
}
