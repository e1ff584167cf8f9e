import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AnswerEvent } from '../../src/course/answer-event.ts';
import { AnswerStore } from '../../src/course/answer-store.ts';
import type { Reflection as ReflectionExercise } from '../../src/exercises/reflection/definition.ts';
import { Reflection } from '../../src/exercises/reflection/element.ts';

const exercise: ReflectionExercise = {
  kind: 'reflection',
  id: 'e.feedback',
  title: 'Palautteesta yhteiskehittämiseen',
  why: 'Palaute on alku.',
  task: '<p>Palaa palautteiden ääreen.</p>',
  classes: ['E'],
  questions: [{ id: 'how', label: 'Miten palautteen antaminen muutetaan yhteiskehittämiseksi?' }],
};

afterEach(() => document.body.replaceChildren());

test('what is written reaches the store, and the exercise says that it is done', async () => {
  const store = new AnswerStore();
  const element = new Reflection();
  element.exercise = exercise;
  element.addEventListener(AnswerEvent.type, (event) => {
    store.change((event as AnswerEvent).changes);
    element.answers = store.answers;
  });
  document.body.append(element);
  await element.updateComplete;
  expect(element.renderRoot.textContent).not.toContain('Vielä tarvitaan');
  await userEvent.fill(page.getByRole('textbox', { name: /Miten palautteen/ }), 'Kysytään ääneen.\nÄÖÅ 😀 {[<script>');
  expect(store.answers.get('e.feedback.how')?.text).toBe('Kysytään ääneen.\nÄÖÅ 😀 {[<script>');
  await expect.element(page.getByText('Tehtävä on tehty')).toBeVisible();
});
