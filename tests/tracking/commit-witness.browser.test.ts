/** What a real browser shows of an LMS's requests. */
import { expect, test } from 'vitest';
import { WindowWitness } from '../../src/tracking/commit-witness.ts';

/** A file that the test server has. */
const own = '/package.json';

test('a synchronous request that was answered is a receipt', async () => {
  const ended = new WindowWitness([window]).watch();
  const request = new XMLHttpRequest();
  request.open('GET', `${own}?receipt`, false);
  request.send();
  expect(await ended()).toBe('answered');
});

test('a synchronous request that was answered with an error is none', async () => {
  const ended = new WindowWitness([window]).watch();
  const request = new XMLHttpRequest();
  request.open('GET', '/there-is-no-such-file.json', false);
  request.send();
  expect(request.status).toBe(404);
  expect(await ended()).toBe('none');
});

test('a request that comes back after the commit is none', async () => {
  const ended = new WindowWitness([window]).watch();
  const late = fetch(`${own}?late`);
  expect(await ended()).toBe('none');
  await late;
});

test('a commit that sends nothing has no receipt', async () => {
  expect(await new WindowWitness([window]).watch()()).toBe('none');
});

test('a beacon is seen, and sendBeacon is the browser’s own again', async () => {
  const before = navigator.sendBeacon;
  const ended = new WindowWitness([window]).watch();
  navigator.sendBeacon(`${own}?beacon`, 'x');
  expect(await ended()).toBe('beacon');
  expect(navigator.sendBeacon).toBe(before);
});
