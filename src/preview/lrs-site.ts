/**
 * The LRS and the launchers' endpoints, on an origin of their own as they are in real life. The LRS is this machine's own, or a real
 * one at an address.
 */
import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import { onlyFrom } from './course-origins.ts';
import { faultyAnswer, type FaultSettings, type PreviewFault } from './faults.ts';
import type { LaunchBook } from '../simulator/launchers/launch-book.ts';
import { launcherRoutes } from '../simulator/launchers/launcher-routes.ts';
import type { EndpointOptions } from '../simulator/launchers/forwarding.ts';
import { createLrs } from '../simulator/lrs/lrs-app.ts';
import type { LrsStore } from '../simulator/lrs/lrs-store.ts';

/** What opens the LRS of the preview to a tool such as the records. */
export interface LrsKey {
  readonly user: string;
  readonly password: string;
}

/** 192 bits: nobody guesses them while a preview runs. */
const PASSWORD_BYTES = 24;

/** An LRS elsewhere, with what opens it. */
export interface RealLrs {
  /** Its xAPI endpoint. */
  readonly url: string;
  readonly key: string;
  readonly secret: string;
}

/**
 * The LRS at an address, with its key and secret from the environment, where no list of processes and no history of a shell shows them.
 * @throws Error where the address is none or holds them, or the environment lacks them
 */
export function realLrsAt(url: string, environment: NodeJS.ProcessEnv): RealLrs {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Error(`--lrs "${url}" is no address. Write the LRS’s xAPI endpoint, such as https://lrs.example.org/xapi/`);
  const { username, password } = new URL(url);
  if (username || password) throw new Error('--lrs takes the address alone; key and secret come from ASPA_LRS_KEY and ASPA_LRS_SECRET.');
  const { ASPA_LRS_KEY: key, ASPA_LRS_SECRET: secret } = environment;
  if (!key || !secret) throw new Error('--lrs needs ASPA_LRS_KEY and ASPA_LRS_SECRET in the environment.');
  return { url, key, secret };
}

export interface LrsSiteOptions extends FaultSettings {
  readonly book: LaunchBook;
  readonly store: LrsStore;
  /** A real LRS to use instead. */
  readonly lrs?: RealLrs;
  /** The fault that is switched on for a registration. */
  readonly faultOf: (registration: string) => PreviewFault;
  /** Origins of the pages that courses are shown on. */
  readonly courseOrigins: () => readonly string[];
}

export interface LrsSite {
  readonly app: Hono<{ Bindings: HttpBindings }>;
  readonly launching: EndpointOptions;
  /** Another one for each site that is made. */
  readonly key: LrsKey;
}

export function createLrsSite({ book, store, lrs, faultOf, hangTime, courseOrigins }: LrsSiteOptions): LrsSite {
  const key: LrsKey = { user: 'preview', password: randomBytes(PASSWORD_BYTES).toString('base64url') };
  const authorization = basic(key.user, key.password);
  const own = new Hono().route('/lrs', createLrs({ store, authorized: (header) => header === authorization }));
  const launching: EndpointOptions = {
    book,
    lrs: lrs === undefined ? (path, init) => Promise.resolve(own.request(`/lrs/${path}`, withKey(init, authorization))) : realLrs(lrs),
    now: () => Date.now(),
  };
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(onlyFrom(courseOrigins));
  app.use('/launcher/:session/*', async (context, next) => {
    const session = book.session(context.req.param('session'));
    const fault = session ? faultOf(session.enrolment) : 'none';
    if (session && fault === 'session-expired') session.ended = true;
    const answer = fault === 'session-expired' ? undefined : await faultyAnswer(fault, 'call', context.env, { hangTime });
    return answer ?? next();
  });
  app.route('/launcher', launcherRoutes(launching));
  app.route('/', own);
  return { app, launching, key };
}

function realLrs({ url, key, secret }: RealLrs): EndpointOptions['lrs'] {
  const endpoint = url.replace(/\/*$/, '/');
  return (path, init) => fetch(`${endpoint}${path}`, withKey(init, basic(key, secret)));
}

function withKey(init: RequestInit, authorization: string): RequestInit {
  const headers = new Headers(init.headers);
  headers.set('Authorization', authorization);
  return { ...init, headers };
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
