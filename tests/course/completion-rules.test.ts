import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import { needsOf, progressOf } from '../../src/course/completion-rules.ts';
import type { Exercise } from '../../src/course/course.ts';
import { channels, colleague, ideas, training } from '../exercises/fixtures.ts';
import { course, enough, exercises, feedback, guide, map, path, profiles } from './exercises.ts';

const answersOf = (texts: Readonly<Record<string, string>>): Answers =>
  new Map(Object.entries(texts).map(([id, text]) => [id, { text, at: 0 }]));
const needs = (exercise: Exercise, texts: Readonly<Record<string, string>>): string[] =>
  needsOf(exercise, course, answersOf(texts)).map(({ kind, field, count }) => `${kind} ${field}${count ? ` ${count}` : ''}`);
const of = (exercise: Exercise): Readonly<Record<string, string>> => enough[exercise.id] ?? {};
const whole = Object.assign({}, ...Object.values(enough)) as Record<string, string>;

describe('every exercise', () => {
  test.each(exercises.map((exercise) => [exercise.kind, exercise] as const))(
    '%s: nothing written is not done, the least that is asked is',
    (_, exercise) => {
      expect(needs(exercise, {})).not.toEqual([]);
      expect(needs(exercise, of(exercise))).toEqual([]);
    },
  );

  test.each(exercises.map((exercise) => [exercise.kind, exercise] as const))('%s: white space is no answer', (_, exercise) => {
    // Position fields and measured pages are no one's words.
    const words = Object.entries(of(exercise)).filter(
      ([id, text]) => !/\.(?:log|strengths|ideas|map|profiles)\.\w{4}$/.test(id) && !/^\d$/.test(text),
    );
    for (const [id] of words) expect(needs(exercise, { ...of(exercise), [id]: ' \n\t' })).not.toEqual([]);
  });

  test('whatever is written, a need names a field of its exercise', () => {
    const texts = fc.dictionary(
      fc.constantFrom(...Object.keys(whole)),
      fc.constantFrom('', ' ', '1', 'x', 'first', 'desk', 'A1', 'partners 1'),
    );
    fc.assert(
      fc.property(texts, (written) => {
        for (const exercise of exercises) {
          for (const { field, label } of needsOf(exercise, course, answersOf(written))) {
            expect(field.startsWith(`${exercise.id}.`)).toBe(true);
            expect(label).not.toBe('');
          }
        }
      }),
    );
  });
});

describe('training programme', () => {
  test('a programme that the content no longer has is to be chosen anew', () => {
    expect(needs(training, { ...of(training), 'a.training.programme': 'gone' })).toEqual(['choose a.training.programme']);
  });

  test('the class that no whole entry touches waits, and only that one', () => {
    const onlyA1 = { ...of(training), 'a.training.log.aaaa.touched': 'A1' };
    expect(needs(training, onlyA1)).toEqual(['touch a.training.log']);
    expect([...progressOf(course, answersOf(onlyA1)).earnedClasses]).toEqual(['A1']);
  });

  test('an entry that was begun is asked to be finished before a new one is', () => {
    expect(needs(training, { ...of(training), 'a.training.log.aaaa.what': '', 'a.training.log.aaaa.noticed': '' })).toEqual([
      'answer a.training.log.aaaa.what',
      'answer a.training.log.aaaa.noticed',
    ]);
  });
});

describe('channels', () => {
  test('without a thought on what would help, every given channel is asked for, its development too', () => {
    expect(needs(channels, { 'b.channels.chat.skill': 'learning' })).toEqual([
      'choose b.channels.phone.skill',
      'choose b.channels.phone.presence',
      'choose b.channels.chat.presence',
      'answer b.channels.phone.development',
      'answer b.channels.chat.development',
    ]);
  });

  test('with it, the channel that lacks least is asked to be made whole', () => {
    expect(
      needs(channels, { 'b.channels.help': 'Aika.', 'b.channels.chat.skill': 'learning', 'b.channels.chat.presence': 'daily' }),
    ).toEqual(['answer b.channels.chat.development']);
  });

  test('a whole channel that the learner named herself counts as well, one without a name does not', () => {
    const social = {
      'b.channels.help': 'Aika.',
      'b.channels.social.inst': '1',
      'b.channels.social.inst.skill': 'learning',
      'b.channels.social.inst.presence': 'daily',
      'b.channels.social.inst.development': 'Opin.',
    };
    expect(needs(channels, social)).not.toEqual([]);
    expect(needs(channels, { ...social, 'b.channels.social.inst.name': 'Instagram' })).toEqual([]);
  });
});

