import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readCourse } from '../../build/read-course.ts';
import type { Answers } from '../../src/course/answers.ts';
import { exercisesOf, type Course, type Exercise } from '../../src/course/course.ts';
import type { WrittenNode, WrittenPart } from '../../src/fields/field-type.ts';
import { writtenIn } from '../../src/shell/workbook/written-answers.ts';
import { fi } from '../../src/text/fi.ts';
import { FINNISH_ANSWERS } from '../tracking/finnish-answers.ts';

const course: Course = await readCourse(fileURLToPath(new URL('../../content', import.meta.url)));

function wordsOf(part: WrittenPart): string[] {
  const inNodes = (nodes: readonly WrittenNode[]): string[] => nodes.flatMap(({ text, nodes: inner }) => [text, ...inNodes(inner)]);
  switch (part.type) {
    case 'answer':
      return [part.answer];
    case 'entries':
      return part.entries.flat().map(({ answer }) => answer);
    case 'tree':
      return part.branches.flatMap(({ nodes }) => inNodes(nodes));
  }
}

function exercise(id: string): Exercise {
  return exercisesOf(course).find((one) => one.id === id) as Exercise;
}

function channelRows(answers: Answers): string[][] {
  const [matrix] = writtenIn(exercise('b.channels'), course, answers, fi);
  if (matrix?.type !== 'entries') throw new Error('The channels are no matrix.');
  return matrix.entries.map((row) => row.map(({ answer }) => answer));
}

test('the workbook has what stands below a branch that the map had in an earlier release, as the map itself shows it', () => {
  const map = exercise('d.map');
  if (map.kind !== 'stakeholder-map') throw new Error('The map is another exercise.');
  const [first, gone] = map.branches;
  if (!first || !gone) throw new Error('The map has no branches.');
  const later = { ...map, branches: map.branches.filter(({ id }) => id !== gone.id) };
  const nodes = {
    'd.map.map.n1': `${gone.id} 1`,
    'd.map.map.n1.text': 'Nuorisotyö',
    'd.map.map.n2': 'n1 1',
    'd.map.map.n2.text': 'Etsivä työ',
  };
  const answers: Answers = new Map(Object.entries(nodes).map(([id, text]) => [id, { text, at: 1000 }]));
  expect(writtenIn(later, course, answers, fi).flatMap(wordsOf).filter(Boolean)).toEqual(['Nuorisotyö', 'Etsivä työ']);
});

test('nothing that was written is missing from the workbook', () => {
  for (const each of exercisesOf(course)) {
    const shown = writtenIn(each, course, FINNISH_ANSWERS, fi).flatMap(wordsOf).join('\n');
    // Sentences, not ids of options and days.
    for (const [field, { text }] of FINNISH_ANSWERS)
      if (field.startsWith(`${each.id}.`) && /^[A-ZÄÖ][^]*[a-zäö] /.test(text)) expect(shown, field).toContain(text);
  }
});

test('all entries of a list have the same questions, so that they are rows of one table', () => {
  for (const each of exercisesOf(course))
    for (const part of writtenIn(each, course, FINNISH_ANSWERS, fi)) {
      if (part.type !== 'entries') continue;
      const heads = part.entries.map((entry) => entry.map(({ label }) => label));
      for (const other of heads) expect(other, each.id).toEqual(heads[0]);
    }
});

test('a place of the path is one row: the answer, and below it what is marked there', () => {
  const rows = writtenIn(exercise('c.path'), course, FINNISH_ANSWERS, fi).map((part) => (part.type === 'answer' ? part : undefined));
  const labels = rows.map((row) => row?.label);
  expect(new Set(labels).size).toBe(10);
  expect(labels).toHaveLength(10);
  const ofPlace = (label: string): string[] | undefined => rows.find((row) => row?.label === label)?.answer.split('\n');
  expect(ofPlace('Mitä tapahtuu palvelun aluksi?')).toEqual([
    FINNISH_ANSWERS.get('c.path.beginning')?.text,
    'Suosittelu: Konsolihuone ja lautapelit',
  ]);
  const markAlone: Answers = new Map([['c.path.need.marks', { text: 'tip', at: 0 }]]);
  expect(writtenIn(exercise('c.path'), course, markAlone, fi)[3]).toMatchObject({ answer: 'Vinkkaus' });
});

test('the channels are one matrix: a row a channel, a scale with its note in one cell, her own channels by their names', () => {
  const rows = channelRows(FINNISH_ANSWERS);
  expect(rows[0]?.slice(0, 2)).toEqual([
    'Palvelupiste',
    'Voin opastaa muitakin\nKaksikymmentä vuotta samaa luukkua, eiköhän se jo luonnistu',
  ]);
  expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining(['TikTok', 'Torimyyjäiset ja kylätapahtumat']));
});

test('channels that are not her work are named in one line and are no rows; what she has written of one stays to be read', () => {
  const mark = { text: 'not_mine', at: 0 };
  const answers: Answers = new Map([
    ['b.channels.chat_not_mine', mark],
    ['b.channels.phone_not_mine', mark],
    ['b.channels.phone.development', { text: 'Opin lisää.', at: 0 }],
  ]);
  const names = channelRows(answers).map(([name]) => name);
  expect(names).toContain('Puhelin');
  expect(names).not.toContain('Chat');
  const exercise = exercisesOf(course).find(({ id }) => id === 'b.channels');
  const line = exercise && writtenIn(exercise, course, answers, fi).find((part) => part.type === 'answer');
  expect(line).toMatchObject({ label: 'Ei kuulu työhöni', answer: 'Puhelin, Chat' });
});
