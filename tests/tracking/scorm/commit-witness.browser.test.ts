/** What a real browser shows of an LMS's requests. */
import { expect, test } from 'vitest';
import { WindowWitness } from '../../../src/tracking/scorm/commit-witness.ts';
import { HELD_PATH } from '../../held-answers.ts';

/** A file that the test server has. */
const own = '/package.json';

/** With its last byte: a fetch resolves at the head of an answer, and the request is not over then. */
async function wholeAnswer(path: string): Promise<void> {
  await (await fetch(path)).arrayBuffer();
}

test('a synchronous request that was answered is a receipt', async () => {
  const watch = new WindowWitness([window]).watch();
  const request = new XMLHttpRequest();
  request.open('GET', `${own}?receipt`, false);
  request.send();
  expect(await watch.end()).toBe('answered');
});

test('a synchronous request that was answered with an error is none', async () => {
  const watch = new WindowWitness([window]).watch();
  const request = new XMLHttpRequest();
  request.open('GET', '/there-is-no-such-file.json', false);
  request.send();
  expect(request.status).toBe(404);
  expect(await watch.end()).toBe('none');
});

test('a request that comes back after the commit is none', async () => {
  const watch = new WindowWitness([window]).watch();
  const late = fetch(HELD_PATH);
  expect(await watch.end()).toBe('none');
  await fetch(HELD_PATH, { method: 'POST' });
  await late;
});

test('a commit that sends nothing has no receipt', async () => {
  expect(await new WindowWitness([window]).watch().end()).toBe('none');
});

test('a beacon is seen, and sendBeacon is the browser’s own again', async () => {
  const before = navigator.sendBeacon;
  const watch = new WindowWitness([window]).watch();
  navigator.sendBeacon(`${own}?beacon`, 'x');
  expect(await watch.end()).toBe('beacon');
  expect(navigator.sendBeacon).toBe(before);
});

test('a beacon that is sent after a request has failed is told apart', async () => {
  const watch = new WindowWitness([window]).watch();
  const request = new XMLHttpRequest();
  request.open('GET', '/there-is-no-such-file.json', false);
  request.send();
  navigator.sendBeacon(`${own}?fallback`, 'x');
  expect(await watch.end()).toBe('fallback');
});

test('a request that fails after the commit returned is found out later', async () => {
  const watch = new WindowWitness([window]).watch();
  const late = fetch('/there-is-no-such-file.json?late');
  expect(await watch.end()).toBe('none');
  await late;
  await expect.poll(() => watch.failed()).toBe(404);
});

test('so is one that is sent some time after the commit', async () => {
  const watch = new WindowWitness([window]).watch();
  expect(await watch.end()).toBe('none');
  await fetch('/there-is-no-such-file.json?delayed');
  await expect.poll(() => watch.failed()).toBe(404);
});

test('and a beacon that nobody took', async () => {
  const watch = new WindowWitness([window]).watch();
  navigator.sendBeacon('/there-is-no-such-file.json?beacon', 'x');
  await watch.end();
  await expect.poll(() => watch.failed()).toBe(404);
});

test('what was answered has not failed, and what failed before is not this save’s', async () => {
  const witness = new WindowWitness([window]);
  const first = witness.watch();
  await wholeAnswer('/there-is-no-such-file.json?before');
  await first.end();
  const second = witness.watch();
  await wholeAnswer(`${own}?after`);
  expect(await second.end()).toBe('answered');
  expect(second.failed()).toBeUndefined();
});
