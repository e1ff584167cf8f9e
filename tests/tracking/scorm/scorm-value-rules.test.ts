/** One test by name for each rule on the values that an LMS is given: interactions, forms, lengths. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { beaconBytes } from '../../../src/simulator/scorm/beacon-body.ts';
import { unpackState } from '../../../src/tracking/state/state-codec.ts';
import { lmsOf, question, ScormLearner, settled } from './scorm-learner.ts';
import { sets } from './scorm-calls.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('interactions', () => {
  test('all of them are set from 0 on, ascending, without a gap, before the first commit of each session', async () => {
    const lms = lmsOf('chamilo', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.write({ 'b.one': 'Yksi', 'b.two': 'Kaksi', 'b.three': 'Kolme' }).save();
    await learner.closeTab();
    const again = await ScormLearner.in(lms, 'scorm12');
    await again.save();
    const before = again.page.calls.slice(
      0,
      again.page.calls.findIndex(({ call }) => call === 'Commit'),
    );
    const indexes = sets(before).flatMap(([element, value]) =>
      /interactions\.\d+\.id/.test(element) && value !== 'trial' ? [Number(element.split('.')[2])] : [],
    );
    expect(indexes).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(lms.stored().values['cmi.interactions.6.student_response']).toBe('Yksi');
  });

  test('a question keeps its index when the content puts another before it, and when its own goes', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.write({ 'b.two': 'Kaksi', 'b.three': 'Kolme' }).save();
    learner.page.crash();
    const again = await ScormLearner.in(lms, 'scorm12');
    const snapshot = again.snapshot();
    const interactions = [question('b.new', 'Uusi'), question('b.three', 'Kolme')];
    await settled(again.begin({ ...snapshot, interactions }));
    const ids = Object.entries(lms.stored().values).filter(([element]) => /interactions\.\d+\.id/.test(element));
    expect(ids.map(([, id]) => id).slice(6)).toEqual(['b.two', 'b.three', 'b.new']);
    expect(lms.stored().values['cmi.interactions.6.student_response']).toBe('Kaksi');
  });

  test('a long answer is split, never cut: 255 characters a part in strict 1.2', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    const text = `${'Pitkä vastaus, jossa on 😀 ja ä. '.repeat(20)}Loppu`;
    await learner.write({ 'p.guide.text': text }).save();
    const { values } = lms.stored();
    const parts = Object.entries(values).filter(([element, id]) => /interactions\.\d+\.id/.test(element) && id.startsWith('p.guide.text'));
    expect(parts.map(([, id]) => id)).toEqual(['p.guide.text', 'p.guide.text.2', 'p.guide.text.3']);
    expect(parts.map(([element]) => values[element.replace('.id', '.student_response')]).join('')).toBe(text);
  });

  test('a newline becomes a visible mark, and nothing that breaks a request gets out', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.write({ 'b.one': 'rivi\r\ntoinen\u0000\u0007 \ud83d' }).save();
    expect(lms.stored().values['cmi.interactions.6.student_response']).toBe('rivi ⏎ toinen \ufffd');
  });

  test.each(['0401234567', '1.50', '1,5', '1e3'])('%s is not sent as something that looks like a number', async (text) => {
    const lms = lmsOf('ilias-2004', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await learner.write({ 'b.one': text }).save();
    expect(lms.stored().values['cmi.interactions.0.learner_response']).toBe(`”${text}”`);
  });

  test('in Chamilo what it does not encode is replaced, so that `&status=` overwrites nothing', async () => {
    const lms = lmsOf('chamilo', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.write({ 'b.one': "50 % & enemmän+status=completed 'x' \\ 😀" }).save();
    await vi.advanceTimersByTimeAsync(3000);
    expect(lms.stored().values['cmi.interactions.6.student_response']).toBe('50 ％ ＆ enemmän＋status＝completed ’x’ ＼ □');
    expect(lms.stored().values['cmi.core.lesson_status']).toBe('incomplete');
  });

  test('a question that is private in a later release is told no more, and what was told is emptied', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.write({ 'b.one': 'Ennen kaikkien', 'b.two': 'Kaikkien' }).save();
    await learner.closeTab();
    const again = await ScormLearner.in(lms, 'scorm12');
    again.withheld = new Set(['b.one']);
    await again.write({ 'b.one': 'Nyt vain oma' }).save();
    expect(lms.stored().values).toMatchObject({
      'cmi.interactions.6.id': 'b.one',
      'cmi.interactions.6.student_response': '',
      'cmi.interactions.7.student_response': 'Kaikkien',
    });
  });

  test('a question that is longer than its place in 2004 is shortened and told without emoji, and its answer is stored', async () => {
    const lms = lmsOf('strict-2004', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    const asked = { ...question('b.one', 'Vastaus'), description: `${'Ä'.repeat(247)}😀 ja mitä sitten?` };
    const outcome = await settled(learner.begin({ ...learner.snapshot(), interactions: [asked] }));
    expect(outcome).toMatchObject({ result: 'saved' });
    const [index] = Object.entries(lms.stored().values).find(([, value]) => value === 'b.one') ?? [''];
    const told = lms.stored().values[index.replace(/id$/, 'description')] ?? '';
    expect(told).toBe(`${'Ä'.repeat(247)}□…`);
    expect(lms.stored().values[index.replace(/id$/, 'learner_response')]).toBe('Vastaus');
  });

  test('classes come first, as objectives and with the day on which they were earned', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    learner.earned = new Map([['A2', Date.UTC(2026, 10, 24, 9)]]);
    await learner.write({ 'b.one': 'Yksi' }).save();
    expect(lms.stored().values).toMatchObject({
      'cmi.objectives.0.id': 'class.a1',
      'cmi.objectives.0.status': 'incomplete',
      'cmi.objectives.1.id': 'class.a2',
      'cmi.objectives.1.status': 'completed',
      'cmi.interactions.1.id': 'class.a2.earned',
      'cmi.interactions.1.student_response': '2026-11-24',
    });
  });

  test('the whole model of 2004 stays below 64 KiB as a beacon, makes use of it, and the answer that is shortened says so', async () => {
    const lms = lmsOf('moodle', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    const texts = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`x.f${index}`, `Vastaus ${index}: ${'sanoja ja ääniä '.repeat(120)}`]),
    );
    await learner.write(texts).save();
    const { values } = lms.stored();
    const bytes = beaconBytes('scorm2004', { attempt: '', mode: 'normal', values: Object.entries(values), finish: false });
    expect(bytes).toBeLessThan(65_000);
    expect(bytes).toBeGreaterThan(60_000);
    const responses = Object.entries(values).flatMap(([element, value]) => (element.endsWith('learner_response') && value ? [value] : []));
    expect(responses).toHaveLength(40);
    expect(responses.every((response) => response.endsWith(' […]'))).toBe(true);
    expect(unpackState(values['cmi.suspend_data'] ?? '')).toMatchObject({ result: 'whole', state: { answers: learner.answers } });
  });
});

describe('forms', () => {
  test('SCORM 1.2 gets a time of day, which others refuse with a date; 2004 gets 19 characters without a zone', async () => {
    const [old, recent] = [lmsOf('strict-1.2', 'scorm12'), lmsOf('ilias-2004', 'scorm2004')];
    await (await ScormLearner.in(old, 'scorm12')).write({ 'b.one': 'x' }).save();
    await (await ScormLearner.in(recent, 'scorm2004')).write({ 'b.one': 'x' }).save();
    const times = (lms: typeof old): string[] =>
      Object.entries(lms.stored().values).flatMap(([element, value]) => (/interactions\.\d+\.time/.test(element) ? [value] : []));
    expect(times(old)).toEqual([expect.stringMatching(/^\d\d:\d\d:\d\d$/)]);
    expect(times(recent)).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)]);
  });

  test.each(['scorm12', 'scorm2004'] as const)('%s: a score is a number or is not there at all', async (standard) => {
    const lms = lmsOf(standard === 'scorm12' ? 'strict-1.2' : 'strict-2004', standard);
    const learner = await ScormLearner.in(lms, standard);
    await learner.save();
    expect(sets(learner.page.calls).filter(([element]) => element.includes('score'))).toEqual([]);
    learner.complete = true;
    await learner.save();
    const scores = sets(learner.page.calls).filter(([element]) => element.includes('score'));
    expect(scores.length).toBeGreaterThanOrEqual(3);
    for (const [, value] of scores) expect(value).toMatch(/^\d+$/);
  });

  test('whether anything is stored after completion is said at launch: not in Chamilo, not in a review of ILIAS 2004, yet in Moodle', async () => {
    const stores = async (profile: Parameters<typeof lmsOf>[0], standard: 'scorm12' | 'scorm2004', mode?: 'review'): Promise<boolean> => {
      const lms = lmsOf(profile, standard);
      const learner = await ScormLearner.in(lms, standard);
      learner.complete = true;
      await learner.write({ '@completed': '2026-11-24T08:00:00.000Z' }).save();
      await vi.advanceTimersByTimeAsync(3000);
      await learner.closeTab();
      return (await ScormLearner.in(lms, standard, mode ? { mode } : {})).launch.limits.storesAfterCompletion;
    };
    expect(await stores('chamilo', 'scorm12')).toBe(false);
    expect(await stores('ilias-2004', 'scorm2004', 'review')).toBe(false);
    expect(await stores('moodle', 'scorm12')).toBe(true);
    expect(await stores('moodle', 'scorm2004')).toBe(true);
  });
});
