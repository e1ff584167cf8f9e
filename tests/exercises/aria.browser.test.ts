/** What assistive technology is given of each exercise, empty and filled: roles, names, states and their order. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Exercise } from '../../src/course/course.ts';
import { ChannelAssessment } from '../../src/exercises/channel-assessment/element.ts';
import { ColleagueStrengths } from '../../src/exercises/colleague-strengths/element.ts';
import { CustomerProfiles } from '../../src/exercises/customer-profiles/element.ts';
import { OrientationGuide } from '../../src/exercises/orientation-guide/element.ts';
import * as kinds from '../../src/exercises/kinds.ts';
import { Reflection } from '../../src/exercises/reflection/element.ts';
import { ServicePath } from '../../src/exercises/service-path/element.ts';
import type { ExerciseElement } from '../../src/exercises/shared/exercise-element.ts';
import { StakeholderMap } from '../../src/exercises/stakeholder-map/element.ts';
import { TrainingProgramme } from '../../src/exercises/training-programme/element.ts';
import { UserIdeas } from '../../src/exercises/user-ideas/element.ts';
import { guide, map, path, profiles } from './drawn-fixtures.ts';
import { channels, colleague, feedback, ideas, training } from './fixtures.ts';
import { show } from './worksheet.ts';

interface Heard {
  readonly exercise: Exercise;
  readonly element: () => ExerciseElement<Exercise>;
  /** By the field's id without the exercise's. */
  readonly answers: Readonly<Record<string, string>>;
}

const worksheet = (exercise: Exercise, element: new () => unknown, answers: Heard['answers']): Heard => ({
  exercise,
  element: () => new element() as ExerciseElement<Exercise>,
  answers,
});

const worksheets: readonly Heard[] = [
  worksheet(training, TrainingProgramme, {
    programme: 'first',
    'log.k1': '1',
    'log.k1.date': '2026-11-02',
    'log.k1.what': 'Tervehdin jokaista.',
    'log.k1.touched': 'A1 A2',
    'log.k1.noticed': 'Moni jäi juttelemaan.',
    'log.k2': '2',
    'log.k2.date': '2026-11-09',
    agreed: 'Kaksi kertaa vuodessa.',
  }),
  worksheet(channels, ChannelAssessment, {
    mine: 'phone social',
    'phone.skill': 'fluent',
    'phone.presence': 'daily',
    'phone.development': 'Pyydän vuoron parina.',
    'social.s1': '1',
    'social.s1.name': 'Instagram',
    'social.s1.skill': 'learning',
  }),
  worksheet(colleague, ColleagueStrengths, {
    talk: 'Puhuimme iltavuoroista.',
    'strengths.v1': '1',
    'strengths.v1.strength': 'Kuuntelee loppuun asti.',
    presenting: 'Kirjasin ne yhdessä hänen kanssaan.',
    meaning: 'Hän rauhoittaa ruuhkan.',
  }),
  worksheet(ideas, UserIdeas, {
    'ideas.i1': '1',
    'ideas.i1.who': 'Nuori',
    'ideas.i1.channel': 'desk',
    'ideas.i1.sort': 'idea',
    'ideas.i1.what': 'Pelejä ilman jonoa.',
    'ideas.i1.response': 'Lainaushylly ovelle.',
  }),
  worksheet(path, ServicePath, {
    group: 'Omaishoitajat',
    channels: 'desk',
    contact: 'face',
    need: 'Lukemista lyhyisiin hetkiin.',
    'need.marks': 'recommend',
    'need.recommend': 'Äänikirjoja.',
  }),
  worksheet(map, StakeholderMap, {
    'map.m1': 'partners 1',
    'map.m1.text': 'Koulu',
    'map.m2': 'm1 1',
    'map.m2.text': 'Äidinkielen opettajat',
    'map.m3': 'customers 1',
    'map.m3.text': 'Lapsiperheet',
  }),
  worksheet(profiles, CustomerProfiles, {
    'profiles.p1': '1',
    'profiles.p1.name': 'Iltapäivän koululainen',
    'profiles.p1.ways': 'Tulee suoraan koulusta.',
    'profiles.p1.channels': 'Palvelupiste',
    'profiles.p1.ensuring': 'Kysymme keväällä uudelleen.',
  }),
  worksheet(feedback, Reflection, { how: 'Kysytään ääneen.' }),
  worksheet(guide, OrientationGuide, { heading: 'Iltavuoro', text: 'Avaa ovi ja tervehdi.', notice: 'respect', act: 'greeting' }),
];

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

test('each kind of exercise is heard', () => {
  const heard = worksheets.map(({ exercise }) => exercise.kind);
  expect(heard.sort()).toEqual(
    Object.values(kinds)
      .map(({ kind }) => kind)
      .sort(),
  );
});

describe.each(worksheets)('$exercise.kind', ({ exercise, element, answers }) => {
  test('empty', async () => {
    await show(element(), exercise);
    await expect.element(page.getByRole('main')).toMatchAriaSnapshot();
  });

  test('filled', async () => {
    const ids = Object.entries(answers).map(([id, text]) => [`${exercise.id}.${id}`, text]);
    await show(element(), exercise, Object.fromEntries(ids) as Record<string, string>);
    await expect.element(page.getByRole('main')).toMatchAriaSnapshot();
  });
});
