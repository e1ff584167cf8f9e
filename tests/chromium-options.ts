/** How the tests start Chromium. */
import type { LaunchOptions } from 'playwright';
import { chromiumPath } from './browser-paths.ts';

/** A switch of ours takes the place of Playwright's, so what that turns off stands here too (playwright-core, chromiumSwitches.ts). */
const FEATURES_OFF_IN_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'BlockOriginHeaderModificationOnRedirect',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'Translate',
  'AutoDeElevate',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];
/** Two hidden pages of the address bar, which a Chromium with windows loads for each of them: half a second of processor time. */
const ADDRESS_BAR_PAGES = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** @param args further switches */
export function chromiumOptions(...args: readonly string[]): LaunchOptions {
  const executablePath = chromiumPath();
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', `--disable-features=${[...FEATURES_OFF_IN_PLAYWRIGHT, ...ADDRESS_BAR_PAGES].join(',')}`, ...args],
  };
}
