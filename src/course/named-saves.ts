/** The note in a state that says which browsers' saves are in it (`note.saves`): `page:revision`, with blanks between; who has saved last comes last. */

/** The revision of a browser's last save, by the name of the page in it that made it. */
export type Saves = ReadonlyMap<string, number>;

/** Under this name the last save of those that are not named any more: what came later is of none of them. */
export const LEFT_OUT = '*';

export function textOfSaves(saves: readonly (readonly [string, number])[]): string {
  return saves.map(([page, last]) => `${page}:${last}`).join(' ');
}

export function savesFrom(text: string): Saves {
  const pairs = text.split(' ').map((save) => save.split(':'));
  return new Map(pairs.map(([page = '', revision]) => [page, Number(revision)] as const).filter(([, revision]) => revision > 0));
}

/** With so many of the latest names. */
export function withLatest(saves: Saves, most: number): string {
  const { [LEFT_OUT]: before = 0 } = Object.fromEntries(saves);
  const named = [...saves].filter(([page]) => page !== LEFT_OUT);
  const leftOut = Math.max(before, ...named.splice(0, named.length - most).map(([, last]) => last));
  return textOfSaves([...(leftOut > 0 ? [[LEFT_OUT, leftOut] as const] : []), ...named]);
}
