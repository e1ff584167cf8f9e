/** The course against states, files, launch links and content that somebody has made to do harm. */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ContentError } from '../../build/content-error.ts';
import { readCourses } from '../../build/read-course.ts';
import type { Answers } from '../../src/course/answers.ts';
import { mergeAnswers } from '../../src/course/merge-answers.ts';
import { moveAnswers } from '../../src/course/moved-ids.ts';
import {
  importedAnswers,
  LearnerFileError,
  otherTextsIn,
  previewLearnerFile,
  readLearnerFile,
  writeLearnerFile,
} from '../../src/session/file/learner-file-format.ts';
import { numberToBase85, toBase85 } from '../../src/tracking/state/base85.ts';
import { crcOfText } from '../../src/tracking/state/crc32.ts';
import { readDocument, wholeDocument } from '../../src/tracking/lrs/lrs-document.ts';
import { inOrder, packState, unpackState } from '../../src/tracking/state/state-codec.ts';
import { lettersIn } from '../../src/tracking/state/letters.ts';
import { MOST_LETTERS } from '../../src/tracking/state/state-records.ts';
import { CHECK_LENGTH } from '../../src/tracking/state/state-writer.ts';
import { course, FAKED, LaunchedLearner, pass, settled } from '../launchers/launched-learner.ts';
import { LaunchedPage } from '../launchers/launched-page.ts';
import { LauncherDouble, ORIGIN } from '../launchers/launcher-double.ts';
import { sampleContent, withContent } from '../build/sample-content.ts';
import { MemoryStorage } from '../session/memory.ts';
import { FINNISH_ANSWERS } from '../tracking/finnish-answers.ts';
import { changedText, nastyJson, nastyText } from './hostile-inputs.ts';
import { hold, HOSTILE_TIMEOUT_MS } from './hostile-runs.ts';

const timeout = HOSTILE_TIMEOUT_MS;
const NOTHING: Answers = new Map();
const AT = Date.parse('2026-11-24T08:00:00Z');

const fieldIds = fc.oneof(fc.constantFrom(...FINNISH_ANSWERS.keys()), nastyText);
const hostileAnswers: fc.Arbitrary<Answers> = fc
  .array(fc.tuple(fieldIds, fc.record({ text: nastyText, at: fc.oneof(fc.constant(AT), fc.maxSafeInteger(), fc.double()) })), {
    maxLength: 40,
  })
  .map((entries) => new Map(entries));

/** As whoever knows the form of a state would write it. */
function withCheck(state: string): string {
  return state + numberToBase85(crcOfText(state), CHECK_LENGTH);
}

test('states: whatever an LMS hands over, the course reads what is right of it, and loses nothing that it packs', { timeout }, async () => {
  const packed = packState({ answers: new Map([...FINNISH_ANSWERS].slice(0, 25)), revision: 3, notes: new Map([['place', 'b']]) });
  const documents = fc.oneof(
    nastyJson,
    hostileAnswers.map((answers) => wholeDocument({ answers, revision: 1, reported: {}, unheard: {}, times: {} })),
  );
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 6_000 }).map((random) => withCheck(`B${toBase85(random)}`));
  const state = fc.oneof(
    fc.record({ kind: fc.constant('text' as const), text: fc.oneof(changedText(fc.constant(packed)), bytes, nastyText) }),
    fc.record({ kind: fc.constant('answers' as const), answers: hostileAnswers }),
    fc.record({ kind: fc.constant('document' as const), document: documents }),
  );
  await hold('states', state, (input) => {
    if (input.kind === 'text') {
      const read = unpackState(input.text);
      if (read.result !== 'whole' && read.result !== 'empty') expect(read.raw).toBe(input.text);
      if (!('state' in read) || lettersIn(read.state.answers) > MOST_LETTERS) return;
      expect(unpackState(packState(read.state))).toMatchObject({ result: 'whole', state: { answers: read.state.answers } });
    } else if (input.kind === 'answers') {
      const read = unpackState(packState({ answers: input.answers, revision: 1, notes: new Map() }));
      const wanted = new Map(inOrder(input.answers).map(([id, { text, at }]) => [id, { text, at: at * 1000 }]));
      expect(read).toMatchObject({ result: 'whole', state: { answers: wanted } });
    } else {
      const { held, unreadable } = readDocument(input.document);
      // What is no document of the course is kept as it is, and what is one is read the same once more.
      if (held) expect(readDocument(JSON.parse(JSON.stringify(wholeDocument(held)))).held?.answers.size).toBe(held.answers.size);
      else if (unreadable !== undefined) expect(unreadable).not.toBe('');
      mergeAnswers(moveAnswers(held?.answers ?? NOTHING, course.moved), FINNISH_ANSWERS);
    }
  });
});

