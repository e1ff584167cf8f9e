import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { ContentFile } from '../../build/content-file.ts';
import { checkIdentifiers, completedLock, lostIdentifiers, LOCK_FILE } from '../../build/identifiers-lock.ts';
import { identifiersOf } from '../../build/identifiers.ts';
import { readCourse } from '../../build/read-course.ts';
import { partsOf } from '../../src/course/course-parts.ts';
import { fieldsOf } from '../../src/course/fields.ts';
import { exercisesOf, type Course } from '../../src/course/course.ts';

const course = await readCourse('content');
const lock = await readFile(`content/${LOCK_FILE}`, 'utf8');

function mistakesIn(text: string, of = course): string[] {
  const file = new ContentFile(LOCK_FILE, text);
  checkIdentifiers(file, of);
  return file.mistakes.map(({ line, what, instead }) => `${line}: ${what} → ${instead}`);
}

describe('the identifiers of the course', () => {
  test('are all in the lock, and none of an earlier release is lost', () => {
    expect(completedLock(lock, course)).toBeUndefined();
    expect(mistakesIn(lock)).toEqual([]);
  });

  test('that are reported have letters, digits, underscores and dots only (Moodle’s SCORM 2004: ^[\\w.]{1,250}$)', () => {
    const ids = identifiersOf(course)
      .filter(({ id }) => !id.includes('*'))
      .flatMap(({ id }) => id.split(' '));
    expect(ids.filter((id) => !/^[\w.]{1,250}$/.test(id))).toEqual([]);
    expect(ids.length).toBeGreaterThan(200);
  });

  test('cover every field', () => {
    const known = new Set(identifiersOf(course).map(({ id }) => id));
    const fields = exercisesOf(course).flatMap((exercise) => fieldsOf(exercise, course));
    expect(fields.filter(({ id }) => !known.has(id))).toEqual([]);
  });

  test('those that 1.0.0 had with a hyphen are found under their names of now', () => {
    expect(course.moved.fields['b.channels.phone.skill-note']).toBe('b.channels.phone.skill_note');
    expect(course.moved.fields['b.channels.other.*.presence-note']).toBe('b.channels.other.*.presence_note');
    expect(course.moved.options['a.training.programme']).toEqual({ 'programme-1': 'programme_1', 'programme-2': 'programme_2' });
    expect(course.moved.options['p.guide.act']).toEqual({ 'reaching-out': 'reaching_out', 'added-value': 'added_value' });
  });
});

test('a chapter that joins another part by a class of it is said to have joined, not to be gone', () => {
  const file = new ContentFile(LOCK_FILE, lock);
  const joined: Course = {
    ...course,
    chapters: course.chapters.map((chapter) => ({
      ...chapter,
      parts: chapter.parts.map((part) =>
        part.type === 'exercise' && part.exercise.classes.includes('B')
          ? { ...part, exercise: { ...part.exercise, classes: [...part.exercise.classes, 'A1'] } }
          : part,
      ),
    })),
  };
  checkIdentifiers(file, joined);
  expect(file.mistakes.map(({ what, instead }) => `${what} → ${instead}`)).toEqual([
    expect.stringMatching(/^Osio ”b” kuuluu nyt samaan osaan kuin toinen osio.* → Palauta tehtävien luokat .*removed\.$/),
  ]);
});

/** The course in which the exercises of each part stand in a chapter of another id, or in another order. */
function withChapters(change: (chapters: Course['chapters']) => Course['chapters']): Course {
  return { ...course, chapters: change(course.chapters) };
}

/** A new chapter with a copy of one exercise, before the chapter that it shares a class with. */
const begunAnew = withChapters((chapters) =>
  chapters.flatMap((chapter) => {
    if (chapter.id !== 'b') return [chapter];
    const parts = chapter.parts.flatMap((part) =>
      part.type === 'exercise' && part.exercise.id === 'b.colleague'
        ? [{ ...part, exercise: { ...part.exercise, id: 'uusi.colleague' } }]
        : [],
    );
    return [{ ...chapter, id: 'uusi', parts }, chapter];
  }),
);

describe('a part that begins with another chapter than before', () => {
  test('stops the build: its package would be a new course to an LMS', () => {
    expect(mistakesIn(lock, begunAnew)).toEqual([
      expect.stringMatching(
        /^\d+: Osa, joka alkoi osiosta ”b”, alkaa nyt osiosta ”uusi”.* → Lisää tämän rivin alle rivi: part uusi movedFrom b$/,
      ),
    ]);
  });

  test('keeps its key by that line, and is never taken for one that was removed', () => {
    const file = new ContentFile(LOCK_FILE, lock.replace('part b\n', 'part b\npart uusi movedFrom b\n'));
    expect(checkIdentifiers(file, begunAnew).parts).toEqual({ uusi: 'b' });
    expect(file.mistakes).toEqual([]);
    expect(lostIdentifiers(lock, begunAnew)).toEqual([]);
  });
});

