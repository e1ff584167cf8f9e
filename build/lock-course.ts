/** What `identifiers.lock` remembers of the course itself: by which names an LMS knows it, and in which part each exercise is. */
import { chapterOf, exercisesOf, type Course } from '../src/course/course.ts';
import { shortNameOf } from '../src/course/course-identifiers.ts';
import { partIdsOf, partOfChapter } from '../src/course/course-parts.ts';
import { definitionOf } from '../src/course/fields.ts';
import type { MovedIds } from '../src/course/moved-ids.ts';
import type { ContentFile } from './content-file.ts';
import type { Identifier } from './identifiers.ts';
import type { LockLine } from './lock-lines.ts';
import type { Moves } from './moves.ts';
import { say } from './say.ts';

/** Whether a line is none of an id by which answers are found. */
export function isOfCourse(kind: Identifier['kind']): boolean {
  return kind === 'course' || kind === 'name' || kind === 'exercise';
}

/** A mistake for the id or the name of another course. */
export function checkCourse(file: ContentFile, lines: readonly LockLine[], course: Course): void {
  const now: Partial<Record<Identifier['kind'], string>> = { course: course.id, name: shortNameOf(course) };
  for (const line of lines) {
    const id = now[line.kind];
    if (id === undefined || id === line.id) continue;
    file.mistake(
      line,
      line.kind === 'course'
        ? say`Kurssin tunnus (id) oli ”${line.id}” ja on nyt ”${id}”. Oppijoiden vastaukset ja suoritukset jäisivät entiseen kurssiin.`
        : say`Kurssin lyhyt nimi (name) oli ”${line.id}” ja on nyt ”${id}”. Oppimisympäristölle paketti olisi uusi kurssi, ja suoritukset jäisivät entiseen.`,
      say`Palauta entinen tiedostoon course.yaml. Vain jos tämä on toinen kurssi, jota kukaan ei ole aloittanut, poista tämä rivi.`,
    );
  }
}

/** A mistake for each exercise that is in another part than before: a part that is taken by itself keeps its answers for itself. */
export function checkParts(file: ContentFile, lines: readonly LockLine[], course: Course, moves: Moves): void {
  const fields = lines.filter(({ kind }) => kind === 'field');
  const partIds = new Set(partIdsOf(course));
  const exercises = new Set(exercisesOf(course).map(({ id }) => id));
  for (const line of lines) {
    if (line.kind !== 'exercise' || line.removed) continue;
    // An exercise with another id is found by a question that moved along.
    const own = exercises.has(line.id)
      ? []
      : fields.filter(({ id }) => id.startsWith(`${line.id}.`)).map((field) => moves.currentOf(field));
    const now = own.map(({ id }) => exerciseOf(id)).find((id) => exercises.has(id)) ?? line.id;
    const part = partOfChapter(course, chapterOf(course, now)?.id ?? '');
    const before = moves.currentOf({ kind: 'part', id: line.type ?? '' }).id;
    // Of a part that is gone as a whole its own line tells.
    if (part === '' || part === before || !partIds.has(before)) continue;
    file.mistake(
      line,
      say`Tehtävä ”${now}” oli osassa ”${line.type ?? ''}” ja on nyt osassa ”${part}”. Kun kurssi on jaettu paketteihin (--split), oppijan vastaukset siihen jäävät entiseen pakettiin.`,
      say`Palauta tehtävä entiseen osaan, tai jos muutos on tarkoitettu, kirjoita tälle riville osan ”${line.type ?? ''}” tilalle ”${part}”.`,
    );
  }
}

/** With what an exercise notes beside its questions (`notes` of its kind), which no line of the lock names: it goes where the questions have gone. */
export function withNotes(moved: MovedIds, course: Course): MovedIds {
  const notes = exercisesOf(course).flatMap((exercise) => {
    const own = definitionOf(exercise).notes?.(exercise) ?? [];
    const here = Object.entries(moved.fields).filter(([, to]) => exerciseOf(to) === exercise.id);
    const former = new Set(here.map(([from]) => exerciseOf(from)).filter((id) => id !== exercise.id));
    return [...former].flatMap((id) => own.map((note) => [id + note.slice(exercise.id.length), note] as const));
  });
  return { ...moved, fields: { ...moved.fields, ...Object.fromEntries(notes) } };
}

/** The exercise of a field: `b.channels`. */
function exerciseOf(field: string): string {
  return field.split('.').slice(0, 2).join('.');
}
