/** What only shows when the files are seen together: ids, classes, links, places of exercises. */
import type { Exercise } from '../src/course/course.ts';
import { fieldsOf } from '../src/course/fields.ts';
import type { Field } from '../src/fields/field.ts';
import { MOST_CLASSES } from '../src/course/course-identifiers.ts';
import type { ChapterSource } from './chapter-source.ts';
import type { ContentFile } from './content-file.ts';
import type { CourseFile } from './course-schema.ts';
import { nearest } from './nearest.ts';
import type { RenderedPart } from './render-chapter.ts';
import type { YamlBlock } from './yaml-block.ts';
import { say } from './say.ts';

/** The chapters of one language. */
export interface LanguageSources {
  readonly sources: readonly ChapterSource[];
  /** Every chapter that course.yaml names was found. */
  readonly whole: boolean;
}

/** Pages that the shell adds to the chapters; links may lead to them and no chapter may have their ids. */
export const shellPages = ['kansi', 'ajokortti', 'tyokirja', 'tekniset-tiedot', 'saannot', 'saavutettavuus', 'tietosuoja'];

/** Ids of chapters, of exercises and inside exercises. */
export function checkChapters(sources: readonly ChapterSource[]): void {
  const chapters = new Map<string, string>();
  const exercises = new Map<string, string>();
  for (const { file, block, id, exercises: named } of sources) {
    if (!block) continue;
    if (id !== undefined) {
      const other = chapters.get(id) ?? (shellPages.includes(id) ? say`kurssin oma sivu` : undefined);
      if (other) file.mistake(block.place(['id']), say`Osion tunnus ”${id}” on jo käytössä (${other}).`, say`Keksi osiolle oma tunnus.`);
      chapters.set(id, file.path);
    }
    for (const { id: exerciseId, index } of named) {
      const other = exercises.get(exerciseId);
      const place = block.place(['exercises', index, 'id']);
      if (other) file.mistake(place, say`Tehtävän tunnus ”${exerciseId}” on jo käytössä (${other}).`, say`Keksi tehtävälle oma tunnus.`);
      if (block.value?.tomorrow && exerciseId === `${block.value.id}.${block.value.tomorrow.id}`) {
        file.mistake(place, say`Tunnus ”${exerciseId}” on varattu osion kysymykselle ”tomorrow”.`, say`Keksi tehtävälle oma tunnus.`);
      }
      exercises.set(exerciseId, file.path);
    }
    if (checkListIds(file, block, block.raw, [])) continue;
    (block.value?.exercises ?? []).forEach((exercise, index) => checkFieldIds(file, block, exercise, index));
  }
  checkReferences(sources, [...exercises.keys()]);
}

/** Exercises that are made of the answers of another (`answersOf`). */
function checkReferences(sources: readonly ChapterSource[], known: readonly string[]): void {
  for (const { file, block } of sources) {
    (block?.value?.exercises ?? []).forEach((exercise, index) => {
      const of = 'answersOf' in exercise ? exercise.answersOf : undefined;
      if (!block || of === undefined || known.includes(of)) return;
      const near = nearest(of, known);
      file.mistake(
        block.place(['exercises', index, 'answersOf']),
        say`Tehtävää ”${of}” ei ole.`,
        near ? say`Tarkoititko ”${near}”?` : say`Kurssin tehtävät: ${known.join(', ')}.`,
      );
    });
  }
}