describe('an exercise that is in another part than before', () => {
  const toC = (id: string): Course =>
    withChapters((chapters) => {
      const moved = chapters.flatMap(({ parts }) => parts.filter((part) => part.type === 'exercise' && part.exercise.id === 'b.channels'));
      const renamed = moved.map((part) =>
        part.type === 'exercise' ? { ...part, exercise: { ...part.exercise, id, classes: ['C'] } as typeof part.exercise } : part,
      );
      return chapters.map((chapter) => ({
        ...chapter,
        parts: chapter.id === 'c' ? [...chapter.parts, ...renamed] : chapter.parts.filter((part) => !moved.includes(part)),
      }));
    });

  test('stops the build: a part that is taken by itself keeps its answers for itself', () => {
    expect(mistakesIn(lock, toC('b.channels'))).toEqual([
      expect.stringMatching(
        /^\d+: Tehtävä ”b\.channels” oli osassa ”b” ja on nyt osassa ”c”.* kirjoita tälle riville osan ”b” tilalle ”c”\.$/,
      ),
    ]);
    expect(mistakesIn(lock.replace('exercise b.channels b', 'exercise b.channels c'), toC('b.channels'))).toEqual([]);
  });

  test('is found there also under another id', () => {
    const moves = lock
      .split('\n')
      .flatMap((line) => (/^field b\.channels\.[^*]*$/.test(line) ? line.replace(/ movedFrom.*/, '') : []))
      .map((line) => `${line.replace(' b.', ' c.')} movedFrom ${line.split(' ')[1] ?? ''}`);
    const file = new ContentFile(LOCK_FILE, `${lock}${moves.join('\n')}\n`);
    // What it notes beside its questions goes along.
    expect(checkIdentifiers(file, toC('c.channels')).fields['b.channels.done_before']).toBe('c.channels.done_before');
    expect(mistakesIn(file.text, toC('c.channels'))).toEqual([
      expect.stringContaining('Tehtävä ”c.channels” oli osassa ”b” ja on nyt osassa ”c”'),
    ]);
  });
});

test.each([
  [
    'id',
    { id: 'https://esimerkki.fi/toinen' },
    'Kurssin tunnus (id) oli ”https://akepike.fi/aspa-ajokortti” ja on nyt ”https://esimerkki.fi/toinen”',
  ],
  ['name', { name: 'toinen' }, 'Kurssin lyhyt nimi (name) oli ”aspa-ajokortti” ja on nyt ”toinen”'],
])('another %s of the course stops the build: learners’ work would stay with the course before', (_key, other, words) => {
  expect(mistakesIn(lock, { ...course, ...other })).toEqual([expect.stringContaining(words)]);
});

test('an id that is there again after it was removed may be another question: the advice says what that would do', () => {
  const removed = lock.replace('field b.channels.help text', 'field b.channels.help text removed');
  expect(mistakesIn(removed)).toEqual([
    expect.stringMatching(/sana removed: vanhat vastaukset näkyvät taas\. Jos se on toinen, anna sille uusi tunnus\.$/),
  ]);
});

describe('a question that is private', () => {
  const secret = identifiersOf(course).filter(({ isPrivate }) => isPrivate);
  const open = identifiersOf(course).filter(({ kind, type, isPrivate }) => kind === 'field' && type === 'text' && !isPrivate);

  test('is known to be so, also in a lock that did not know it', () => {
    expect(secret.length).toBeGreaterThan(5);
    for (const { id } of secret) expect(lock).toMatch(new RegExp(`^field ${id.replace(/[.*]/g, '\\$&')} \\w+ private`, 'm'));
    const older = lock.replace(/ private(?= |$)/gm, '');
    expect(older).not.toBe(lock);
    expect(completedLock(older, course)).toBe(lock);
  });

  test('and is not any more stops the build, since what was written for oneself alone would be reported', () => {
    const [{ id = '' } = {}] = open;
    const known = lock.replace(`field ${id} text`, `field ${id} text private`);
    expect(known).not.toBe(lock);
    expect(mistakesIn(known)).toEqual([expect.stringContaining(`Oppijat ovat vastanneet kysymykseen ”${id}” vain itselleen`)]);
  });

  test('and has another id by then is asked for under that', () => {
    const [{ id = '' } = {}] = open;
    const moved = lock.replace(`field ${id} text`, `field z.old.one text private\nfield ${id} text movedFrom z.old.one`);
    expect(mistakesIn(moved)).toEqual([expect.stringContaining(`Oppijat ovat vastanneet kysymykseen ”${id}” vain itselleen`)]);
  });
});

