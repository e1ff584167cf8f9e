/** Keys, secrets and tokens: from the environment or a file, never from the command line, and never into a message. */
import { readFile, stat } from 'node:fs/promises';
import { RecordsError } from '../records-error.ts';
import { basicToken } from '../sources/http-client.ts';
import type { Said } from '../text/messages/messages-text.ts';

const names = ['ASPA_LRS_KEY', 'ASPA_LRS_SECRET', 'ASPA_MOODLE_TOKEN', 'ASPA_PSEUDONYM_KEY'] as const;
export type SecretName = (typeof names)[number];

export class Secrets {
  /** Told when a file of secrets can be read by others. */
  readonly warnings: Said[] = [];
  private readonly hidden = new Set<string>();

  private constructor(private readonly values: ReadonlyMap<SecretName, string>) {
    for (const value of values.values()) this.hide(value);
    const key = values.get('ASPA_LRS_KEY');
    const secret = values.get('ASPA_LRS_SECRET');
    if (key !== undefined && secret !== undefined) this.hide(basicToken(key, secret));
  }

  /**
   * @param path a file of lines such as `ASPA_LRS_KEY: …`; what it lacks is looked for in the environment
   * @throws RecordsError usage
   */
  static async read(path: string | undefined, environment: NodeJS.ProcessEnv): Promise<Secrets> {
    const fromFile = path === undefined ? undefined : await readSecretsFile(path);
    const values = new Map<SecretName, string>();
    for (const name of names) {
      const value = fromFile?.get(name) ?? environment[name];
      if (value !== undefined && value !== '') values.set(name, value);
    }
    const secrets = new Secrets(values);
    if (path !== undefined && process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0)
      secrets.warnings.push((text) => text.secrets.openToOthers(path));
    return secrets;
  }

  /** @param option what needs it. @throws RecordsError usage, where it is missing */
  need(name: SecretName, option: string): string {
    const value = this.values.get(name);
    if (value === undefined) throw new RecordsError('usage', (text) => text.secrets.missing(name, option));
    return value;
  }

  get(name: SecretName): string | undefined {
    return this.values.get(name);
  }

  /** A text as it may be printed: with every secret in it, plain, encoded for a URL or as Basic credentials, blotted out. */
  redact(text: string): string {
    let clean = text;
    for (const value of [...this.hidden].sort((a, b) => b.length - a.length)) clean = clean.replaceAll(value, '•••');
    return clean;
  }

  private hide(value: string): void {
    for (const form of [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]) if (form.length > 2) this.hidden.add(form);
  }
}

/** A line is a name, a colon or an equals sign, and the value as it stands, in quotes or not: no sign in it means anything else. */
async function readSecretsFile(path: string): Promise<Map<string, string>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new RecordsError('usage', (text) => text.secrets.unreadable(path), { cause: error });
  }
  const values = new Map<string, string>();
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const [, name, value = ''] = /^\s*([A-Z_]+)\s*[:=]\s*(.*?)\s*$/.exec(line) ?? [];
    const bare = /^(?:'([^']*)'|"([^"]*)"|([^'"].*)?)$/.exec(value);
    // The line itself may hold a secret: only its number is told.
    if (name === undefined || !bare || !(names as readonly string[]).includes(name))
      throw new RecordsError('usage', (text) => text.secrets.wrongLine(path, index + 1, names));
    values.set(name, bare[1] ?? bare[2] ?? bare[3] ?? '');
  }
  return values;
}
