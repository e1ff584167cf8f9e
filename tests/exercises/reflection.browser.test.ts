import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AnswerEvent } from '../../src/course/answer-event.ts';
import { AnswerStore } from '../../src/course/answer-store.ts';
import { Reflection } from '../../src/exercises/reflection/element.ts';
import { fi } from '../../src/text/fi.ts';
import { feedback } from './fixtures.ts';
import { toldAloud } from './worksheet.ts';

afterEach(() => document.body.replaceChildren());

test('what is written reaches the store, and the exercise says that it is done', async () => {
  const store = new AnswerStore();
  const element = new Reflection();
  element.exercise = feedback;
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

test('that it is done is told in the moment, and not anew where only the language is another', async () => {
  const element = new Reflection();
  element.exercise = feedback;
  document.body.append(element);
  await element.updateComplete;
  const told = toldAloud(element.renderRoot);
  const store = new AnswerStore();
  store.change({ 'e.feedback.how': 'Kysytään ääneen.' });
  element.answers = store.answers;
  await expect.poll(() => told).toEqual([fi.exercise.done]);
  element.text = { ...fi, language: 'sv', exercise: { ...fi.exercise, done: 'Uppgiften är gjord.' } };
  await expect.element(page.getByText('Uppgiften är gjord.')).toBeVisible();
  expect(told).toEqual([fi.exercise.done]);
});
