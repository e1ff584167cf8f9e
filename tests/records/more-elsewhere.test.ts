/** Where `more` leads nowhere: an LRS below another path is asked there, and nothing is made of an address that is not one of statements. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { HttpClient } from '../../src/records/sources/http-client.ts';
import { StatementPages } from '../../src/records/sources/statement-pages.ts';

const http = new HttpClient({ timeout: 5_000, patience: 0, notice: () => undefined });

/** The ids of all pages of an LRS below /lrs that calls itself by another path. @param more where it says the second page is */
async function idsIn(more: string): Promise<string[]> {
  const server = createServer(({ url = '' }, response) => {
    const isThere = url.startsWith('/lrs/statements');
    const isSecond = url.includes('/more/') || url.includes('page=2');
    // Without the one parameter that it knows, it gives whatever it has.
    const page = url.includes('verb=')
      ? { statements: [{ id: 'first' }], more }
      : { statements: [{ id: isSecond ? 'second' : 'of another course' }] };
    response.writeHead(isThere ? 200 : 404, { 'Content-Type': 'application/json' }).end(JSON.stringify(isThere ? page : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = new URL(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/lrs`);
  const ids: string[] = [];
  try {
    const pages = new StatementPages({ endpoint, key: 'key', secret: 'secret', http });
    for await (const statement of pages.query({ verb: 'v' })) ids.push(String((statement as { readonly id: unknown }).id));
  } finally {
    server.close();
  }
  return ids;
}

test.each(['/xapi/statements?page=2', '/xapi/statements/more/2'])('%s is asked for below the given address', async (more) => {
  expect(await idsIn(more)).toEqual(['first', 'second']);
});

test('of another address all statements are not read in its place', async () => {
  await expect(idsIn('/xapi/more?token=2')).rejects.toMatchObject({ code: 'not-found' });
});
