/**
 * How long the state of a learner can get who fills in everything, and which LMS settings hold it. From the lengths of the content's fields and
 * from what the state's codec makes of Finnish: nobody has to try it out with forty thousand letters.
 * The settings are those of the tables in `src/simulator/lms/`.
 */
import type { Course } from '../src/course/course.ts';
import { allFieldsOf } from '../src/course/fields.ts';
import { innerOf, isComposite, lettersOf, type Field } from '../src/fields/field.ts';
import { MOST_PAGES, PAGE_TEXT } from '../src/tracking/scorm/objective-page-format.ts';
import { grouped, say } from './say.ts';

/** Measured on natural Finnish answers that the codec has not seen (tests/tracking/state/codec-figures.ts): characters of the packed state for a letter and for a field with its time. */
export const PACKED = { letter: 0.45, field: 2.6, item: 3 } as const;
const USUAL_ITEMS = 6;

interface Size {
  readonly fields: number;
  readonly letters: number;
  readonly items: number;
}

interface Holder {
  readonly title: () => string;
  readonly length: number;
}

const HOLDERS: readonly Holder[] = [
  { title: () => say`SCORM 1.2, 4 096 merkkiä (ILIAS oletuksena, Moodlen standarditila), ilman lisäsivuja`, length: 4_096 },
  { title: () => say`SCORM 1.2, 4 096 merkkiä, lisäsivujen kanssa`, length: 4_096 + (MOST_PAGES / 2) * PAGE_TEXT },
  { title: () => say`SCORM 2004, 3rd Edition, 4 000 merkkiä`, length: 4_000 },
  { title: () => say`Moodle oletuksena, ILIAS ilman tarkistusta, Chamilo, Open edX, OpenOlat, SCORM 2004, 4th Edition`, length: 50_000 },
];

/** Lines for the build to print: the usual and the largest state of this course, and where each fits. */
export function describeStateSize(course: Course): string[] {
  const usual = packedLength(sizeOf(course, false));
  const largest = sizeOf(course, true);
  const worst = packedLength(largest);
  return [
    say`Oppijan tila: tavallisesti noin ${grouped(usual)} merkkiä, enintään ${grouped(worst)} (${grouped(largest.fields)} kenttää, ${grouped(largest.letters)} kirjainta).`,
    ...HOLDERS.map(({ title, length }) => `  ${fit(usual, worst, length)}: ${title()}`),
  ];
}

/** Fields, items and letters of all exercises; at most, or as people usually write. */
export function sizeOf(course: Course, largest: boolean): Size {
  return allFieldsOf(course)
    .map((field) => sizeOfField(field, largest))
    .reduce(
      (sum, { fields, letters, items }) => ({ fields: sum.fields + fields, letters: sum.letters + letters, items: sum.items + items }),
      {
        fields: 0,
        letters: 0,
        items: 0,
      },
    );
}

function sizeOfField(field: Field, largest: boolean): Size {
  if (!isComposite(field)) return { fields: 1, letters: lettersOf(field, largest), items: 0 };
  const own = innerOf(field);
  const items = largest ? field.maximum : Math.min(field.maximum, USUAL_ITEMS);
  return { fields: items * (own.length + 1), letters: items * own.reduce((sum, each) => sum + lettersOf(each, largest), 2), items };
}

function packedLength({ fields, letters, items }: Size): number {
  return Math.ceil((letters * PACKED.letter + fields * PACKED.field + items * PACKED.item) / 100) * 100;
}

function fit(usual: number, worst: number, length: number): string {
  if (worst <= length) return say`mahtuu aina`;
  return usual <= length ? say`mahtuu tavallisesti` : say`ei mahdu`;
}
