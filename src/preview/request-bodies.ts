/** What the preview's pages post, held to its form: anything may reach a server, from a course under work or from a hand-made request. */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { previewFaults } from './faults.ts';
import type { LaunchRequest, StoreRequest } from '../simulator/lms-server.ts';

const mode = z.enum(['normal', 'browse', 'review']);

export const faultBody = z.object({ fault: z.enum(previewFaults) });

export const launchBody = z.looseObject({
  standard: z.enum(['scorm12', 'scorm2004']),
  attempt: z.string(),
  learner: z.looseObject({ id: z.string(), name: z.string(), language: z.exactOptional(z.string()) }),
  mode,
}) satisfies z.ZodType<LaunchRequest>;

export const storeBody = z.looseObject({
  attempt: z.string(),
  mode,
  values: z.array(z.tuple([z.string(), z.string()])),
  finish: z.boolean(),
  launch: z.exactOptional(z.number()),
  seconds: z.exactOptional(z.number()),
  secondsBefore: z.exactOptional(z.number()),
  replace: z.exactOptional(z.boolean()),
}) satisfies z.ZodType<StoreRequest>;

/** @throws HTTPException 400 where the body is no JSON of that form */
export async function bodyOf<T>(context: Context, form: z.ZodType<T>): Promise<T> {
  const read = form.safeParse(jsonOf(await context.req.text()));
  if (read.success) return read.data;
  throw new HTTPException(400, { message: `The body is not what the preview’s pages send: ${z.prettifyError(read.error)}` });
}

/** Undefined, which fits no form, where the text is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
