/** Whether a translation asks the same as the original: an answer written in one language is found in the other by its id. */
import type { Exercise } from '../src/course/course.ts';
import { fieldsOf } from '../src/course/fields.ts';
import { innerOf, optionsOf, type Field } from '../src/fields/field.ts';
import type { ReadChapter } from './chapter-source.ts';
import { differentRule } from './translation-rules.ts';
import { say } from './say.ts';

const sameRule = (): string => say`Kirjoita sama kuin alkuperäisessä: säännöt ovat joka kielellä samat.`;

/** Notes in the files of `other` what differs from the chapters of the main language. */
export function checkTranslation(main: readonly ReadChapter[], other: readonly ReadChapter[]): void {
  for (const chapter of other) {
    const original = main.find((candidate) => nameOf(candidate) === nameOf(chapter));
    if (!original?.source.block || !chapter.source.block) continue;
    checkChapterId(original, chapter);
    checkFrontMatter(original, chapter);
    for (const { id } of original.source.exercises) checkExercise(id, original, chapter);
    checkAdded(original, chapter);
  }
}

function nameOf({ source }: ReadChapter): string | undefined {
  return source.file.path.split('/').at(-1);
}

/** What a chapter's mistakes are noted in. */
function noteAt({ source }: ReadChapter, key: readonly (string | number)[], what: string, next: string): void {
  if (source.block) source.file.mistake(source.block.place(key), what, next);
}

function checkChapterId({ source: original }: ReadChapter, chapter: ReadChapter): void {
  const { id } = chapter.source;
  if (id === original.id || id === undefined || original.id === undefined) return;
  noteAt(chapter, ['id'], say`Käännöksen tunnus ”${id}” on eri kuin alkuperäisen.`, say`Kirjoita id: ${original.id}`);
}

function checkFrontMatter({ source: original }: ReadChapter, { source }: ReadChapter): void {
  if (!original.block?.value || !source.block?.value) return;
  const { exercises: _there, ...there } = original.block.value;
  const { exercises: _here, ...here } = source.block.value;
  const rule = differentRule(there, here);
  if (rule) source.file.mistake({ line: 1 }, say`Käännöksessä on toinen tieto kuin alkuperäisessä: ${rule}`, sameRule());
}

/** @param id of an exercise of the original */
function checkExercise(id: string, original: ReadChapter, chapter: ReadChapter): void {
  const named = chapter.source.exercises.find((exercise) => exercise.id === id);
  if (!named) {
    noteAt(chapter, ['exercises'], say`Käännöksestä puuttuu tehtävä ”${id}”.`, say`Käännä tehtävä ja jätä tunnus ennalleen.`);
    return;
  }
  const there = original.exercises.get(id);
  const here = chapter.exercises.get(id);
  if (!there || !here) return;
  const place = ['exercises', named.index, 'id'];
  const difference = differenceOf(idsOf(there), idsOf(here));
  if (difference) {
    noteAt(
      chapter,
      place,
      say`Tehtävän ”${id}” käännöksessä on eri kohdat kuin alkuperäisessä: ${difference}`,
      say`Pidä kohdat, niiden järjestys ja tunnukset samoina kuin alkuperäisessä.`,
    );
    return;
  }
  const rule = differentRule(there, here);
  if (rule) noteAt(chapter, place, say`Tehtävän ”${id}” käännöksessä on toinen sääntö kuin alkuperäisessä: ${rule}`, sameRule());
}

/** Exercises that the original does not have. */
function checkAdded({ source: original }: ReadChapter, chapter: ReadChapter): void {
  for (const { id, index } of chapter.source.exercises) {
    if (original.exercises.some((exercise) => exercise.id === id)) continue;
    noteAt(
      chapter,
      ['exercises', index, 'id'],
      say`Alkuperäisessä osiossa ei ole tehtävää ”${id}”.`,
      say`Poista tehtävä tai lisää se myös alkuperäiseen.`,
    );
  }
}

function idsOf(exercise: Exercise): string[] {
  return fieldsOf(exercise, { programmes: [] }).flatMap(fieldIds);
}

function fieldIds(field: Field): string[] {
  return [
    field.id,
    ...innerOf(field)
      .flatMap(fieldIds)
      .map((id) => `${field.id}.${id}`),
    ...optionsOf(field).map(({ id }) => `${field.id}=${id}`),
  ];
}

function differenceOf(there: readonly string[], here: readonly string[]): string | undefined {
  const missing = there.filter((id) => !here.includes(id));
  const extra = here.filter((id) => !there.includes(id));
  if (missing.length > 0) return say`puuttuu ${missing.join(', ')}.`;
  if (extra.length > 0) return say`liikaa ${extra.join(', ')}.`;
  return there.join() === here.join() ? undefined : say`järjestys on toinen.`;
}
