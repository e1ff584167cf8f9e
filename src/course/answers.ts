/**
 * What a learner has written. Every answer is a string under a field id, with the time of its last change, and nothing
 * else: lists, trees and choices are made of such fields too (`list-items.ts`). Two copies of a learner's work are
 * therefore always merged in the same way, field by field.
 */

/** Readable and never changing: `b.channels.phone.skill`. Ids that begin with `@` are the course's own notes. */
export type FieldId = string;

export interface Answer {
  /** `''` for an emptied field. */
  readonly text: string;
  /** When it was last changed: milliseconds since 1970, whole seconds after a trip through an LMS. */
  readonly at: number;
}

export type Answers = ReadonlyMap<FieldId, Answer>;

/** Changed fields with their new texts. */
export type AnswerChanges = Readonly<Record<FieldId, string>>;

/** The text of a field; `''` where nothing was ever written. */
export function textOf(answers: Answers, id: FieldId): string {
  return answers.get(id)?.text ?? '';
}

/** True where there is more than white space: an empty answer never counts as given. */
export function isAnswered(answers: Answers, id: FieldId): boolean {
  return textOf(answers, id).trim() !== '';
}

/** Something is written in an exercise. */
export function hasAnswers(answers: Answers, exerciseId: string): boolean {
  for (const [id, { text }] of answers) if (id.startsWith(`${exerciseId}.`) && text.trim() !== '') return true;
  return false;
}

/** The picked option ids of a choice with several answers, in the order of picking. */
export function pickedOf(answers: Answers, id: FieldId): string[] {
  return textOf(answers, id).split(' ').filter(Boolean);
}

/** The course's own notes in the learner's state. */
export const note = {
  /** Where the learner was: a deep link such as `b/b.channels`. */
  place: '@place',
  /** When the LMS could first be told that the course is complete: an ISO date and time. */
  completed: '@completed',
  /** With `completeWhen: learner`: when she said that she is ready. */
  ready: '@ready',
  /** State that could not be read, carried along where this browser could not keep it: what is saved next stands in its place. */
  unreadable: '@unreadable',
  /** Where completion wipes the answers: `file` or `none`, as the learner chose before it was told. */
  copy: '@copy',
  /** The test of saving (`storage-test.ts`): when it began, its text, and when the course was left by its own button. */
  test: '@test',
  testText: '@test.text',
  testExit: '@test.exit',
  /** The name on her card, where no LMS gives one. */
  holder: '@holder',
  /** The learner wants to see all steps of the exercises at once. */
  allSteps: '@all',
  /** Where only one has room, the learner looks at the picture of the map rather than at its list. */
  mapShown: '@map',
  /** The language that she has chosen: `sv`. */
  language: '@language',
  /** Opens what browsers keep of her work between sessions (`sealed-copy.ts`): 22 letters, made once. */
  key: '@key',
  /** In an LMS alone: which browsers' saves are in its state (`late-receipts.ts`). */
  saves: '@saves',
  /** When a class was earned; never taken back. */
  earned: (classId: string): FieldId => `@earned.${classId}`,
  /** When a class was earned according to a file that the learner has taken in. */
  filed: (classId: string): FieldId => `@filed.${classId}`,
} as const;
