/** Which new id of the content an old one may have now, so that the line to add can be told whole. */
import type { Identifier } from './identifiers.ts';
import { nearest } from './nearest.ts';

/**
 * The new id that an old one may have now: of the same kind and type, and with the same last part, or one that differs by a few letters, or
 * the only one beside it. An option stays with its question, and what was asked in each item of a list does not become one question.
 */
export function likelyMove(old: Identifier, unknown: readonly Identifier[]): Identifier | undefined {
  const alike = unknown.filter(
    ({ kind, type, id }) =>
      kind === old.kind && type === old.type && (kind !== 'option' || besides(id, old.id)) && (isInItem(id) || !isInItem(old.id)),
  );
  const sameEnd = alike.filter(({ id }) => lastPart(id) === lastPart(old.id));
  if (sameEnd.length > 0) return onlyOne(sameEnd);
  const end = nearest(
    lastPart(old.id),
    alike.map(({ id }) => lastPart(id)),
  );
  return alike.find(({ id }) => lastPart(id) === end) ?? onlyOne(alike.filter(({ id }) => besides(id, old.id)));
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** They differ in their last part only. */
function besides(one: string, other: string): boolean {
  const parent = (id: string): string => id.slice(0, id.length - lastPart(id).length);
  return parent(one) === parent(other);
}

function lastPart(id: string): string {
  return id.split(/[. ]/).at(-1) ?? '';
}

/** A question that is asked in each item of a list. */
export function isInItem(id: string): boolean {
  return id.includes('.*.');
}
