/** Puts the original into the places of texts that are missing or outdated in a translation. */
import type { Language } from '../src/course/course.ts';
import { stretchesIn } from './exercise-lines.ts';
import type { RenderedPart } from './render-chapter.ts';
import type { Holds, TranslationMarks } from './outdated-translations.ts';

export interface Translated {
  readonly marks: TranslationMarks;
  readonly language: Language;
  /** Path from the content folder. */
  readonly file: string;
}

/** Keys whose texts are ids and addresses, and no words. */
const technicalKeys = new Set(['id', 'kind', 'sign', 'classes', 'link']);

type Mapping = Readonly<Record<string, unknown>>;

/**
 * The front matter of a translation as learners see it. What it has beyond the original stays, so that the checks name it.
 *
 * @param original what the original says, unchecked
 * @param translation the same of the translation
 */
export function translatedFront(original: unknown, translation: unknown, { marks, language, file }: Translated): unknown {
  return marks.heldIn((holds) =>
    filled(original, translation, (key, there, here) => holds({ language, file, key, original: there, translation: here })),
  );
}

/** Whether the translation of the text with this key is shown. */
type IsShown = (key: string, original: string, translation: string | undefined) => boolean;

function filled(original: unknown, translation: unknown, isShown: IsShown, path = ''): unknown {
  if (typeof original === 'string') {
    const own = typeof translation === 'string' ? translation : undefined;
    return translation !== undefined && own === undefined ? translation : isShown(path, original, own) ? own : original;
  }
  if (Array.isArray(original))
    return Array.isArray(translation) || translation === undefined ? items(original, translation, isShown, path) : translation;
  if (!isMapping(original)) return translation ?? original;
  if (translation !== undefined && !isMapping(translation)) return translation;
  const keys = [...new Set([...Object.keys(original), ...Object.keys(translation ?? {})])];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const [there, here] = [original[key], translation?.[key]];
      // Rules are written in each language, and the checks hold them to the original's.
      const isRule = technicalKeys.has(key) || typeof there === 'number' || typeof there === 'boolean';
      const isText = there !== undefined && !isRule;
      const value = isText ? filled(there, here, isShown, joined(path, key)) : (here ?? (translation ? undefined : there));
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** Items with an id are found by it, others by their number. */
function items(original: readonly unknown[], translation: readonly unknown[] = [], isShown: IsShown, path: string): unknown[] {
  const idOf = (item: unknown): string | undefined => (isMapping(item) && typeof item['id'] === 'string' ? item['id'] : undefined);
  const ids = original.map(idOf);
  if (ids.includes(undefined)) {
    const here = original.map((item, index) => filled(item, translation[index], isShown, joined(path, String(index + 1))));
    return [...here, ...translation.slice(original.length)];
  }
  const named = new Map(translation.map((item) => [idOf(item), item]));
  // In the translation's own order, which the checks hold to the original's.
  const known = translation.map((item) => {
    const there = original[ids.indexOf(idOf(item))];
    return there === undefined ? item : filled(there, item, isShown, joined(path, idOf(item) ?? ''));
  });
  const missing = original.filter((item) => !named.has(idOf(item)));
  if (missing.length === 0) return known;
  const whole = original.map(
    (item) => known.find((own) => idOf(own) === idOf(item)) ?? filled(item, undefined, isShown, joined(path, idOf(item) ?? '')),
  );
  return [...whole, ...known.filter((own) => !ids.includes(idOf(own)))];
}

/** `exercises.b.channels.task` is told as `b.channels.task`, since an exercise's id is unique. */
function joined(path: string, key: string): string {
  return path === '' || path === 'exercises' ? key : `${path}.${key}`;
}

/**
 * The texts of `course.yaml`, which has all languages in one place: outdated ones are left out, and so the main language's is shown.
 *
 * @param value as the schema has read it
 */
export function translatedSettings<T>(value: T, main: Language, others: readonly Language[], marks: TranslationMarks): T {
  return marks.heldIn((holds) => settled(value, '', holds)) as T;

  function settled(each: unknown, path: string, holds: Holds): unknown {
    if (Array.isArray(each)) return each.map((item, index) => settled(item, joined(path, idIn(item) ?? String(index + 1)), holds));
    if (!isMapping(each)) return each;
    const original = each[main];
    if (typeof original !== 'string') {
      return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, settled(inner, joined(path, key), holds)]));
    }
    const held = others.filter((language) => {
      const own = each[language];
      // One text for all languages is no translation.
      if (own === original) return true;
      return holds({ language, file: 'course.yaml', key: path, original, translation: typeof own === 'string' ? own : undefined });
    });
    return Object.fromEntries([main, ...held].map((language) => [language, each[language]]));
  }
}

function idIn(value: unknown): string | undefined {
  return isMapping(value) && typeof value['id'] === 'string' ? value['id'] : undefined;
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The text of a translated chapter as learners see it: a part between two exercises that is missing or outdated is the original's.
 *
 * @param body as it is written, of each of the two
 * @param standIn what is shown of the original's HTML in the place of the translation's
 */
export function translatedParts(
  original: { readonly parts: readonly RenderedPart[]; readonly body: string; readonly language: Language },
  translation: { readonly parts: readonly RenderedPart[]; readonly body: string },
  { marks, language, file }: Translated,
  standIn: (original: string, own: string | undefined) => string = (html) => html,
): readonly RenderedPart[] {
  const [there, here] = [stretches(original), stretches(translation)];
  const exercisesOf = (list: readonly Stretch[]): string =>
    list.map(({ exercise }) => (exercise?.type === 'exercise' ? exercise.id : '')).join(' ');
  const isSame = exercisesOf(there) === exercisesOf(here);
  const ownOf = (index: number): Stretch | undefined => (isSame ? here[index] : undefined);
  const held = marks.heldIn((holds) =>
    there.map(({ html, text }, index) => {
      const own = ownOf(index);
      return html && holds({ language, file, key: `teksti ${index + 1}`, original: text, translation: own?.html && own.text });
    }),
  );
  return there.flatMap((stretch, index) => {
    const own = ownOf(index);
    const exercise = own?.exercise ?? stretch.exercise;
    const after = exercise ? [exercise] : [];
    if (!stretch.html) return [...(own?.html ? [own.html] : []), ...after];
    return [
      held[index] && own?.html
        ? own.html
        : inLanguage(stretch.html, original.language, (html) => standIn(html, own?.html && htmlOf(own.html))),
      ...after,
    ];
  });
}

/** A text, where there is one, and the exercise after it. */
interface Stretch {
  readonly text: string;
  readonly html: RenderedPart | undefined;
  readonly exercise: RenderedPart | undefined;
}

function stretches({ parts, body }: { readonly parts: readonly RenderedPart[]; readonly body: string }): Stretch[] {
  const texts = stretchesIn(body);
  const found: Stretch[] = [];
  let html: RenderedPart | undefined;
  for (const part of parts) {
    if (part.type === 'html') html = part;
    else {
      found.push({ text: texts[found.length] ?? '', html, exercise: part });
      html = undefined;
    }
  }
  return [...found, { text: texts[found.length] ?? '', html, exercise: undefined }];
}

function htmlOf(part: RenderedPart): string {
  return part.type === 'html' ? part.html : '';
}

function inLanguage(part: RenderedPart, language: Language, shown: (html: string) => string): RenderedPart {
  return part.type === 'html' ? { type: 'html', html: `<div lang="${language}">${shown(part.html)}</div>` } : part;
}
