/** Faults that a developer can switch on for an attempt: the server then really behaves so. */
import { setTimeout as wait } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Fault } from '../simulator/fault.ts';

/** Those of the simulator's faults that a server can really show. Here `hang` is a connection that is cut in the end. */
export const previewFaults = ['none', 'offline', 'unavailable', 'html', 'hang', 'shut-out', 'session-expired'] as const satisfies readonly (
  'none' | Fault
)[];
export type PreviewFault = (typeof previewFaults)[number];

export interface FaultSettings {
  /** How long a request hangs before its connection is cut, milliseconds. */
  readonly hangTime: number;
}

/** The answer that a fault gives to a request; undefined where the request goes on as usual. */
export async function faultyAnswer(
  fault: PreviewFault,
  kind: 'call' | 'file',
  bindings: HttpBindings,
  { hangTime }: FaultSettings,
): Promise<Response | undefined> {
  switch (fault) {
    case 'none':
      return undefined;
    case 'offline':
      bindings.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    case 'hang':
      await wait(hangTime);
      bindings.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    case 'unavailable':
      return new Response('Service Unavailable', { status: 503 });
    case 'html':
      return pageOf('<!doctype html><title>Kirjaudu verkkoon</title><p>Hyväksy verkon ehdot.</p>');
    case 'shut-out':
      return kind === 'file' ? sentOn('/') : pageOf('<!doctype html><title>Kurssit</title><p>Tämä sisältö on piilotettu.</p>');
    case 'session-expired':
      return kind === 'file' ? sentOn('/login') : Response.json({ result: 'session-ended' }, { status: 403 });
  }
}

function pageOf(html: string): Response {
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' } });
}

function sentOn(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } });
}
