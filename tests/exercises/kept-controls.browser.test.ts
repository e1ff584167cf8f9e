/**
 * Whatever comes from elsewhere while she writes: the control in which she writes stays the same one, with the focus and her words. An input
 * method that is under way ends where its control is drawn anew.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { note, type FieldId } from '../../src/course/answers.ts';
import type { Exercise } from '../../src/course/course.ts';
import { ChannelAssessment } from '../../src/exercises/channel-assessment/element.ts';
import { ColleagueStrengths } from '../../src/exercises/colleague-strengths/element.ts';
import { CustomerProfiles } from '../../src/exercises/customer-profiles/element.ts';
import * as kinds from '../../src/exercises/kinds.ts';
import { OrientationGuide } from '../../src/exercises/orientation-guide/element.ts';
import { Reflection } from '../../src/exercises/reflection/element.ts';
import { ServicePath } from '../../src/exercises/service-path/element.ts';
import type { ExerciseElement } from '../../src/exercises/shared/exercise-element.ts';
import { StakeholderMap } from '../../src/exercises/stakeholder-map/element.ts';
import { TrainingProgramme } from '../../src/exercises/training-programme/element.ts';
import { UserIdeas } from '../../src/exercises/user-ideas/element.ts';
import { sv } from '../../src/text/sv.ts';
import * as drawn from './drawn-fixtures.ts';
import * as fixtures from './fixtures.ts';
import { focused, settled, show } from './worksheet.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

const KINDS: Readonly<Record<string, unknown>> = {
  'channel-assessment': ChannelAssessment,
  'colleague-strengths': ColleagueStrengths,
  'customer-profiles': CustomerProfiles,
  'orientation-guide': OrientationGuide,
  reflection: Reflection,
  'service-path': ServicePath,
  'stakeholder-map': StakeholderMap,
  'training-programme': TrainingProgramme,
  'user-ideas': UserIdeas,
};
const EXERCISES = Object.values({ ...drawn, ...fixtures } as Record<string, unknown>).filter(
  (one): one is Exercise => typeof one === 'object' && one !== null && 'kind' in one && String(one.kind) in KINDS,
);

/** The lists to which she can add, by their buttons. */
function listsOf(element: ExerciseElement<Exercise>): FieldId[] {
  return [...element.renderRoot.querySelectorAll<HTMLElement>('.add [data-field]')].map(({ dataset }) => dataset['field'] ?? '');
}

function textFieldsOf(element: ExerciseElement<Exercise>): FieldId[] {
  return [...element.renderRoot.querySelectorAll<HTMLElement>('aspa-text-field[data-field], textarea[data-field]')].map(
    ({ dataset }) => dataset['field'] ?? '',
  );
}

test('each kind of exercise is written in', () => {
  const written = EXERCISES.map(({ kind }) => kind);
  const all = Object.values(kinds).map(({ kind }) => kind);
  expect(all.filter((kind) => !written.includes(kind))).toEqual([]);
});

test.each(EXERCISES.map((exercise) => [exercise.kind, exercise] as const))('%s', async (kind, exercise) => {
  const element = new (KINDS[kind] as new () => ExerciseElement<Exercise>)();
  const { store } = await show(element, exercise, { [note.allSteps]: 'yes' });
  for (const button of element.renderRoot.querySelectorAll<HTMLElement>('.add button, .branch > button')) {
    button.click();
    await settled(element);
  }
  const fields = textFieldsOf(element);
  const lists = listsOf(element);
  const inOthers = (field: FieldId, text: string): Record<FieldId, string> =>
    Object.fromEntries(fields.filter((other) => other !== field).map((other) => [other, text]));
  // Of the map, under its first branch.
  const places = [
    ...lists.map((list) => [list, ''] as const),
    ...(kind === 'stakeholder-map' ? [['d.map.map', 'partners '] as const] : []),
  ];
  const rows = (first: string, last: string): Record<FieldId, string> =>
    Object.fromEntries(
      places.flatMap(([list, parent]) =>
        [first, last].map((order, at) => [`${list}.zzz${String(at)}`, order === '' ? '' : `${parent}${order}`] as const),
      ),
    );
  expect(fields.length).toBeGreaterThan(0);
  for (const field of fields) {
    await element.goTo(field);
    await settled(element);
    const control = focused() as HTMLTextAreaElement;
    const write = async (text: string): Promise<void> => {
      control.value = text;
      control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await settled(element);
    };
    const expectKept = (when: string): void => {
      const kept = [focused() === control, control.checkVisibility(), store.answers.get(field)?.text ?? '', control.value];
      expect([field, when, ...kept]).toEqual([field, when, true, true, control.value, control.value]);
    };
    await write('K');
    expectKept('at the first letter');
    store.change({ ...inOthers(field, 'Muualta'), ...rows('0', '99') });
    await settled(element);
    expectKept('as texts and rows come from elsewhere');
    store.change(rows('99', '0'));
    await settled(element);
    expectKept('as another browser has put rows into another order');
    Object.assign(element, { exercise: { ...exercise, title: 'På svenska' }, text: sv });
    await settled(element);
    expectKept('in another language');
    await write('Kirja');
    await write('');
    expectKept('as it is emptied');
    await write('Kirja');
    store.change({ ...inOthers(field, ''), ...rows('', '') });
    await settled(element);
    expectKept('as all else is gone elsewhere');
    store.change({ [note.allSteps]: '' });
    await settled(element);
    expectKept('as steps are shown one at a time');
    store.change({ [note.mapShown]: 'yes' });
    await settled(element);
    expectKept('as the map is shown elsewhere');
    store.change({ [note.mapShown]: '' });
    store.change({ [note.allSteps]: 'yes' });
    await settled(element);
    expectKept('as all steps are shown');
  }
});
