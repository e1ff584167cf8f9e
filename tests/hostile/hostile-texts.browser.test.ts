/** Texts that somebody has made to do harm, on every page that shows what a learner, an LMS, a launch or a file says: they stay texts. */
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TrackingError } from '../../src/tracking/tracking-error.ts';
import { fi } from '../../src/text/fi.ts';
import { FakeSession } from '../shell/fake-session.ts';
import { drawn, inside, showCourse, wordsOf } from '../shell/shown-course.ts';
import { NASTY_TEXTS } from './hostile-inputs.ts';

afterEach(() => document.body.replaceChildren());

const harmed = (): unknown => (globalThis as { readonly harmed?: unknown }).harmed;

/** What no page of the course has. */
function expectNoHarm(app: Element): void {
  const names = inside(app).map(({ localName }) => localName);
  expect(names).not.toEqual(expect.arrayContaining(['script']));
  expect(names).not.toEqual(expect.arrayContaining(['iframe']));
  for (const element of inside(app)) {
    expect([...element.attributes].filter(({ name }) => name.startsWith('on'))).toEqual([]);
    expect(element.getAttribute('src')).not.toBe('x');
    expect(element.getAttribute('href') ?? '').not.toMatch(/^\s*javascript:/i);
  }
  expect(harmed()).toBeUndefined();
}

test.each(NASTY_TEXTS.map((text) => [text.slice(0, 40), text]))('%j stays a text wherever it is shown', async (_name, text) => {
  const answers = {
    'a.meeting.first': text,
    'c.ideas.ideas.abcd': '1',
    'c.ideas.ideas.abcd.who': text,
    'c.ideas.ideas.abcd.channel': text,
    [`z.${text}`]: text,
  };
  const session = new FakeSession({}, answers);
  session.launch = { ...session.launch, learner: { id: 'x', name: text } } as FakeSession['launch'];
  const { app } = await showCourse(session, 'tyokirja');
  expectNoHarm(app);
  const kept = [{ name: text, content: text }];
  const answer = { text, at: 0 };
  session.set({ kept, conflicts: [{ field: 'a.meeting.first', current: answer, other: answer }] });
  for (const phase of ['unconfirmed', 'no-lms', 'closed', 'open'] as const) {
    session.set({ phase, strangers: [text], problem: new TrackingError('barred-site', text) });
    await drawn(app);
    expectNoHarm(app);
  }
});

test('a file with all of them, named like one, is looked at and taken in as texts', async () => {
  const texts = Object.fromEntries(NASTY_TEXTS.map((text, index) => [`c.ideas.ideas.k${String(index)}.what`, text]));
  const copy = new FakeSession({}, { ...texts, 'a.meeting.first': NASTY_TEXTS.join(' ').slice(0, 3_000) }).file.export();
  const { app } = await showCourse(new FakeSession({}, { 'a.meeting.first': 'Oma' }), 'tyokirja');
  const input = inside(app).find(
    (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.type === 'file',
  ) as HTMLInputElement;
  const files = new DataTransfer();
  files.items.add(new File([copy], '<img src=x onerror=harmed=1>.json'));
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
  await drawn(app);
  expect(wordsOf(app)).toContain(fi.workbook.copy.then);
  expectNoHarm(app);
  await userEvent.click(page.getByRole('button', { name: fi.workbook.copy.take }));
  await drawn(app);
  expectNoHarm(app);
});