/** Two items of one list with the same id. @returns true where there are some */
function checkListIds(file: ContentFile, block: YamlBlock<unknown>, value: unknown, path: readonly PropertyKey[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  let found = false;
  if (Array.isArray(value) && path.at(-1) !== 'exercises') {
    const seen = new Set<string>();
    value.forEach((item: unknown, index) => {
      const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
      if (typeof id !== 'string') return;
      if (seen.has(id)) {
        found = true;
        file.mistake(
          block.place([...path, index, 'id']),
          say`Tunnus ”${id}” on tässä luettelossa kahdesti.`,
          say`Anna jokaiselle kohdalle oma tunnus.`,
        );
      }
      seen.add(id);
    });
  }
  for (const [key, inner] of Object.entries(value)) {
    if (checkListIds(file, block, inner, [...path, Array.isArray(value) ? Number(key) : key])) found = true;
  }
  return found;
}

/** Ids that are apart in their lists but meet as fields: steps of two phases, a question named as a field of the exercise. */
function checkFieldIds(file: ContentFile, block: YamlBlock<unknown>, exercise: Exercise, index: number): void {
  const seen = new Set<string>();
  const doubled: string[] = [];
  const fields = fieldsOf(exercise, { programmes: [] });
  for (const { id } of fields) {
    // A step brings its marks along: its own id says it all.
    if (seen.has(id) && !doubled.some((other) => id === other || id.startsWith(`${other}.`))) {
      doubled.push(id);
      const local = id.slice(exercise.id.length + 1);
      file.mistake(
        block.place([...lastWithId(local, block.raw, ['exercises', index]), 'id']),
        say`Tehtävässä syntyy kaksi vastausta, joiden tunnus on ”${id}”.`,
        say`Vaihda toiselle kohdalle muu tunnus kuin ”${local}”.`,
      );
    }
    seen.add(id);
  }
}

/** The path of the last item with this id under `path`; `path` itself where there is none. */
function lastWithId(id: string, raw: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  const within = (value: unknown, at: readonly (string | number)[]): (readonly (string | number)[])[] => {
    if (typeof value !== 'object' || value === null) return [];
    const inside = Object.entries(value).flatMap(([key, inner]) => within(inner, [...at, Array.isArray(value) ? Number(key) : key]));
    return 'id' in value && value.id === id ? [at, ...inside] : inside;
  };
  const start = path.reduce((value: unknown, step) => (value as Partial<Record<string | number, unknown>> | undefined)?.[step], raw);
  return within(start, path).at(-1) ?? path;
}

/** Classes that no exercise earns, and exercises for classes that are not there. */
export function checkClasses(courseFile: ContentFile, course: YamlBlock<CourseFile>, { sources, whole }: LanguageSources): void {
  const raw = (course.raw as Partial<Record<string, unknown>> | null | undefined)?.['classes'];
  if (!Array.isArray(raw)) return;
  checkListIds(courseFile, course, course.raw, []);
  const classes = raw.map((entry: unknown) => (typeof entry === 'object' && entry !== null && 'id' in entry ? String(entry.id) : ''));
  if (classes.length > MOST_CLASSES) {
    courseFile.mistake(
      course.place(['classes', MOST_CLASSES]),
      say`Luokkia on ${String(classes.length)}, mutta oppimisympäristöön voi ilmoittaa enintään ${String(MOST_CLASSES)}.`,
      say`Yhdistä luokkia tai poista niitä niin, että jäljelle jää enintään ${String(MOST_CLASSES)}.`,
    );
  }
  const earned = new Set<string>();
  for (const { file, block, exercises } of sources) {
    for (const { index, classes: own } of exercises) {
      own.forEach((id, position) => {
        earned.add(id);
        if (!block || classes.includes(id)) return;
        const near = nearest(id, classes);
        const all = say`Luokat ovat tiedostossa course.yaml: ${classes.join(', ')}.`;
        file.mistake(
          block.place(['exercises', index, 'classes', position]),
          say`Luokkaa ”${id}” ei ole.`,
          near ? say`Tarkoititko ”${near}”? ${all}` : all,
        );
      });
    }
  }
  // Where a chapter could not be read, its exercises are unknown, and the class may well have one.
  if (!whole || sources.some(({ block }) => block?.raw === undefined)) return;
  classes.forEach((id, index) => {
    if (id === '' || earned.has(id)) return;
    courseFile.mistake(
      course.place(['classes', index]),
      say`Luokalla ”${id}” ei ole tehtävää, joten sitä ei voi suorittaa.`,
      say`Lisää ”${id}” jonkin tehtävän avaimeen ”classes” tai poista luokka.`,
    );
  });
}

/** Questions with nothing to choose: their exercise could never be done. Training programmes stand in course.yaml, so this is seen here only. */
export function checkChoices({ sources }: LanguageSources, course: Pick<CourseFile, 'programmes'>): void {
  const programmes = course.programmes.map(({ id, link }) => ({ id, link, title: id }));
  for (const { file, block } of sources) {
    (block?.value?.exercises ?? []).forEach((exercise, index) => {
      const asked = fieldsOf(exercise, { programmes }).flatMap((field): readonly Field[] =>
        field.type === 'list' ? field.fields : [field],
      );
      for (const field of asked) {
        if (field.type !== 'choice' || field.options.length > 0 || !block) continue;
        file.mistake(
          block.place(['exercises', index]),
          say`Kysymyksessä ”${field.label}” ei ole mitään valittavaa.`,
          say`Kirjoita vaihtoehdot: treeniohjelmat tiedoston course.yaml avaimeen ”programmes”, luokat tehtävän avaimeen ”classes”.`,
        );
      }
    });
  }
}

/** Every exercise of a chapter stands in its text exactly once. */
export function checkPlacement(source: ChapterSource, parts: readonly RenderedPart[]): void {
  const { file, block, exercises } = source;
  if (!block || source.bodyStart === undefined) return;
  const placed = new Set<string>();
  const known = exercises.map(({ id }) => id);
  for (const part of parts) {
    if (part.type !== 'exercise' || part.id === '') continue;
    if (placed.has(part.id)) {
      file.mistake(part.place, say`Tehtävä ”${part.id}” on tekstissä kahdesti.`, say`Poista toinen ::: exercise -rivi.`);
    } else if (!known.includes(part.id) && block.raw !== undefined) {
      const near = nearest(part.id, known);
      file.mistake(
        part.place,
        say`Tehtävää ”${part.id}” ei ole tämän tiedoston alkuosassa.`,
        near ? say`Tarkoititko ”${near}”?` : say`Lisää tehtävä avaimeen ”exercises” tai poista rivi.`,
      );
    }
    placed.add(part.id);
  }
  for (const { id, index } of exercises) {
    if (placed.has(id)) continue;
    file.mistake(
      block.place(['exercises', index, 'id']),
      say`Tehtävää ”${id}” ei ole sijoitettu tekstiin.`,
      say`Kirjoita tekstiin kohtaan, jossa tehtävä tehdään, oma rivi: ::: exercise ${id}`,
    );
  }
}
