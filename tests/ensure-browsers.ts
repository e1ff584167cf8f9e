/**
 * Sees to the browsers that the tests drive: Chromium, without which nothing can be tested, and Firefox and WebKit, whose tests are
 * skipped where they are missing. Installs what it can: Playwright's own Chromium, or Debian's packages where we are root.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { chromiumPath, firefoxPath, webKitDriverPath } from './browser-paths.ts';

interface OptionalBrowser {
  readonly name: string;
  readonly packages: readonly string[];
  readonly isThere: () => boolean;
}

const optional: readonly OptionalBrowser[] = [
  { name: 'Firefox', packages: ['firefox-esr'], isThere: () => firefoxPath() !== undefined },
  {
    name: 'WebKit',
    packages: ['webkit2gtk-driver', 'xvfb', 'xauth'],
    isThere: () => webKitDriverPath() !== undefined && existsSync('/usr/bin/xvfb-run'),
  },
];

const canUseApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
let listsAreFresh = false;

function hasChromium(): boolean {
  return existsSync(chromium.executablePath()) || chromiumPath() !== undefined;
}

function run(command: string, ...parameters: string[]): boolean {
  console.log(`${command} ${parameters.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, parameters, { stdio: 'inherit', env }).status === 0;
}

function aptInstall(packages: readonly string[]): boolean {
  if (!canUseApt) return false;
  listsAreFresh ||= run('apt-get', 'update', '-qq');
  return run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages);
}

function ensureChromium(): void {
  if (hasChromium()) return;
  console.log('The tests need Chromium, and there is none yet.');
  run('npx', 'playwright', 'install', 'chromium');
  if (!hasChromium()) aptInstall(['chromium']);
  if (hasChromium()) return;
  console.error(
    'No Chromium could be installed. Install one and run the tests again: "npx playwright install chromium", or as root "apt-get install chromium" on Debian.',
  );
  process.exit(1);
}

function ensureOptional({ name, packages, isThere }: OptionalBrowser): void {
  if (isThere()) return;
  aptInstall(packages);
  if (!isThere())
    console.log(`${name} is missing, so its tests are skipped. To run them, as root on Debian: apt-get install ${packages.join(' ')}`);
}

ensureChromium();
optional.forEach(ensureOptional);
