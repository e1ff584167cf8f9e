/** The settings in a package's page: the JSON block that the course reads at its launch, and the policy that goes with it. */
import { settingsOf, type CourseSettings, type SettingsBlock } from '../course/settings.ts';
import type { Standard } from '../../build/packages.ts';

/** The form of the block that this release writes and reads. */
export const SETTINGS_FORMAT = 1;

/** The preview's LRS, which a page takes only where it is shown by the preview itself (`launch-sites.ts`). */
const PREVIEW_LRS = ['http://127.0.0.1:*', 'http://localhost:*'];

const BLOCK = /(<script type="application\/json" id="course-settings">\s*)([^<]*?)(\s*<\/script>)/;
/** In the policy of the page's `<meta>`, which comes before anything else that could hold these words. */
const CONNECTIONS = /connect-src[^;"]*/;

/** A page without the block, or with one that is no JSON of this kind. */
export class NoSettings extends Error {
  override readonly name = 'NoSettings';
}

/** The JSON as it can stand in a script element (HTML, 4.12.1.3): no `<` begins a tag there. */
export function settingsJson(settings: CourseSettings): string {
  const block: SettingsBlock = { format: SETTINGS_FORMAT, settings: settingsOf(settings) };
  return JSON.stringify(block).replace(/</g, String.raw`\u003c`);
}

/** @throws NoSettings */
export function settingsBlockIn(page: string): SettingsBlock {
  const [, , json] = BLOCK.exec(page) ?? [];
  if (json === undefined) throw new NoSettings('The page has no block of settings.');
  let block: unknown;
  try {
    block = JSON.parse(json);
  } catch (cause) {
    throw new NoSettings('The settings in the page are no JSON.', { cause });
  }
  if (!isBlock(block)) throw new NoSettings('The settings in the page are of another kind.');
  return block;
}

/** The same page with other settings, as the build would have made it. @throws NoSettings */
export function withSettings(page: string, standard: Standard, settings: CourseSettings): string {
  if (!BLOCK.test(page) || !CONNECTIONS.test(page)) throw new NoSettings('The page has no place for settings.');
  return page
    .replace(CONNECTIONS, () => connections(standard, settings.lrs))
    .replace(BLOCK, (_, start: string, _old: string, end: string) => `${start}${settingsJson(settings)}${end}`);
}

/**
 * The directive of the policy that says where the page may send. Nothing is fetched from another host, save the LRS of xAPI and cmi5: those
 * of the settings, and where they name none, the one that the launch tells.
 */
export function connections(standard: Standard, lrs: readonly string[] | undefined): string {
  const talksToLrs = standard === 'xapi' || standard === 'cmi5';
  const hosts = !talksToLrs ? [] : lrs ? [...lrs, ...PREVIEW_LRS] : ['https:', 'http:'];
  return ["connect-src 'self'", ...hosts].join(' ');
}

/** What they weigh in the page; 0 where it has none. */
export function settingsBytes(page: string): number {
  const [, , json = ''] = BLOCK.exec(page) ?? [];
  return new TextEncoder().encode(json).length;
}

/** What of block and policy does not fit together; undefined where all does. */
export function settingsFault(page: string, standard: Standard): string | undefined {
  try {
    const { settings } = settingsBlockIn(page);
    const wanted = connections(standard, settings.lrs);
    return CONNECTIONS.exec(page)?.[0] === wanted ? undefined : `The policy of the page is not the settings’ own: ${wanted}`;
  } catch (error) {
    if (error instanceof NoSettings) return error.message;
    throw error;
  }
}

function isBlock(value: unknown): value is SettingsBlock {
  if (typeof value !== 'object' || value === null) return false;
  const { format, settings } = value as Partial<Record<keyof SettingsBlock, unknown>>;
  return typeof format === 'number' && typeof settings === 'object' && settings !== null;
}