test(
  'learner’s files: each is refused in words, or takes in no more than can be saved, and nothing of hers goes',
  { timeout },
  async () => {
    const right = writeLearnerFile(course, FINNISH_ANSWERS, AT);
    const file = fc.oneof(
      changedText(fc.constant(right)),
      hostileAnswers.map((answers) => writeLearnerFile(course, answers, AT, [...answers])),
      fc
        .tuple(nastyJson, nastyJson, nastyJson)
        .map(([answers, version, others]) =>
          JSON.stringify({ format: 'aspa-ajokortti-answers', version: version ?? 1, course: course.id, answers, others }),
        ),
      nastyJson.map((json) => JSON.stringify(json)),
      nastyText,
    );
    const current: Answers = new Map([['b.colleague.talk', { text: 'Oma', at: AT }]]);
    await hold('learner’s files', file, (json) => {
      let taken: Answers;
      try {
        const imported = readLearnerFile(course, json);
        const others = otherTextsIn(course, json);
        const { changed, added, unknown, unfit } = previewLearnerFile(course, current, imported, [], others);
        for (const [, { text }] of others) expect(text.length).toBeLessThanOrEqual(10_000);
        taken = importedAnswers(course, current, json, true);
        expect(changed.length + added.length + unknown.length + unfit.length).toBeLessThanOrEqual(imported.size);
      } catch (error) {
        expect(error).toBeInstanceOf(LearnerFileError);
        return;
      }
      for (const [, { text }] of taken) expect(text.length).toBeLessThanOrEqual(10_000);
      const after = new Map([...current, ...taken]);
      for (const id of current.keys()) expect(after.has(id)).toBe(true);
      expect(lettersIn(after)).toBeLessThanOrEqual(MOST_LETTERS);
      expect(unpackState(packState({ answers: after, revision: 1, notes: new Map() }))).toMatchObject({ result: 'whole' });
    });
  },
);

test('launch links: the course asks no host that neither it nor the learner knows, and goes to none', { timeout }, async () => {
  const good = fc.constantFrom(`${ORIGIN}/launcher`, 'https://content.example.com/lrs', 'https://content.example.com:8443/lrs/');
  const host = fc.constantFrom(
    ORIGIN,
    'https://stranger.example',
    'http://stranger.example:81',
    'https://content.example.com@stranger.example',
    'https://lrs.example.net.stranger.example',
    'https:\\\\stranger.example',
    '//stranger.example',
    'HTTPS://LRS.EXAMPLE.NET',
    'https://[::1]',
    'https://127.0.0.1',
    'javascript:',
    'data:text/html,',
    'file://',
    'https:',
    '',
    'blob:https://x',
  );
  const end = fc.constantFrom('', '/', '/xapi/', '/../', '?x=', '#', '\\@stranger.example/');
  const address = fc.oneof(
    { weight: 5, arbitrary: good },
    { weight: 5, arbitrary: fc.tuple(host, end).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: nastyText },
  );
  const parameter = fc.constantFrom('auth', 'registration', 'grouping', 'fetch', 'actor', 'activityId', 'activity_id');
  const link = fc.record({
    standard: fc.constantFrom('xapi' as const, 'cmi5' as const),
    changes: fc.dictionary(parameter, fc.oneof(address, nastyText), { maxKeys: 2 }),
    endpoint: fc.option(address),
    returnUrl: address,
    lrs: fc.constantFrom(undefined, [ORIGIN], [ORIGIN], []),
    agrees: fc.boolean(),
    answers: fc.constantFrom('as ever', 'nothing', 'a page', 'JSON'),
    json: nastyJson,
  });
  await hold('launch links', link, async ({ standard, changes, endpoint, returnUrl, lrs, agrees, answers, json }) => {
    const double = new LauncherDouble(standard);
    try {
      const launched = await double.launch({ returnUrl });
      for (const [name, value] of Object.entries({ ...(endpoint === null ? {} : { endpoint }), ...changes }))
        launched.address.searchParams.set(name, value);
      if (answers !== 'as ever')
        double.fault = () =>
          answers === 'nothing' ? new Response('', { status: 404 }) : answers === 'JSON' ? Response.json(json) : new Response('<h1>x</h1>');
      const own = lrs ? { ...course, lrs } : course;
      const page = new LaunchedPage(launched.address.href);
      const learner = new LaunchedLearner(page, double, new MemoryStorage(), { course: own });
      await settled(learner.session.start());
      const asked = (): string[] => double.traffic.map(({ href }) => new URL(href).origin);
      const known = ['https://content.example.com', 'https://content.example.com:8443', ...(lrs ?? [])];
      if (learner.session.phase === 'unconfirmed') {
        expect(lrs).toBeUndefined();
        expect(asked()).toEqual([]);
        if (agrees) {
          known.push(...learner.session.strangers);
          await settled(learner.session.sendThere());
        } else learner.session.sendNothing();
      }
      if (learner.session.phase === 'open') {
        learner.session.store.change({ 'b.colleague.talk': 'Oma' });
        await pass(5_000);
        void learner.session.exit();
        await pass(20_000);
        expect(learner.session.store.answers.get('b.colleague.talk')?.text).toBe('Oma');
      }
      for (const origin of asked()) expect(known).toContain(origin);
      if (page.wentTo !== undefined) expect(known).toContain(new URL(page.wentTo).origin);
    } finally {
      double.close();
    }
  });
});

