/**
 * What is said to authors, in their own language. Whoever writes a message writes it in Finnish, with the tag `say`; `build/translated-messages/*.yaml` have
 * it in the other languages.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Language } from '../src/course/course.ts';

/** A message with `{1}`, `{2}` for what the program puts in, in the order of the Finnish one. */
export type Message = Readonly<Record<Language, string>>;

const TEXTS = join(import.meta.dirname, 'translated-messages');
const authorLanguage = new AsyncLocalStorage<Language>();
const LOCALES = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const satisfies Record<Language, string>;
let byFinnish: ReadonlyMap<string, Message> | undefined;

/** Runs `work`, in which all that is said is in this language. */
export function inLanguage<T>(language: Language, work: () => T): T {
  return authorLanguage.run(language, work);
}

/** The language in which the author is spoken to; Finnish where nobody has chosen another. */
export function spokenLanguage(): Language {
  return authorLanguage.getStore() ?? 'fi';
}

/**
 * A message in the author's language: say`Tiedostoa ${path} ei löydy.`
 * One that is not translated is said in Finnish; `tests/build/messages.test.ts` finds it.
 */
export function say(texts: TemplateStringsArray, ...values: readonly (string | number | bigint)[]): string {
  const finnish = texts.reduce((text, next, index) => `${text}{${index}}${next}`);
  const language = spokenLanguage();
  const message = language === 'fi' ? finnish : (messages().get(finnish)?.[language] ?? finnish);
  return message.replace(/\{(\d+)\}/g, (_, number: string) => String(values[Number(number) - 1]));
}

/** Several things in one sentence: “a, b and c”. */
export function listed(items: readonly string[]): string {
  return new Intl.ListFormat(LOCALES[spokenLanguage()]).format(items);
}

/** A number with its thousands apart. */
export function grouped(value: number): string {
  return new Intl.NumberFormat(LOCALES[spokenLanguage()]).format(value);
}

/** In quotation marks. */
export function quoted(text: string): string {
  return spokenLanguage() === 'en' ? `“${text}”` : `”${text}”`;
}

/** All messages, file by file. @throws Error where a file is no YAML */
export function allMessages(): readonly { readonly file: string; readonly messages: readonly Message[] }[] {
  const files = readdirSync(TEXTS).filter((name) => name.endsWith('.yaml'));
  return files.sort().map((file) => ({ file, messages: parse(readFileSync(join(TEXTS, file), 'utf8')) as readonly Message[] }));
}

function messages(): ReadonlyMap<string, Message> {
  byFinnish ??= new Map(allMessages().flatMap(({ messages: own }) => own.map((message) => [message.fi, message] as const)));
  return byFinnish;
}
