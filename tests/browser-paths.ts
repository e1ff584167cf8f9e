/** Where the browsers that the tests drive are on this machine. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** A Debian-like system's Chromium; undefined where Playwright's own is installed or none is. */
export function chromiumPath(): string | undefined {
  if (existsSync(chromium.executablePath())) return undefined;
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
}

/** Debian's Firefox ESR, which Playwright drives over the `moz-firefox` channel. */
export function firefoxPath(): string | undefined {
  return ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path));
}

/** WebKitGTK's driver and its small browser, driven over W3C WebDriver. */
export function webKitDriverPath(): string | undefined {
  return ['/usr/bin/WebKitWebDriver'].find((path) => existsSync(path));
}
