/** The rules of course.yaml against the classes and exercises that there are. */
import type { Exercise } from '../src/course/course.ts';
import { fieldsOf } from '../src/course/fields.ts';
import { classesIn, licenceRulesOf, roleOf } from '../src/course/licence-rule.ts';
import type { ContentFile } from './content-file.ts';
import type { LanguageSources } from './course-checks.ts';
import type { CourseFile } from './course-schema.ts';
import { nearest } from './nearest.ts';
import { say } from './say.ts';
import type { YamlBlock } from './yaml-block.ts';

/** @param sources the chapters of the main language */
export function checkRules(file: ContentFile, block: YamlBlock<CourseFile>, sources: LanguageSources['sources']): void {
  if (!block.value) return;
  checkLicence(file, block, block.value);
  const exercises = sources.flatMap(({ block: chapter }) => chapter?.value?.exercises ?? []);
  // Of a chapter with mistakes the exercises are not known.
  if (sources.some(({ block: chapter }) => !chapter?.value)) return;
  block.value.classes.forEach((_, index) => checkClass(file, block, exercises, index));
}

function checkLicence(file: ContentFile, block: YamlBlock<CourseFile>, { classes, licence }: CourseFile): void {
  const ids = classes.map(({ id }) => id);
  if (!licence) {
    classes.forEach(({ id, compulsory }, index) => {
      if (compulsory !== undefined) return;
      file.mistake(
        block.place(['classes', index]),
        say`Luokalta ”${id}” puuttuu tieto, onko se pakollinen.`,
        say`Kirjoita ajokortin sääntö avaimeen ”licence”, esimerkiksi licence: A1 and A2, tai luokalle rivi ”compulsory: true” tai ”compulsory: false”.`,
      );
    });
    return;
  }
  licence.forEach(({ rule }, index) => {
    for (const id of classesIn(rule).filter((named) => !ids.includes(named))) {
      const near = nearest(id, ids);
      const all = say`Luokat ovat: ${ids.join(', ')}.`;
      file.mistake(
        block.place(['licence', index, 'rule']),
        say`Ajokortin säännössä on luokka ”${id}”, jota ei ole.`,
        near ? say`Tarkoititko ”${near}”? ${all}` : all,
      );
    }
  });
  const last = licenceRulesOf({ classes: [], licence }).at(-1)?.rule;
  classes.forEach(({ id, compulsory }, index) => {
    if (last === undefined || compulsory === undefined || compulsory === (roleOf(last, id) === 'compulsory')) return;
    file.mistake(
      block.place(['classes', index, 'compulsory']),
      compulsory
        ? say`Luokka ”${id}” on merkitty pakolliseksi, mutta ajokortin sääntö ei vaadi sitä.`
        : say`Luokka ”${id}” on merkitty valinnaiseksi, mutta ajokortin sääntö vaatii sen.`,
      say`Poista rivi ”compulsory”: kun säännöt ovat avaimessa ”licence”, sitä ei tarvita.`,
    );
  });
}

function checkClass(file: ContentFile, block: YamlBlock<CourseFile>, exercises: readonly Exercise[], index: number): void {
  const { id, earnedBy = [] } = block.value?.classes[index] ?? { id: '' };
  const own = exercises.filter(({ classes }) => classes.includes(id));
  const written = (block.raw as { readonly classes?: readonly { readonly earnedBy?: unknown }[] } | null)?.classes?.[index]?.earnedBy;
  earnedBy.forEach((rule, at) => {
    const path = ['classes', index, 'earnedBy', ...(Array.isArray(written) ? [at] : [])];
    rule.exercises?.forEach((exerciseId, place) => {
      if (own.some((exercise) => exercise.id === exerciseId)) return;
      const isKnown = exercises.some((exercise) => exercise.id === exerciseId);
      file.mistake(
        block.place([...path, 'exercises', place]),
        isKnown ? say`Tehtävä ”${exerciseId}” ei kuulu luokkaan ”${id}”.` : say`Tehtävää ”${exerciseId}” ei ole.`,
        isKnown
          ? say`Lisää ”${id}” tehtävän avaimeen ”classes”.`
          : existing(
              id,
              exerciseId,
              own.map((exercise) => exercise.id),
            ),
      );
    });
    if (rule.minimum === undefined) return;
    const asked = own.filter((exercise) => rule.exercises?.includes(exercise.id) ?? true);
    for (const exercise of asked.filter((one) => !hasOneList(one))) {
      file.mistake(
        block.place([...path, 'minimum']),
        say`Tehtävässä ”${exercise.id}” ei ole luetteloa, jonka kohdat voisi laskea.`,
        say`Poista rivi ”minimum”.`,
      );
    }
  });
}

/** What a rule may name; an exercise that was removed has to go from the rule, too. */
function existing(id: string, named: string, own: readonly string[]): string {
  const near = nearest(named, own);
  const all =
    own.length === 0
      ? say`Luokalla ”${id}” ei ole tehtäviä. Jos tehtävä on poistettu, poista se myös säännöstä.`
      : say`Luokan ”${id}” tehtävät: ${own.join(', ')}. Jos tehtävä on poistettu, poista se myös säännöstä.`;
  return near === undefined ? all : say`Tarkoititko ”${near}”? ${all}`;
}

/** It asks for one list that has to be filled: only there it is plain what is counted. */
function hasOneList(exercise: Exercise): boolean {
  return fieldsOf(exercise, { programmes: [] }).filter(({ type, required }) => type === 'list' && required).length === 1;
}
