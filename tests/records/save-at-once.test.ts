/** What HR saves: made by the rules that were given before, of the files that were. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { parseLicenceCourse } from '../../src/records/licence-course.ts';
import { IDENTIFIERS } from '../../src/records/people/person-keys.ts';
import type { FromWorker } from '../../src/records/hr-page/worker-messages.ts';
import type { Rules } from '../../src/records/hr-page/desk.ts';
import { DeskWorker } from '../../src/records/hr-page/worker.ts';

const COURSE = join(import.meta.dirname, '../../content/course.yaml');
const course = parseLicenceCourse(await readFile(COURSE, 'utf8'), COURSE);
const rules: Rules = { identify: IDENTIFIERS, pseudonymous: false, activityNames: [], maps: [] };

function started(): { worker: DeskWorker; told: FromWorker[]; heard: (type: FromWorker['type'], count?: number) => Promise<FromWorker> } {
  vi.stubGlobal('BUILT_IN', { course, skin: { style: { code: '', hash: '' }, script: { code: '', hash: '' } } });
  const told: FromWorker[] = [];
  const worker = new DeskWorker((message) => told.push(message));
  const heard = async (type: FromWorker['type'], count = 1): Promise<FromWorker> => {
    await vi.waitFor(() => expect(told.filter((one) => one.type === type).length).toBeGreaterThanOrEqual(count), { timeout: 5000 });
    return told.filter((one) => one.type === type)[count - 1] as FromWorker;
  };
  return { worker, told, heard };
}

const report = (email: string): Blob =>
  new Blob([
    `Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore\n"Aino Äijä"\t${email}\t1\t"Tuesday, 24 November 2026, 11:52 PM"\t"Tuesday, 24 November 2026, 11:59 PM"\t100\n`,
  ]);

test.each(['csv', 'html', 'xlsx'] as const)('pseudonyms that were just asked for are in the %s that is saved at once', async (as) => {
  const { worker, heard } = started();
  worker.receive({ type: 'rules', rules, language: 'en' });
  worker.receive({ type: 'take', given: { id: 1, name: 'ASPA Aspa-ajokortti.txt', file: report('aino@example.com') } });
  await heard('table');
  worker.receive({ type: 'rules', rules: { ...rules, pseudonymous: true }, language: 'en' });
  worker.receive({ type: 'save', as });
  const saved = (await heard('saved')) as Extract<FromWorker, { type: 'saved' }>;
  const bytes = new Uint8Array(await saved.content.arrayBuffer());
  const text = as === 'xlsx' ? strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array()) : strFromU8(bytes);
  expect(text).not.toContain('aino@example.com');
});

test('who is in a file that was given before “save” is in what is saved', async () => {
  const { worker, heard } = started();
  worker.receive({ type: 'rules', rules, language: 'en' });
  worker.receive({ type: 'take', given: { id: 1, name: 'ASPA Aspa-ajokortti.txt', file: report('aino@example.com') } });
  await heard('table');
  worker.receive({ type: 'take', given: { id: 2, name: 'ASPA2 Aspa-ajokortti.txt', file: report('eino@example.com') } });
  worker.receive({ type: 'save', as: 'csv' });
  const saved = (await heard('saved')) as Extract<FromWorker, { type: 'saved' }>;
  expect(await saved.content.text()).toContain('eino@example.com');
});
