/**
 * The parts of a course that can be taken by themselves, and the course as a whole: which chapters and texts are in each. A part is a course
 * like any other, so that nothing which is given one asks whether it is the whole. Pure; why the parts are cut like this:
 * `docs/decisions/parts.md`.
 */
import { exercisesOf, type Chapter, type Course, type Exercise, type LicenceClass } from './course.ts';
import { firstIdOf } from './moved-ids.ts';
import { shortNameOf } from './course-identifiers.ts';

/** What a part is called, in the course's own language. */
export interface PartNames {
  /** @param course the title of the whole @param name the title of the part's first chapter */
  title(course: string, sign: string | undefined, name: string): string;
  description(course: string, lead: string | undefined): string;
}

/** As much of a course as its content says: its settings are the same in each part. */
type Content = Pick<Course, 'id' | 'name' | 'title' | 'description' | 'classes' | 'licence' | 'validFor' | 'part' | 'chapters' | 'moved'>;

/** Texts of only one of the two, as the build marks them (`render-chapter.ts`). */
const ONLY_IN = /<!--only (whole|part)-->\n?([^]*?)<!--\/only-->\n?/g;

/** How the build marks a text that stands in only one of the two. */
export const onlyIn = { begin: (shape: string) => `<!--only ${shape}-->\n`, end: '<!--/only-->\n' } as const;

/** The course with what is said to those who take all of it. */
export function wholeOf<Own extends Content>(course: Own): Own {
  return { ...course, chapters: course.chapters.flatMap((chapter) => shaped(chapter, 'whole')) };
}

/**
 * The parts, in the order in which they are read: chapters whose exercises share a class stay together. A chapter without exercises goes with
 * the next one that has some; what is read after all exercises goes with each part.
 *
 * @param course with the texts of both shapes
 */
export function partsOf<Own extends Content>(course: Own, names: PartNames): Own[] {
  const groups = groupsOf(course.chapters);
  const homes = course.chapters.map((_, at) => {
    const next = course.chapters.slice(at).find(hasExercises);
    return next && groups.find((group) => group.includes(next));
  });
  return groups.map((group) => {
    const chapters = course.chapters.filter((_, at) => homes[at] === undefined || homes[at] === group);
    return partOf(course, { group, chapters: chapters.flatMap((chapter) => shaped(chapter, 'part')) }, names);
  });
}

/** The chapter that each part begins with. */
export function partIdsOf({ chapters }: Pick<Course, 'chapters'>): string[] {
  return groupsOf(chapters).map(([{ id }]) => id);
}

/** The id of the part that a chapter with exercises is in; `''` where there is no such chapter. */
export function partOfChapter({ chapters }: Pick<Course, 'chapters'>, chapterId: string): string {
  return groupsOf(chapters).find((group) => group.some(({ id }) => id === chapterId))?.[0].id ?? '';
}

type Group = [Chapter, ...Chapter[]];

function hasExercises(chapter: Chapter): boolean {
  return exercisesOf({ chapters: [chapter] }).length > 0;
}

/** Chapters with exercises, together where they share a class. */
function groupsOf(chapters: readonly Chapter[]): Group[] {
  let groups: Group[] = [];
  for (const chapter of chapters.filter(hasExercises)) {
    const own = classesIn([chapter]);
    const near = groups.filter((group) => [...classesIn(group)].some((id) => own.has(id)));
    const [home = [chapter], ...others] = near;
    if (near.length > 0) home.push(...others.flat(), chapter);
    groups = [...groups.filter((group) => !others.includes(group)), ...(near.length > 0 ? [] : [home])];
  }
  return groups;
}

function classesIn(chapters: readonly Chapter[]): Set<string> {
  return new Set(exercisesOf({ chapters }).flatMap(({ classes }) => classes));
}

interface Cut {
  /** The chapters with exercises. */
  readonly group: Group;
  readonly chapters: readonly Chapter[];
}

function partOf<Own extends Content>(course: Own, { group, chapters }: Cut, names: PartNames): Own {
  const { id: whole, title, licence: _licence, validFor: _validFor, ...rest } = course;
  const [{ id: first, sign, shortTitle, lead }] = group;
  const key = firstIdOf(first, course.moved);
  const ids = classesIn(group);
  const own = course.classes.filter(({ id }) => ids.has(id));
  const standIn = own.length > 0 ? undefined : signFor(course, sign ?? key);
  const there = new Set(chapters.map(({ id }) => id));
  const elsewhere = new Set(course.chapters.map(({ id }) => id).filter((id) => !there.has(id)));
  const classes: LicenceClass[] = standIn === undefined ? [...own] : [{ id: standIn, title: shortTitle, compulsory: true }];
  return {
    ...rest,
    id: `${whole}${PART_PATH}${key}`,
    name: `${shortNameOf(course)}-${key}`,
    title: names.title(title, sign, shortTitle),
    description: names.description(title, lead),
    part: { of: whole, key, ...(standIn === undefined ? {} : { sign: standIn }) },
    // Without a rule of its own all compulsory classes together complete a course.
    classes: classes.map((one) => ({ ...one, compulsory: true })),
    chapters: chapters.map((chapter) => changed(chapter, elsewhere, standIn)),
  } as unknown as Own;
}

/** Stands between the whole's id and a part's key in the part's own id. */
export const PART_PATH = '/osa/';

/** A sign for exercises of no class, by which they are completed all the same; never that of a class. */
function signFor({ classes }: Pick<Course, 'classes'>, wish: string): string {
  const plain = wish.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const sign = /^[A-Z]/.test(plain) ? plain : `P${plain}`;
  return classes.some(({ id }) => id === sign) ? signFor({ classes }, `${sign}X`) : sign;
}

/** Without links that lead elsewhere, and with a stand-in for the class that its exercises lack. */
function changed(chapter: Chapter, elsewhere: ReadonlySet<string>, standIn: string | undefined): Chapter {
  return {
    ...chapter,
    parts: chapter.parts.map((part) => {
      if (part.type === 'html') return { ...part, html: withoutLinks(part.html, elsewhere) };
      const { exercise } = part;
      const classes = standIn === undefined ? exercise.classes : [standIn];
      return { ...part, exercise: { ...exercise, classes, task: withoutLinks(exercise.task, elsewhere) } as Exercise };
    }),
  };
}

/** What leads into a chapter that is not there stays as text. */
function withoutLinks(html: string, elsewhere: ReadonlySet<string>): string {
  return html.replace(/<a href="#([^"/]+)[^"]*">([^]*?)<\/a>/g, (link, chapter: string, text: string) =>
    elsewhere.has(chapter) ? text : link,
  );
}

/** A chapter as it stands in one of the two; none where nothing of it does. */
function shaped(chapter: Chapter, shape: 'whole' | 'part'): Chapter[] {
  const parts = chapter.parts.flatMap((part) => {
    if (part.type === 'exercise' || !part.html.includes('<!--only ')) return [part];
    const html = part.html.replace(ONLY_IN, (_, only: string, text: string) => (only === shape ? text : '')).trim();
    return html === '' ? [] : [{ ...part, html }];
  });
  return parts.length === 0 ? [] : [{ ...chapter, parts }];
}
