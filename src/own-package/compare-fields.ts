/** What an update changes in questions that stay: who reads their answers, whether they are needed, and how long an answer may be. Pure. */
import type { FieldId } from '../course/answers.ts';
import type { Course } from '../course/course.ts';
import { fieldsByLockId } from '../course/fields.ts';
import type { CourseContent } from '../course/settings.ts';

/**
 * unveiled: answers that were private, also those written before, go into reports; required: a question that was optional is needed; shortened:
 * an answer may be shorter than before, so a longer one in a learner's file is not taken in.
 */
export type FieldChange = 'unveiled' | 'required' | 'shortened';

type Fields = ReturnType<typeof fieldsByLockId>;
type Field = Fields extends ReadonlyMap<FieldId, infer F> ? F : never;

/** @param movedTo the id that a field of the older course has in the newer one */
export function compareFields(
  before: CourseContent,
  after: CourseContent,
  movedTo: (id: FieldId) => FieldId,
): readonly { readonly kind: FieldChange; readonly ids: readonly FieldId[] }[] {
  const [past, current] = [before, after].map((content) => fieldsByLockId(content as unknown as Course)) as [Fields, Fields];
  const kept = [...past].flatMap(([id, old]) => {
    const now = current.get(movedTo(id));
    return now ? [{ id, old, now }] : [];
  });
  const changes: Readonly<Record<FieldChange, (old: Field, now: Field) => boolean>> = {
    unveiled: (old, now) => old.private && !now.private,
    required: (old, now) => !old.required && now.required,
    shortened: (old, now) => longest(now) < longest(old),
  };
  return (Object.keys(changes) as FieldChange[]).flatMap((kind) => {
    const ids = kept.filter(({ old, now }) => changes[kind](old, now)).map(({ id }) => id);
    return ids.length === 0 ? [] : [{ kind, ids }];
  });
}

/** Letters; a field whose answer is no text of the learner's has no limit of its own. */
function longest(field: Field): number {
  return field.type === 'text' ? field.maxLength : Infinity;
}
