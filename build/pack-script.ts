/** Deflates a bundle into the script that runs it (`src/entry/start-packed.ts`, `src/entry/start-language.ts`). */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Language } from '../src/course/languages.ts';
import { packed } from './packed.ts';
import { smallScript } from './small-script.ts';

/** What unpacks and runs the bundle. */
type Starter = 'start-packed' | 'start-language';

/** With its quotes: no other sign ends the packed script in it. */
const PLACE = '"@packed-script@"';

export interface PackedScript {
  readonly script: string;
  /** For the page's policy, which lets only this one run. */
  readonly hash: string;
}

/** @param code the bundle of a further language */
export function packLanguage(language: Language, code: string): Promise<PackedScript> {
  return packScript(code, `kurssi-${language}.js`, 'start-language');
}

/** @param name for stack traces and the browser's tools */
export async function packScript(code: string, name = 'kurssi.js', starter: Starter = 'start-packed'): Promise<PackedScript> {
  const entry = fileURLToPath(new URL(`../src/entry/${starter}.ts`, import.meta.url));
  const named = `${code.trimEnd()}\n//# sourceURL=${name}\n`;
  const file = await smallScript(entry);
  if (!file.includes(PLACE)) throw new Error(`${entry} has no place for the packed script.`);
  const inside = await packed(named);
  return {
    script: file.replace(PLACE, () => `"${inside}"`),
    hash: createHash('sha256').update(named).digest('base64'),
  };
}
