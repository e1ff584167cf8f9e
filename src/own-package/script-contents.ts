/** Finds the course's content in a package's script, where the build has put it as JSON (`virtual:course` in `build/bundle-course.ts`). */
import type { CourseContents } from '../course/settings.ts';
import { inflated, unpack } from '../entry/unpack.ts';
import { fromBase85 } from '../tracking/state/base85.ts';
import { fromBase91 } from './base91.ts';

/** The script that the package runs: out of the course's file, where it lies packed since release 1.1 (`src/entry/start-packed.ts`). */
export function scriptIn(file: string): string {
  for (const [, text = ''] of file.matchAll(/[(=]"([ !#-[\]-~]{200,})"/g)) {
    const script = packedScript(text);
    if (script !== undefined) return script;
  }
  for (const value of packedInBase64(file)) {
    const { script } = (value ?? {}) as { readonly script?: unknown };
    if (typeof script === 'string') return script;
  }
  return file;
}

/** Characters of all ways of packing, as many as the name at a packed script's end takes by itself, and not as many spaces as sentences have. */
function mayBePacked(text: string): boolean {
  return /^[ -~]{20,}$/.test(text) && text.split(' ').length <= 3 + text.length / 40;
}

/** @returns undefined for a text in which no script of `build/pack-script.ts` lies packed, such as an address */
export function packedScript(text: string): string | undefined {
  if (!mayBePacked(text)) return undefined;
  for (const read of [unpack, inBase91, inBase85]) {
    const script = attempted(() => read(text));
    if (script !== undefined && /\n\/\/# sourceURL=\S+\n$/.test(script)) return script;
  }
  return undefined;
}

// So it lay in packages that were built between the releases.

function inBase91(text: string): string {
  return inflated(fromBase91(text));
}

function inBase85(text: string): string {
  const unpacked = inflated(fromBase85(text));
  return unpacked.startsWith('{"script":') ? (JSON.parse(unpacked) as { readonly script: string }).script : unpacked;
}

/** What release 1.0 has packed in a script; packages that were built before 1.1 have the whole script in it. */
function* packedInBase64(file: string): Generator<unknown> {
  for (const [, text = ''] of file.matchAll(/["'`]([A-Za-z0-9+/]{200,}=*)["'`]/g))
    yield attempted((): unknown => JSON.parse(inflated(Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0)))));
}

/** undefined for a text that was not packed, such as a picture */
function attempted<Unpacked>(unpacked: () => Unpacked): Unpacked | undefined {
  try {
    return unpacked();
  } catch {
    return undefined;
  }
}

/** @returns undefined where the script holds no course */
export function contentsIn(script: string): CourseContents | undefined {
  const begin = 'JSON.parse(';
  for (let at = script.indexOf(begin); at >= 0; at = script.indexOf(begin, at + 1)) {
    const text = literalAt(script, at + begin.length);
    if (text === undefined || !text.includes('"chapters"')) continue;
    try {
      const value: unknown = JSON.parse(text);
      if (isContents(value)) return value;
    } catch {
      // Another text with this word in it.
    }
  }
  // Release 1.0 packed the content by itself, and let the script be.
  for (const value of packedInBase64(script)) if (isContents(value)) return value;
  return undefined;
}

/** The value of a string literal without placeholders (ECMAScript, 12.9.4 and 12.9.6) that begins here; undefined where none does. */
function literalAt(script: string, start: number): string | undefined {
  const quote = script[start];
  if (quote !== '"' && quote !== "'" && quote !== '`') return undefined;
  const parts: string[] = [];
  let from = start + 1;
  for (let at = from; at < script.length; at++) {
    if (script[at] === quote) return parts.join('') + script.slice(from, at);
    if (script[at] !== '\\') continue;
    const { text, length } = escapeAt(script, at);
    parts.push(script.slice(from, at), text);
    from = at + length;
    at = from - 1;
  }
  return undefined;
}

const SINGLE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0', '\n': '' };

const CODE = /^\\(?:x(?<hex>[0-9a-f]{2})|u(?<four>[0-9a-f]{4})|u\{(?<braced>[0-9a-f]{1,6})\})/i;

function escapeAt(script: string, at: number): { readonly text: string; readonly length: number } {
  const found = CODE.exec(script.slice(at, at + 10));
  const code = found?.groups?.['hex'] ?? found?.groups?.['four'] ?? found?.groups?.['braced'];
  if (found && code !== undefined) return { text: String.fromCodePoint(Number.parseInt(code, 16)), length: found[0].length };
  const letter = script[at + 1] ?? '';
  return { text: SINGLE[letter] ?? letter, length: 2 };
}

function isContents(value: unknown): value is CourseContents {
  return Array.isArray(value) && value.length > 0 && value.every(isContent);
}

function isContent(value: unknown): boolean {
  const { id, version, language, classes, programmes, chapters } = (value ?? {}) as Partial<Record<string, unknown>>;
  return [id, version, language].every((text) => typeof text === 'string') && [classes, programmes, chapters].every(Array.isArray);
}
