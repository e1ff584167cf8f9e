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
  for (const { source, exercises } of other) {
    const name = source.file.path.split('/').at(-1);
    const original = main.find((chapter) => chapter.source.file.path.split('/').at(-1) === name);
    if (!original || !source.block || !original.source.block) continue;
    const { file, block } = source;
    if (source.id !== original.source.id && original.source.id !== undefined && source.id !== undefined) {
      file.mistake(
        block.place(['id']),
        say`Käännöksen tunnus ”${source.id}” on eri kuin alkuperäisen.`,
        say`Kirjoita id: ${original.source.id}`,
      );
    }
    const { exercises: _there, ...frontThere } = original.source.block.value ?? {};
    const { exercises: _here, ...frontHere } = block.value ?? {};
    const frontRule = differentRule(frontThere, frontHere);
    if (frontRule && original.source.block.value && block.value) {
      file.mistake({ line: 1 }, say`Käännöksessä on toinen tieto kuin alkuperäisessä: ${frontRule}`, sameRule());
    }
    for (const { id } of original.source.exercises) {
      const named = source.exercises.find((exercise) => exercise.id === id);
      if (!named) {
        file.mistake(block.place(['exercises']), say`Käännöksestä puuttuu tehtävä ”${id}”.`, say`Käännä tehtävä ja jätä tunnus ennalleen.`);
        continue;
      }
      const there = original.exercises.get(id);
      const here = exercises.get(id);
      const difference = there && here ? differenceOf(idsOf(there), idsOf(here)) : undefined;
      if (difference) {
        file.mistake(
          block.place(['exercises', named.index, 'id']),
          say`Tehtävän ”${id}” käännöksessä on eri kohdat kuin alkuperäisessä: ${difference}`,
          say`Pidä kohdat, niiden järjestys ja tunnukset samoina kuin alkuperäisessä.`,
        );
        continue;
      }
      const rule = there && here ? differentRule(there, here) : undefined;
      if (rule) {
        file.mistake(
          block.place(['exercises', named.index, 'id']),
          say`Tehtävän ”${id}” käännöksessä on toinen sääntö kuin alkuperäisessä: ${rule}`,
          sameRule(),
        );
      }
    }
    for (const { id, index } of source.exercises) {
      if (original.source.exercises.some((exercise) => exercise.id === id)) continue;
      file.mistake(
        block.place(['exercises', index, 'id']),
        say`Alkuperäisessä osiossa ei ole tehtävää ”${id}”.`,
        say`Poista tehtävä tai lisää se myös alkuperäiseen.`,
      );
    }
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
