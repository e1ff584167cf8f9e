/** Adds what the content may have and has not yet (a hint, a comparison, a sheet for a talk), and takes it away, in all languages. */
import { LOCK_FILE } from '../identifiers-lock.ts';
import { TRANSLATIONS_FILE } from '../outdated-translations.ts';
import { frontIn, languageOf, othersIn, sourceIn, textsOf, type Texts } from './course-texts.ts';
import { newId, takenIds } from './new-id.ts';
import { madeOf, valueAt } from './new-value.ts';
import { partsAround, type PartShape } from './part-shape.ts';
import { EditRefused, type SourcePath } from './source-place.ts';
import { withYaml, yamlOf } from './source-text.ts';
import { lockKey, markedUntranslated, renamedKey, withoutKeys } from './translation-lines.ts';
import { hasHolder, isShortForm, withKey, withoutKey } from './yaml-key.ts';

export type PartChange = { readonly kind: 'add'; readonly texts: readonly string[] } | { readonly kind: 'remove' };

interface Part {
  readonly file: string;
  /** What has the part, or gets it. */
  readonly holder: SourcePath;
  readonly key: string;
  readonly change: PartChange;
}

/** @throws EditRefused where the schema knows no such part, or it is there already, or not there */
export function changePart(files: Map<string, string>, part: Part, languages: readonly string[]): void {
  const { file, holder, key, change } = part;
  const front = frontIn(files, file);
  const shape = partsAround(file, [...holder, key], front, languages[0] ?? 'fi').find((each) => isAt(each, holder, key));
  if (!shape || shape.isThere !== (change.kind === 'remove')) throw new EditRefused('gone');
  const others = othersIn(files, file, languages).filter((path) => hasHolder(yamlOf(path, sourceIn(files, path)), holder));
  if (change.kind === 'remove') {
    for (const path of [file, ...others]) removeFrom(files, path, part);
    return;
  }
  if (change.texts.some((text) => text.trim() === '')) throw new EditRefused('empty');
  const taken = takenIds(holder.slice(0, 2).reduce<unknown>(valueAt, front), files.get(LOCK_FILE) ?? '');
  const value = madeOf(shape, change.texts, (label) => newId(label, taken));
  addTo(files, file, shape, value);
  for (const path of others.filter((each) => !hasPart(files, each, part))) {
    addTo(files, path, shape, value);
    changeLock(files, (lock) => markedUntranslated(lock, languageOf(path), path, textsOf(value, [...holder, key])));
  }
}

function isAt(shape: PartShape, holder: SourcePath, key: string): boolean {
  return shape.key === key && shape.holder.length === holder.length;
}

function hasPart(files: Texts, path: string, { holder, key }: Part): boolean {
  return valueAt(holder.reduce<unknown>(valueAt, frontIn(files, path)), key) !== undefined;
}

function addTo(files: Map<string, string>, path: string, { holder, key, order }: PartShape, value: unknown): void {
  const source = sourceIn(files, path);
  // A text that becomes the label has another name in the lock.
  if (isShortForm(yamlOf(path, source), holder))
    changeLock(files, (lock) => renamedKey(lock, path, lockKey(holder), lockKey([...holder, 'label'])));
  files.set(
    path,
    withYaml(path, source, (yaml) => withKey(yaml, holder, key, value, order)),
  );
}

/** A translation may lack it. */
function removeFrom(files: Map<string, string>, path: string, part: Part): void {
  if (!hasPart(files, path, part)) return;
  const { holder, key } = part;
  const gone = lockKey([...holder, key]);
  files.set(
    path,
    withYaml(path, sourceIn(files, path), (yaml) => withoutKey(yaml, holder, key)),
  );
  changeLock(files, (lock) => withoutKeys(lock, path, (each) => each === gone || each.startsWith(`${gone}.`)));
}

function changeLock(files: Map<string, string>, change: (lock: string) => string): void {
  const before = files.get(TRANSLATIONS_FILE) ?? '';
  const after = change(before);
  if (after !== before) files.set(TRANSLATIONS_FILE, after);
}
