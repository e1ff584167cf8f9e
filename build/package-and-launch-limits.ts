/** What a package should weigh and a launch cost at most: a strict build stops at more, another warns. */
import type { Standard } from './packages.ts';

export const limits = {
  zipBytes: 350_000,
  /** A launch in another than the main language is one request more. */
  launchRequests: 3,
  /** Before compression, in any of its languages. The client of an LRS costs something. */
  launchBytes: { scorm12: 300_000, scorm2004: 300_000, web: 300_000, xapi: 320_000, cmi5: 320_000 } satisfies Record<Standard, number>,
  /** What an organization fills in, its logo above all (`src/own-package/logo-limits.ts`), counts in neither where it is not more. */
  settingsBytes: 50_000,
} as const;