describe('channels, once she has said which are hers', () => {
  const whole = (channel: string): Record<string, string> => ({
    [`b.channels.${channel}.skill`]: 'learning',
    [`b.channels.${channel}.presence`]: 'daily',
    [`b.channels.${channel}.development`]: 'Opin.',
  });

  test('each is to be done or none of her work', () => {
    const marked = { 'b.channels.mine': 'phone', 'b.channels.chat_not_mine': 'not_mine', 'b.channels.social_not_mine': 'not_mine' };
    expect(needs(channels, marked)).toEqual([
      'choose b.channels.phone.skill',
      'choose b.channels.phone.presence',
      'answer b.channels.phone.development',
    ]);
    expect(needs(channels, { ...marked, ...whole('phone') })).toEqual([]);
    expect(needs(channels, { ...marked, ...whole('phone'), 'b.channels.chat_not_mine': '' })).toHaveLength(3);
  });

  test('one of them has to be done', () => {
    const none = Object.fromEntries(['phone', 'chat', 'social'].map((channel) => [`b.channels.${channel}_not_mine`, 'not_mine']));
    expect(needs(channels, none)).toEqual(['choose b.channels.mine']);
  });

  test('a thought on what would help is not enough any more, where nothing was done before', () => {
    const one = { ...whole('phone'), 'b.channels.help': 'Aika.' };
    expect(needs(channels, one)).toEqual([]);
    expect(needs(channels, { ...one, 'b.channels.mine': 'phone chat' })).not.toEqual([]);
    expect(needs(channels, { ...one, 'b.channels.mine': 'phone chat', 'b.channels.done_before': 'yes' })).toEqual([]);
  });

  test('of channels that she names herself one is needed, and each that was begun is to be whole', () => {
    const marked = { ...whole('phone'), 'b.channels.mine': 'phone social', 'b.channels.chat_not_mine': 'not_mine' };
    expect(needs(channels, marked)).toEqual(['items b.channels.social 1']);
    const item = { ...marked, 'b.channels.social.inst': '1', ...whole('social.inst') };
    expect(needs(channels, item)).toEqual(['answer b.channels.social.inst.name']);
    expect(needs(channels, { ...item, 'b.channels.social.inst.name': 'Instagram' })).toEqual([]);
  });
});

describe('lists', () => {
  test('what lacks in begun rows comes first, then how many rows more', () => {
    expect(needs(profiles, { 'e.profiles.profiles.aaaa': '1', 'e.profiles.profiles.aaaa.name': 'Perhe' })).toEqual([
      'answer e.profiles.profiles.aaaa.ways',
      'answer e.profiles.profiles.aaaa.channels',
      'answer e.profiles.profiles.aaaa.ensuring',
      'items e.profiles.profiles 1',
    ]);
  });

  test('a removed row is missing again, and unfinished rows beyond the least do not matter', () => {
    expect(needs(colleague, { ...of(colleague), 'b.colleague.strengths.bbbb': '' })).toEqual(['items b.colleague.strengths 1']);
    expect(needs(ideas, { ...of(ideas), 'c.ideas.ideas.bbbb': '2' })).toEqual([]);
  });
});

describe('path, map, questions, guide', () => {
  test('a path needs one mark somewhere', () => {
    expect(needs(path, { ...of(path), 'c.path.then.marks': '' })).toEqual(['mark c.path.need.marks']);
  });

  test('a branch needs a node with words; one deeper down is under its own parent', () => {
    expect(needs(map, { ...of(map), 'd.map.map.bbbb.text': ' ' })).toEqual(['branch d.map.map.customers']);
    expect(needs(map, { ...of(map), 'd.map.map.bbbb': 'aaaa 1' })).toEqual(['branch d.map.map.customers']);
  });

  test('an optional question is never needed', () => {
    expect(needs(feedback, {})).toEqual(['answer e.feedback.how']);
  });

  test.each(['2', '3', '10'])('a guide of %s pages is to be shortened', (pages) => {
    expect(needs(guide, { ...of(guide), 'p.guide.pages': pages })).toEqual(['shorten p.guide.text']);
  });
});

