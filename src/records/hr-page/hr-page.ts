/** One script for both halves of HR's page: its worker is started with the same text, since the page loads nothing. */
import './no-eval.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { DeskWorker } from './worker.ts';

if (typeof document === 'undefined') startWorker();
else void startPage(document.currentScript?.textContent ?? '');

function startWorker(): void {
  const worker = new DeskWorker((message) => self.postMessage(message));
  self.addEventListener('message', ({ data }) => worker.receive(data as ToWorker));
}

async function startPage(script: string): Promise<void> {
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  const [app, result] = ['app', 'result'].map((id) => document.getElementById(id));
  if (!app || !result) throw new Error('The page has no place for its content.');
  // In the same script, but run here only: what draws needs a document from its first line on.
  const { HrPage } = await import('./page.ts');
  const page = new HrPage(app, result, (message) => worker.postMessage(message));
  worker.addEventListener('message', ({ data }) => page.receive(data as FromWorker));
  worker.addEventListener('error', (event) => page.fail(event.message));
  page.start();
}
