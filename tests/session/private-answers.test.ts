/** What nobody but the learner is to read is in no output of the course but her own state, whatever the standard and whichever package came before. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf, type AnswerChanges } from '../../src/course/answers.ts';
import type { Course } from '../../src/course/course.ts';
import { allFieldsOf } from '../../src/course/fields.ts';
import { innerOf, isComposite, type Field } from '../../src/fields/field.ts';
import { course, FAKED, pass } from '../launchers/launched-learner.ts';
import { MemoryStorage } from './memory.ts';
import { expectation, FIXTURES, type Fixture } from './version-1.0.0-fixture.ts';
import { asOfNow, keptState } from './version-1.0.0-kept-state.ts';

/** Whole licences are opened several times, on a busy machine. */
const PATIENCE_MS = 60_000;
/** One state of 1.0.0 for each standard. */
const BEGUN = ['scorm12.moodle.begun', 'scorm2004-4th.strict-2004.begun', 'xapi.xapi.begun', 'cmi5.cmi5.begun'];
/** The course as an earlier package has it: nothing is private, and what is asked at the ends of chapters is not asked. */
const earlier = JSON.parse(
  JSON.stringify(course, (key, value: unknown) => (key === 'private' || key === 'tomorrow' ? undefined : value)),
) as Course;

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const fields: readonly Field[] = allFieldsOf(course);

/** Every private question, with a text of its own; one in a list as it stands in an item. */
function privateTexts(): AnswerChanges {
  const ids = fields.flatMap((field) => {
    if (!isComposite(field)) return field.private ? [field.id] : [];
    const inner = innerOf(field).filter((own) => own.private);
    return inner.length === 0 ? [] : [`${field.id}.xyz1`, ...inner.map(({ id }) => `${field.id}.xyz1.${id}`)];
  });
  return Object.fromEntries(ids.map((id, index) => [id, id.endsWith('.xyz1') ? '1' : `Salaisuus${index}x`]));
}

/** Whether an answer of this id may be told to nobody. */
function isPrivate(id: string): boolean {
  return fields.some((field) => {
    if (!isComposite(field)) return field.id === id && field.private;
    return innerOf(field).some((own) => own.private && id.startsWith(`${field.id}.`) && id.endsWith(`.${own.id}`));
  });
}

const named = (name: string): Fixture => FIXTURES.find((fixture) => fixture.name === name) as Fixture;

function at({ at: time }: Fixture): void {
  vi.useFakeTimers({ now: Date.parse(time), toFake: [...FAKED] });
}

test('what is said of a colleague, the five questions of the induction and what she will do tomorrow are private', () => {
  const ids = Object.keys(privateTexts());
  for (const id of ['b.colleague.talk', 'b.colleague.strengths.xyz1.strength', 'b.colleague.presenting', 'b.colleague.meaning'])
    expect(ids).toContain(id);
  expect(ids.filter((id) => id.startsWith('p.questions.'))).toHaveLength(5);
  expect(ids.filter((id) => id.endsWith('.tomorrow'))).toEqual(['a', 'b', 'c', 'd', 'e', 'p'].map((chapter) => `${chapter}.tomorrow`));
  expect(ids.filter((id) => id.startsWith('p.guide.'))).toEqual([]);
});

describe('a learner writes into every private question', () => {
  test.each(BEGUN)(
    '%s: nothing of it is reported, and all of it is there at the next launch',
    async (name) => {
      const fixture = named(name);
      at(fixture);
      const state = keptState(fixture);
      const texts = privateTexts();
      const page = await state.open(new MemoryStorage());
      page.session.store.change({ ...texts, 'e.feedback.together': 'Kaikkien luettavaksi' });
      await pass(40_000);
      await page.close();
      expect(state.reported()).toContain('Kaikkien luettavaksi');
      expect(state.reported()).not.toContain('Salaisuus');
      const again = await state.open(new MemoryStorage());
      for (const [id, text] of Object.entries(texts)) expect(textOf(again.session.store.answers, id)).toBe(text);
      await again.close();
    },
    PATIENCE_MS,
  );
});

describe('an earlier package has reported what is private now', () => {
  test.each(BEGUN)(
    '%s: a SCORM LMS holds it no more once the course was opened, and no further statement has it',
    async (name) => {
      const fixture = named(name);
      at(fixture);
      const state = keptState(fixture);
      const before = await state.open(new MemoryStorage(), earlier);
      const texts = Object.fromEntries(Object.entries(privateTexts()).filter(([id]) => !id.endsWith('.tomorrow')));
      before.session.store.change(texts);
      await pass(40_000);
      await before.close();
      const reportedThen = state.reported();
      for (const text of Object.values(texts)) expect(reportedThen).toContain(text);

      const today = await state.open(new MemoryStorage());
      await pass(40_000);
      today.session.store.change({ 'b.colleague.talk': 'Salaisuus, joka muuttui' });
      await pass(40_000);
      await today.close();
      const since = fixture.lrs ? state.reported().replace(reportedThen.slice(0, -1), '') : state.reported();
      expect(since).not.toContain('Salaisuus');
      if (!fixture.lrs) expect(since).toContain('b.colleague.talk');
    },
    PATIENCE_MS,
  );
});

describe('what version 1.0.0 has left', () => {
  const systems = FIXTURES.filter(({ name, lms, lrs }) => (lms ?? lrs) !== undefined && /\.(compulsory|full)$/.test(name));
  test.each(systems.map((fixture) => [fixture.name, fixture] as const))(
    '%s: of its private answers none is reported after the course was opened',
    async (_name, fixture) => {
      at(fixture);
      const { answers } = asOfNow(expectation(fixture.expected.otherBrowser));
      const beginnings = (wanted: boolean): string[] =>
        Object.entries(answers).flatMap(([id, [text]]) => (text.length > 8 && isPrivate(id) === wanted ? [beginningOf(text)] : []));
      const others = beginnings(false);
      const secrets = beginnings(true).filter((text) => !others.includes(text));
      if (fixture.name.endsWith('.full')) expect(secrets.length).toBeGreaterThan(3);
      const state = keptState(fixture);
      const page = await state.open(new MemoryStorage());
      await pass(40_000);
      await page.close();
      const reported = state.reported();
      expect(secrets.filter((text) => reported.includes(text))).toEqual([]);
    },
    PATIENCE_MS,
  );
});

/** So much of a text as is reported as it was written. */
function beginningOf(text: string): string {
  return /^[^\n"\\]{0,30}/.exec(text)?.[0] ?? text;
}