describe('progress', () => {
  test('nothing written: nothing earned, nothing complete', () => {
    const { earnedClasses, licence, complete, share } = progressOf(course, new Map());
    expect({ earned: earnedClasses.size, licence, complete, share }).toEqual({ earned: 0, licence: false, complete: false, share: 0 });
  });

  test('all written: every class, the licence, the whole share', () => {
    const { earnedClasses, licence, complete, share } = progressOf(course, answersOf(whole));
    expect([...earnedClasses]).toEqual(['A1', 'A2', 'B', 'C', 'D', 'E']);
    expect({ licence, complete, share }).toEqual({ licence: true, complete: true, share: 1 });
  });

  test('a class waits for all of its exercises', () => {
    expect(progressOf(course, answersOf(of(ideas))).earnedClasses.has('C')).toBe(false);
    expect(progressOf(course, answersOf({ ...of(ideas), ...of(path) })).earnedClasses.has('C')).toBe(true);
  });

  test('the guide belongs to no class and keeps none waiting', () => {
    const { 'p.guide': _guide, ...rest } = enough;
    const progress = progressOf(course, answersOf(Object.assign({}, ...Object.values(rest)) as Record<string, string>));
    expect(progress.earnedClasses.size).toBe(6);
    expect(progress.doneExercises.has('p.guide')).toBe(false);
  });

  test('a class that was earned stays earned when its answers are emptied', () => {
    const progress = progressOf(course, answersOf({ '@earned.B': '2026-11-24T10:00:00Z' }));
    expect([...progress.earnedClasses]).toEqual(['B']);
  });

  test.each([
    ['compulsory', of(training), true],
    ['all', of(training), false],
    ['all', whole, true],
    ['learner', whole, false],
    ['learner', { ...of(training), '@ready': '2026-11-24T10:00:00Z' }, true],
    ['learner', { '@ready': '2026-11-24T10:00:00Z' }, false],
  ] as const)('with completeWhen %s the LMS is told when it should be (case %#)', (completeWhen, texts, complete) => {
    expect(progressOf({ ...course, completeWhen }, answersOf(texts)).complete).toBe(complete);
  });

  test.each(['compulsory', 'all', 'learner'] as const)(
    'with completeWhen %s what the LMS was told once is never taken back',
    (completeWhen) => {
      expect(progressOf({ ...course, completeWhen }, answersOf({ '@completed': '2026-11-24T10:00:00Z' })).complete).toBe(true);
    },
  );

  test.each([
    ['another rule in the place of the old one', [{ rule: 'C' }], 'C'],
    ['a rule from a day before the update', [{ rule: 'A1' }, { from: '2026-11-01', rule: 'C' }], 'A1'],
  ] as const)('the licence of which the LMS was told stays hers: %s', (_what, licence, rule) => {
    const earned = '2026-11-24T10:00:00.000Z';
    const answers = answersOf({ '@earned.A1': earned, '@completed': earned });
    const { licence: isHeld, licenceAt, licenceRule } = progressOf({ ...course, licence }, answers, false, Date.parse('2026-12-01'));
    expect({ isHeld, licenceAt, licenceRule }).toEqual({ isHeld: true, licenceAt: Date.parse(earned), licenceRule: rule });
    const untold = answersOf({ '@earned.A1': earned });
    expect(progressOf({ ...course, licence }, untold, false, Date.parse('2026-12-01')).licence).toBe(false);
  });

  test('more words never make less progress', () => {
    const ids = Object.keys(whole);
    fc.assert(
      fc.property(fc.subarray(ids), fc.subarray(ids), (some, more) => {
        const pick = (chosen: readonly string[]): Record<string, string> => Object.fromEntries(chosen.map((id) => [id, whole[id] ?? '']));
        const before = progressOf(course, answersOf(pick(some)));
        const after = progressOf(course, answersOf(pick([...some, ...more])));
        for (const id of before.doneExercises) expect(after.doneExercises).toContain(id);
        for (const id of before.earnedClasses) expect(after.earnedClasses).toContain(id);
      }),
    );
  });
});
