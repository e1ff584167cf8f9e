import { expect, test } from 'vitest';
import { joinedLabels } from '../../src/course/joined-labels.ts';

test('names of a few words stand in one line', () => {
  expect(joinedLabels(['Chat', 'Puhelin', 'Kirjaston tilat'])).toBe('Chat, Puhelin, Kirjaston tilat');
});

test('sentences, and names with a comma, have a line each', () => {
  expect(joinedLabels(['Tervehdi jokaista.', 'Kysy'])).toBe('Tervehdi jokaista.\nKysy');
  expect(joinedLabels(['Ystävällisyys, kohteliaisuus', 'Tapa'])).toBe('Ystävällisyys, kohteliaisuus\nTapa');
});

test('one stands as it is, and none is no text', () => {
  expect(joinedLabels(['Tervehdi jokaista.'])).toBe('Tervehdi jokaista.');
  expect(joinedLabels([])).toBe('');
});
