import { chromium } from 'playwright';
import { expect, test } from 'vitest';
import { chromiumOptions } from './chromium-options.ts';

test('every feature that Playwright turns off stays off', async () => {
  const server = await chromium.launchServer(chromiumOptions());
  try {
    const given = server.process().spawnargs.filter((word) => word.startsWith('--disable-features='));
    const [theirs = [], ours = []] = given.map((word) => word.slice(word.indexOf('=') + 1).split(','));
    expect(given).toHaveLength(2);
    expect(theirs.filter((feature) => !ours.includes(feature))).toEqual([]);
  } finally {
    await server.close();
  }
});

test('a window has no page but the one that was opened in it', async () => {
  const browser = await chromium.launch(chromiumOptions());
  try {
    await (await browser.newContext()).newPage();
    const session = await browser.newBrowserCDPSession();
    const { targetInfos } = await session.send('Target.getTargets');
    expect(targetInfos.map(({ url }) => url)).toEqual(['about:blank']);
  } finally {
    await browser.close();
  }
});
