/** A worker reads the primer of the state under the policy that pages of SCORM have; where that is barred, the page does. In three engines. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { build } from 'esbuild';
import { smallScript } from '../../build/small-script.ts';
import { engines, test } from './engines.ts';
import { othersNightly } from './nightly.ts';

const state = fileURLToPath(new URL('../../src/tracking/state', import.meta.url));

/** Tells in its title what the worker did, and a sum over all that the model has learned. */
async function pageScript(): Promise<string> {
  const worker = JSON.stringify(await smallScript(`${state}/primer-worker.ts`));
  const contents = `
    import { primeAside } from './prime-aside.ts';
    import { primedModel } from './primed-model.ts';
    const seen = [];
    const OwnWorker = Worker;
    window.Worker = class extends OwnWorker {
      constructor(address) {
        super(address);
        for (const type of ['message', 'error']) this.addEventListener(type, () => seen.push(type));
      }
    };
    primeAside(${worker}, 60_000).then(() => {
      const sums = Object.values(primedModel().tables).map((table) => table.reduce((sum, value) => (sum * 31 + value) | 0, 7));
      document.title = JSON.stringify({ seen, sums });
    });`;
  const { outputFiles } = await build({ stdin: { contents, resolveDir: state }, bundle: true, write: false, format: 'iife' });
  return outputFiles[0]?.text ?? '';
}

for (const engine of engines) {
  test(
    `${engine.name}: a worker learns the primer, and where none may run, the page does`,
    othersNightly(engine),
    async ({ newBrowser }) => {
      test.skip(engine.missing !== undefined, engine.missing);
      const script = await pageScript();
      const site = createServer(({ url = '' }, response) => {
        const isScript = url === '/page.js';
        const workers = url === '/barred' ? '' : '; worker-src blob:';
        const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'${workers}">`;
        response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
        response.end(
          isScript ? script : `<!doctype html><html><head>${policy}<script src="page.js" defer></script></head><body></body></html>`,
        );
      }).listen(0, '127.0.0.1');
      await once(site, 'listening');
      const browser = await newBrowser(engine);
      try {
        const results: { readonly seen: readonly string[]; readonly sums: readonly number[] }[] = [];
        for (const path of ['allowed', 'barred']) {
          const window = await browser.newWindow();
          await window.goTo(`http://127.0.0.1:${String((site.address() as AddressInfo).port)}/${path}`);
          const title = (): Promise<string> => window.course.read({ css: 'html' }, () => document.title);
          await expect.poll(title, { timeout: 60_000 }).toContain('sums');
          results.push(JSON.parse(await title()));
          await window.close();
        }
        const [allowed, barred] = results;
        expect(allowed?.seen).toEqual(['message']);
        expect(barred?.seen).not.toContain('message');
        expect(allowed?.sums).toEqual(barred?.sums);
      } finally {
        await browser.quit();
        site.close();
      }
    },
  );
}
