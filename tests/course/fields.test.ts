import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../src/course/fields.ts';
import type { Field } from '../../src/fields/field.ts';
import { inItem } from '../../src/fields/list/definition.ts';
import { channels, ideas, training } from '../exercises/fixtures.ts';
import { course, exercises, feedback } from './exercises.ts';

const allFields = exercises.flatMap((exercise) => fieldsOf(exercise, course));
const idsOf = (fields: readonly Field[]): string[] => fields.map(({ id }) => id);

describe('ids', () => {
  test('are ASCII, readable, unique in the course, and begin with their exercise', () => {
    expect(new Set(idsOf(allFields)).size).toBe(allFields.length);
    for (const exercise of exercises) {
      for (const { id } of fieldsOf(exercise, course)) {
        expect(id).toMatch(/^[a-z][a-z0-9._]*$/);
        expect(id.startsWith(`${exercise.id}.`)).toBe(true);
      }
    }
  });

  test('of a channel are the ones that answers have been kept under from the start', () => {
    expect(idsOf(fieldsOf(channels, course)).filter((id) => id.includes('phone'))).toEqual([
      'b.channels.phone_not_mine',
      'b.channels.phone.skill',
      'b.channels.phone.skill_note',
      'b.channels.phone.presence',
      'b.channels.phone.presence_note',
      'b.channels.phone.development',
    ]);
  });

  test('of fields in a list are local, and whole once they stand in an item', () => {
    const [list] = fieldsOf(ideas, course);
    if (list?.type !== 'list') throw new Error('The ideas are a list');
    expect(list.fields.map(({ id }) => id)).toEqual(['who', 'channel', 'sort', 'what', 'response']);
    expect(inItem(list.id, 'ab12', list.fields[0] as (typeof list.fields)[number]).id).toBe('c.ideas.ideas.ab12.who');
  });
});

describe('what a field carries', () => {
  test('a scale says its channel in its label, since reports show it without its row', () => {
    expect(fieldsOf(channels, course).find(({ id }) => id === 'b.channels.chat.presence')?.label).toBe('Chat: Läsnäoloni');
  });

  test('a question marked private is private wherever it stands', () => {
    const secret = { ...training, log: { ...training.log, noticed: { ...training.log.noticed, private: true } } };
    const log = fieldsOf(secret, course).find(({ type }) => type === 'list');
    expect(log?.type === 'list' && log.fields.find(({ id }) => id === 'noticed')?.private).toBe(true);
    expect(log?.private).toBe(false);
    const withScale = { ...channels, skill: { ...channels.skill, private: true } };
    expect(
      fieldsOf(withScale, course)
        .filter(({ private: hidden }) => hidden)
        .map(({ id }) => id),
    ).toEqual(['b.channels.phone.skill', 'b.channels.phone.skill_note', 'b.channels.chat.skill', 'b.channels.chat.skill_note']);
  });

  test('a text holds 4,000 characters where the content says nothing else', () => {
    const [how] = fieldsOf(feedback, course);
    expect(how?.type === 'text' && how.maxLength).toBe(4000);
    const [list] = fieldsOf(ideas, course);
    const who = list?.type === 'list' ? list.fields[0] : undefined;
    expect(who?.type === 'text' && who.maxLength).toBe(100);
  });
});