test('content: each ends in a course without markup of the author’s, or in file, line and what to do', { timeout }, async () => {
  const path = fc.constantFrom('course.yaml', 'fi/00-alku.md', 'fi/01-b.md', 'fi/kuva.svg');
  const lines = fc.constantFrom(
    '&a [*a, *a]',
    'x: &x [1,1,1,1,1,1,1,1,1]\ny: &y [*x,*x,*x,*x,*x,*x,*x,*x]',
    '<<: *x',
    '!!js/function "x"',
    '---\n---',
    '::: panel\n'.repeat(50),
    '> '.repeat(500),
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '![a](../../../etc/passwd)',
    '![a](data:text/html,x)',
    '[a][b]\n\n[b]: vbscript:x',
    '<iframe src=//stranger.example>',
    '<a href="x" onclick="x">',
    '`'.repeat(2000),
    '*a_'.repeat(1000),
    '['.repeat(3000),
    '![[',
    '- '.repeat(400),
  );
  const content = fc.tuple(path, fc.infiniteStream(fc.nat())).chain(([name]) =>
    changedText(
      fc.constant(sampleContent[name] ?? ''),
      fc.oneof(
        nastyText,
        lines.map((line) => `\n${line}\n`),
      ),
    ).map((text) => ({ ...sampleContent, [name]: text })),
  );
  await hold('content', content, (files) =>
    withContent(files, async (folder) => {
      const read = await readCourses(folder).catch((error: unknown) => error as Error);
      if (read instanceof Error) {
        expect(read).toBeInstanceOf(ContentError);
        for (const { file, line } of (read as ContentError).mistakes) expect(`${file}:${String(line)}`).toMatch(/^\S.*:\d+$/);
        return;
      }
      for (const { chapters } of read) {
        const parts = chapters.flatMap((chapter) => chapter.parts);
        for (const part of parts) expectNoMarkup(part.type === 'html' ? part.html : part.exercise.task);
      }
    }),
  );
});

/** Of the author's: what Markdown makes has no scripts, no handlers and no addresses that run. Quoted values are left out first. */
function expectNoMarkup(html: string): void {
  const tags = html.match(/<[a-z/!?](?:"[^"]*"|'[^']*'|[^'">])*>?/gi) ?? [];
  for (const tag of tags) {
    expect(tag).not.toMatch(/^<\s*(script|iframe|object|embed|form|input|base|link|meta)\b/i);
    expect(tag.replace(/"[^"]*"/g, '""')).not.toMatch(/\son\w+\s*=/i);
    expect(tag).not.toMatch(/\s(href|src)="\s*(javascript|vbscript|data:text)/i);
  }
}

beforeEach(({ task }) => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  if (task.name.startsWith('launch links')) vi.useFakeTimers({ now: AT, toFake: [...FAKED] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
