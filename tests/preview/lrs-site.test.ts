import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLrsSite, realLrsAt } from '../../src/preview/lrs-site.ts';
import { LrsStore } from '../../src/simulator/lrs/lrs-store.ts';
import type { LaunchBook } from '../../src/simulator/launchers/launch-book.ts';
import { startPreview, type Preview } from '../../src/preview/server.ts';

let folder = '';
let elsewhere: Preview | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aspa-lrs-'));
});

afterEach(async () => {
  await elsewhere?.close();
  elsewhere = undefined;
  rmSync(folder, { recursive: true });
});

describe('a real LRS instead of the preview’s own', () => {
  test('gets the requests with its key, and the preview’s own gets none', async () => {
    elsewhere = await startPreview({ port: 0, data: join(folder, 'elsewhere.sqlite'), packages: folder });
    const { user, password } = elsewhere.lrsKey;
    const environment = { ASPA_LRS_KEY: user, ASPA_LRS_SECRET: password };
    const own = new LrsStore(':memory:');
    const { launching } = createLrsSite({
      book: {} as LaunchBook,
      store: own,
      lrs: realLrsAt(elsewhere.lrsUrl, environment),
      faultOf: () => 'none',
      hangTime: 50,
      courseOrigins: () => [],
    });
    const statement = {
      actor: { mbox: 'mailto:a@example.org' },
      verb: { id: 'http://example.org/did' },
      object: { id: 'http://example.org/it' },
    };
    const headers = { 'X-Experience-API-Version': '1.0.3', 'Content-Type': 'application/json' };
    const sent = await launching.lrs('statements', { method: 'POST', headers, body: JSON.stringify(statement) });
    expect(sent.status).toBe(200);
    const kept = (await (await launching.lrs('statements', { headers })).json()) as { statements: unknown[] };
    expect(kept.statements).toHaveLength(1);
    expect([...own.statements(true, undefined)]).toEqual([]);
    own.close();
  });

  test('never takes its key from the command line', () => {
    expect(() => realLrsAt('https://key:secret@lrs.example.org/xapi', { ASPA_LRS_KEY: 'k', ASPA_LRS_SECRET: 's' })).toThrow('ASPA_LRS_KEY');
    expect(() => realLrsAt('https://:secret@lrs.example.org/xapi', { ASPA_LRS_KEY: 'k', ASPA_LRS_SECRET: 's' })).toThrow('ASPA_LRS_KEY');
    expect(() => realLrsAt('https://lrs.example.org/xapi', {})).toThrow('needs ASPA_LRS_KEY and ASPA_LRS_SECRET');
  });

  test.each(['lrs.example.org', 'https://%E4', 'file:///lrs', ''])('says what "%s" should be', (address) => {
    expect(() => realLrsAt(address, { ASPA_LRS_KEY: 'k', ASPA_LRS_SECRET: 's' })).toThrow(`--lrs "${address}" is no address.`);
  });
});
