/** What is written down once and never taken back: when a class was earned, when the course was complete. */
import { isAnswered, note, textOf, type Answers } from '../course/answers.ts';
import type { Progress } from '../course/completion-rules.ts';
import type { ClassStatus } from '../tracking/tracker.ts';

/** The notes that the progress calls for and the answers lack. What a file says stays marked as that: the course does not vouch for it. */
export function missingNotes({ earned, complete }: Progress, answers: Answers, now: number): Record<string, string> {
  const notes = [...earned].flatMap(([id, { at, fromFile }]) => (fromFile ? [] : [[note.earned(id), at] as const]));
  if (complete) notes.push([note.completed, now]);
  return Object.fromEntries(notes.filter(([id]) => !isAnswered(answers, id)).map(([id, at]) => [id, new Date(at).toISOString()]));
}

/** When a class was earned by what the course has seen, and else by the learner's file; milliseconds since 1970, nothing where that was not noted. */
export function earnedAt(answers: Answers, classId: string): Pick<ClassStatus, 'earnedAt' | 'fromFile'> {
  const [own, filed] = [note.earned(classId), note.filed(classId)].map((id) => Date.parse(textOf(answers, id)));
  if (own !== undefined && !Number.isNaN(own)) return { earnedAt: own };
  if (filed === undefined || Number.isNaN(filed)) return {};
  return { earnedAt: filed, fromFile: true };
}
