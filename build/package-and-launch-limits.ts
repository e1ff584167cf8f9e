/** What a package may weigh and what a launch may cost: the build stops at more. */
import type { Standard } from './packages.ts';

export const limits = {
  zipBytes: 350_000,
  /** A launch in another than the main language is one request more. */
  launchRequests: 3,
  /** Before compression, in any of its languages. The client of an LRS costs something. */
  launchBytes: { scorm12: 300_000, scorm2004: 300_000, web: 300_000, xapi: 320_000, cmi5: 320_000 } satisfies Record<Standard, number>,
} as const;
