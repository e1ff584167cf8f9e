/** The requests of the edit mode's page. Whoever asks shows that she is that page: its origin, and the token that only it was given. */
import { timingSafeEqual } from 'node:crypto';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import type { EditSession } from './edit-session.ts';
import { TOKEN_HEADER } from './page-messages.ts';
import { EditRefused } from './source-place.ts';

/** A chapter's longest passage is a hundredth of it. Bytes. */
const LONGEST_BODY = 1_000_000;

const number = z.int().min(0);
const text = z.string().max(100_000);
const reading = z.string().max(100);
const listSchema = z.object({ reading, numbers: z.array(number).max(10_000) });
const openSchema = z.object({ reading, number });
const listChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), index: number, texts: z.array(text).max(100) }),
  z.object({ kind: z.literal('move'), from: number, to: number }),
  z.object({ kind: z.literal('remove'), index: number }),
]);
const askedWhat = z.union([z.object({ text }), z.object({ list: number, change: listChange })]);
const changeSchema = z.object({
  reading,
  number,
  hash: z.string().max(100),
  changes: z.array(askedWhat).min(1).max(100),
  confirmed: z.boolean(),
});

/**
 * @param token of this run
 * @param origins under which the page is shown
 */
export function editRoutes(session: EditSession, token: string, origins: () => readonly string[]): Hono {
  return new Hono()
    .use(ownPageOnly(token, origins))
    .use(bodyLimit({ maxSize: LONGEST_BODY }))
    .post('/texts', (context) => answered(context, listSchema, async (asked) => session.texts(asked.reading, asked.numbers)))
    .post('/open', (context) => answered(context, openSchema, (asked) => session.open(asked.reading, asked.number)))
    .post('/change', (context) => answered(context, changeSchema, (asked) => session.change(asked.reading, asked)))
    .post('/undo', (context) => answered(context, z.object({}), () => session.undo()))
    .post('/undoable', (context) => answered(context, z.object({}), async () => ({ label: (await session.undoable()) ?? null })));
}

/** Another site's page sends no such header without asking first (Fetch, 3.2), is answered nothing, and has not the token. */
function ownPageOnly(token: string, origins: () => readonly string[]): MiddlewareHandler {
  return async ({ req, text: answer }, next) => {
    const isOwn = origins().includes(req.header('Origin') ?? '') && isSame(req.header(TOKEN_HEADER) ?? '', token);
    if (!isOwn) return answer('Only the page of this run may do that.', 403);
    await next();
    return undefined;
  };
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function answered<T extends z.ZodType>(
  context: Context,
  schema: T,
  work: (asked: z.output<T>) => Promise<unknown>,
): Promise<Response> {
  const parsed = schema.safeParse(await context.req.json().catch(() => undefined));
  if (!parsed.success) return context.text('The request is not understood.', 400);
  try {
    return context.json((await work(parsed.data)) as object);
  } catch (error) {
    if (error instanceof EditRefused) return context.json({ refused: error.reason }, 409);
    throw error;
  }
}
