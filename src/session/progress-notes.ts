/** What is written down once and never taken back: when a class was earned, when the course was complete. */
import { isAnswered, note, textOf, type Answers } from '../course/answers.ts';
import type { Progress } from '../course/completion-rules.ts';

/** The notes that the progress calls for and the answers lack, as answers that say now. */
export function missingNotes(progress: Progress, answers: Answers, now: number): Record<string, string> {
  const notes = [...progress.earnedClasses].map((id) => note.earned(id));
  if (progress.complete) notes.push(note.completed);
  const said = new Date(now).toISOString();
  return Object.fromEntries(notes.filter((id) => !isAnswered(answers, id)).map((id) => [id, said]));
}

/** When a class was first earned, milliseconds since 1970; nothing where that was not noted. */
export function earnedAt(answers: Answers, classId: string): { earnedAt?: number } {
  const at = Date.parse(textOf(answers, note.earned(classId)));
  return Number.isNaN(at) ? {} : { earnedAt: at };
}
