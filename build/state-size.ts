/**
 * How long the state of a learner gets, from the lengths of the content's fields and from what the state's codec makes of Finnish: nobody has to
 * try it out. Said beside the least that an LMS holds (SCORM 1.2 RTE, 3.4.4: 4,096 characters), for whoever asks whether the course fits theirs.
 */
import { exercisesOf, type Course } from '../src/course/course.ts';
import { fieldsOf } from '../src/course/fields.ts';
import { licenceRuleOf, roleOf } from '../src/course/licence-rule.ts';
import { innerOf, isComposite, lettersOf, type Field } from '../src/fields/field.ts';

/** Measured on natural Finnish answers that the codec has not seen (tests/tracking/state/codec-figures.ts): characters of the packed state for a letter and for a field with its time. */
export const PACKED = { letter: 0.45, field: 2.6, item: 3 } as const;
const LEAST_STATE = 4_096;
/** Characters of what the course itself notes: days, her place, the order of what was reported. */
const NOTES = 200;
/** Letters of a text as people write them, and of one who has much to say. */
const USUAL_LETTERS = 260;
const MANY_LETTERS = 500;

interface Size {
  readonly fields: number;
  readonly letters: number;
  readonly items: number;
}

/** Lines for the build to print: what a learner's state takes who has the licence, and who has done every exercise; of one who writes much, too. */
export function describeStateSize(course: Course): string[] {
  const all = exercisesOf(course);
  const rule = licenceRuleOf(course);
  const needed = all.filter(({ classes }) => classes.length > 0 && roleOf(rule, ...classes) === 'compulsory');
  const size = (exercises: typeof all, letters: number): string =>
    packedLength(
      sizeOf(
        exercises.flatMap((exercise) => fieldsOf(exercise, course)),
        letters,
      ),
    ).toLocaleString('en-GB');
  const sizes = (exercises: typeof all): string =>
    `about ${size(exercises, USUAL_LETTERS)}, with ${MANY_LETTERS} letters in each text ${size(exercises, MANY_LETTERS)}`;
  return [
    `What the LMS keeps for a learner, in characters (each holds ${LEAST_STATE.toLocaleString('en-GB')}, Moodle 64,000):`,
    `  with the licence: ${sizes(needed)}`,
    `  with every exercise done: ${sizes(all)}. What does not fit goes where "overflow" in course.yaml says.`,
  ];
}

/** What has to be filled in, and no more. @param letters of each text, as far as its field takes them */
export function sizeOf(fields: readonly Field[], letters: number): Size {
  return fields
    .filter(({ required }) => required)
    .map((field) => sizeOfField(field, letters))
    .reduce((sum, one) => ({ fields: sum.fields + one.fields, letters: sum.letters + one.letters, items: sum.items + one.items }), {
      fields: 0,
      letters: 0,
      items: 0,
    });
}

function sizeOfField(field: Field, letters: number): Size {
  if (!isComposite(field)) return { fields: 1, letters: lettersOf(field, letters), items: 0 };
  const own = innerOf(field).filter(({ required }) => required);
  const items = 'minimum' in field ? field.minimum : 1;
  return { fields: items * (own.length + 1), letters: items * own.reduce((sum, each) => sum + lettersOf(each, letters), 2), items };
}

/** @returns characters, in hundreds */
function packedLength({ fields, letters, items }: Size): number {
  return Math.ceil((NOTES + letters * PACKED.letter + fields * PACKED.field + items * PACKED.item) / 100) * 100;
}
