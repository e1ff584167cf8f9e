/** One script for both halves of HR's page: its worker is started with the same text, since the page loads nothing. */
import './no-eval.ts';
import { pause } from '../page/slices.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

// Each half runs its own modules only. Both are in this script already: the worker listens before its first message is delivered.
if (typeof document === 'undefined') void startWorker();
else void startPage(document.currentScript?.textContent ?? '');

async function startWorker(): Promise<void> {
  const { DeskWorker } = await import('./worker.ts');
  const worker = new DeskWorker((message) => self.postMessage(message));
  self.addEventListener('message', ({ data }) => worker.receive(data as ToWorker));
}

async function startPage(script: string): Promise<void> {
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  const [app, result] = ['app', 'result'].map((id) => document.getElementById(id));
  if (!app || !result) throw new Error('The page has no place for its content.');
  // Compiling the script, running what draws and drawing for the first time: each a task of its own, so that none is long.
  await pause();
  const { HrPage } = await import('./page.ts');
  const page = new HrPage(app, result, (message) => worker.postMessage(message));
  worker.addEventListener('message', ({ data }) => page.receive(data as FromWorker));
  worker.addEventListener('error', (event) => page.fail(event.message));
  await pause();
  page.start();
}