describe('a lock that the content no longer keeps', () => {
  test('names the id that is gone, and how to declare a move', () => {
    expect(mistakesIn(`${lock}field b.channels.fax.skill scale\n`)).toEqual([
      expect.stringMatching(
        /^\d+: Tunnusta ”b\.channels\.fax\.skill” ei enää ole .* → Palauta tunnus, tai .* movedFrom b\.channels\.fax\.skill$/,
      ),
    ]);
  });

  test('names a part whose chapter has another id now, and how its package keeps its identifiers', () => {
    const renamed = `${lock.replace('part b\n', '')}part tiedonhaku\n`;
    expect(mistakesIn(renamed)).toEqual([
      expect.stringMatching(
        /^\d+: Osion tunnusta ”tiedonhaku” ei enää ole .*\(--split\).* → Palauta tunnus, tai .*: part b movedFrom tiedonhaku$/,
      ),
    ]);
    const file = new ContentFile(LOCK_FILE, `${renamed}part b movedFrom tiedonhaku\n`);
    const moved = checkIdentifiers(file, course);
    expect(file.mistakes).toEqual([]);
    expect(moved.parts).toEqual({ b: 'tiedonhaku' });
    const names = { title: () => 'x', description: () => 'x' };
    expect(partsOf({ ...course, moved }, names).map(({ id, name }) => [id, name])[1]).toEqual([
      'https://akepike.fi/aspa-ajokortti/osa/tiedonhaku',
      'aspa-ajokortti-tiedonhaku',
    ]);
  });

  test('keeps the first name of a part that moved twice', () => {
    const moves = lock.replace('part b\n', 'part etsiminen\npart tiedonhaku movedFrom etsiminen\npart b movedFrom tiedonhaku\n');
    expect(checkIdentifiers(new ContentFile(LOCK_FILE, moves), course).parts).toEqual({ b: 'etsiminen' });
  });

  test('keeps it also where the chapter is called as what every object has', () => {
    const called = withChapters((chapters) =>
      chapters.map((chapter) => (chapter.id === 'b' ? { ...chapter, id: 'constructor' } : chapter)),
    );
    const file = new ContentFile(
      LOCK_FILE,
      `${lock.replace('part b\n', 'part b\npart constructor movedFrom b\n')}field constructor.tomorrow text private movedFrom b.tomorrow\n`,
    );
    expect(checkIdentifiers(file, called).parts).toEqual({ constructor: 'b' });
    expect(file.mistakes).toEqual([]);
  });

  test('takes a move for an answer, of a field, an option, a class and a list with its items', () => {
    const moves = lock
      .replace('field b.channels.help text', 'field b.channels.help text movedFrom b.channels.support')
      .replace('class E', 'class E movedFrom F')
      .replace('field c.ideas.ideas list', 'field c.ideas.ideas list movedFrom c.ideas.all');
    const file = new ContentFile(LOCK_FILE, `${moves}field b.channels.support text\nclass F\nfield c.ideas.all list\n`);
    const { fields } = checkIdentifiers(file, course);
    expect(file.mistakes).toEqual([]);
    expect(fields).toMatchObject({
      'b.channels.support': 'b.channels.help',
      '@earned.F': '@earned.E',
      'c.ideas.all': 'c.ideas.ideas',
      'c.ideas.all.*': 'c.ideas.ideas.*',
    });
  });

  test('takes no two questions for one, of which a learner would lose an answer; two options may become one', () => {
    expect(mistakesIn(`${lock}field b.channels.help text movedFrom b.first\n`)).toEqual([
      expect.stringMatching(/^\d+: Tunnus ”b\.channels\.help” on myös rivillä \d+.*vain toinen vastaus jäisi/),
    ]);
    const twice = lock.replace('field b.channels.help text', 'field b.channels.help text movedFrom b.first');
    expect(mistakesIn(`${twice}field b.channels.help text movedFrom b.second\n`)).toHaveLength(1);
    expect(mistakesIn(`${lock}part b movedFrom etsiminen\n`)).toHaveLength(1);
    expect(mistakesIn(`${lock}option b.channels.phone.skill fluent movedFrom excellent\n`)).toEqual([]);
  });

  test('takes no question of each row for one by itself, where one row would stay of all, and advises none', () => {
    const rows = lock.replace('field b.channels.help text', 'field b.channels.old list removed\nfield b.channels.old.*.help text');
    expect(mistakesIn(rows)).toEqual([expect.stringMatching(/”b\.channels\.old\.\*\.help” ei enää ole.*uusi\.tunnus text movedFrom/)]);
    expect(mistakesIn(`${rows}field b.channels.help text movedFrom b.channels.old.*.help\n`)).toEqual([
      expect.stringContaining('kysyttiin luettelon jokaisella rivillä, mutta ”b.channels.help” on yksi kysymys'),
    ]);
  });

  test.each([
    [
      'a question of another type',
      lock.replace('field b.channels.help text', 'field b.channels.help scale'),
      'laji oli scale ja on nyt text',
    ],
    ['a line that is none', `${lock}kysymys b.channels.help\n`, 'ei ymmärretä'],
    [
      'one id moved to two places',
      lock
        .replace('field b.channels.help text', 'field b.channels.help text movedFrom x.y.z')
        .replace('field b.colleague.talk text private', 'field b.colleague.talk text private movedFrom x.y.z'),
      'siirretty kahteen paikkaan',
    ],
    [
      'a move from an id that is still there',
      lock.replace('field b.channels.help text', 'field b.channels.help text movedFrom a.training.agreed'),
      'on sisällössä yhä',
    ],
  ])('%s is a mistake with its line', (_what, text, words) => {
    expect(mistakesIn(text)).toEqual([expect.stringMatching(new RegExp(`^\\d+: .*${words}`))]);
  });

  test('a course without one gets it whole, with a head that says what it is', () => {
    const made = completedLock(undefined, course) ?? '';
    expect(made).toMatch(/^# Tunnukset/);
    expect(mistakesIn(made)).toEqual([]);
    expect(completedLock(made, course)).toBeUndefined();
  });
});

describe('an id that changes', () => {
  /** The lock with other lines in the place of one; the old id is no longer in the content. */
  const adviceFor = (line: string, ...lines: string[]): string[] =>
    mistakesIn(lock.replace(`${line}\n`, [...lines, ''].join('\n'))).map((mistake) => mistake.split('rivi: ').at(-1) ?? '');

  test('is found among the new ones, and the line to add is said whole', () => {
    expect(adviceFor('field b.channels.help text', 'field b.channels.support text')).toEqual([
      'field b.channels.help text movedFrom b.channels.support',
    ]);
    expect(adviceFor('option p.guide.notice respect', 'option p.guide.notice regard')).toEqual([
      'option p.guide.notice respect movedFrom regard',
    ]);
    expect(adviceFor('class E', 'class F')).toEqual(['class E movedFrom F']);
  });

  test('takes along what belongs to it: its options, or the questions of its items', () => {
    const inner = ['who', 'channel', 'sort', 'what', 'response'];
    const lines = lock.split('\n').map((line) => (line.includes(' c.ideas.ideas') ? line.replace('c.ideas.ideas', 'c.old.ideas') : line));
    const moved = [...lines, 'field c.ideas.ideas list movedFrom c.old.ideas'].join('\n');
    const file = new ContentFile(LOCK_FILE, moved);
    const { fields } = checkIdentifiers(file, course);
    expect(file.mistakes).toEqual([]);
    for (const id of inner) expect(fields[`c.old.ideas.*.${id}`]).toBe(`c.ideas.ideas.*.${id}`);
    expect(fields['c.old.ideas.*']).toBe('c.ideas.ideas.*');
  });

  test('is told once where it is lost after several names, and under the last', () => {
    const chain = ['field b.first text', 'field b.second text movedFrom b.first', 'field b.third text movedFrom b.second', ''].join('\n');
    expect(mistakesIn(lock + chain).map((mistake) => mistake.split(' → ')[0])).toEqual([expect.stringContaining('”b.third” ei enää ole')]);
    const file = new ContentFile(
      LOCK_FILE,
      `${lock.replace('field b.channels.help text', 'field b.channels.help text movedFrom b.third')}${chain}`,
    );
    const { fields } = checkIdentifiers(file, course);
    expect(file.mistakes).toEqual([]);
    expect(['b.first', 'b.second', 'b.third'].map((id) => fields[id])).toEqual(Array(3).fill('b.channels.help'));
  });

  test('has its older names before its newer ones, in whatever order the lines stand', () => {
    const chain = ['field b.third text movedFrom b.second', 'field b.second text movedFrom b.first', 'field b.first text', ''].join('\n');
    const file = new ContentFile(
      LOCK_FILE,
      `${lock.replace('field b.channels.help text', 'field b.channels.help text movedFrom b.third')}${chain}`,
    );
    const { fields } = checkIdentifiers(file, course);
    expect(Object.keys(fields).filter((id) => fields[id] === 'b.channels.help')).toEqual(['b.first', 'b.second', 'b.third']);
  });

  test('may not become a question of another type on the way', () => {
    const retyped = lock.replace('field b.channels.help text', 'field b.channels.help text movedFrom b.old');
    expect(mistakesIn(`${retyped}field b.old scale\n`)).toEqual([expect.stringContaining('”b.old” laji oli scale ja on nyt text')]);
  });
});
