/** The scenes weigh little, whichever file they come in: what each draws, packed as a zip or a server packs it. */
import { render, type TemplateResult } from 'lit';
import { afterEach, expect, test } from 'vitest';
import { chapterScene } from '../../src/shell/scenes/chapter-scene.ts';
import { coverLand, libraryBus, roadBand } from '../../src/shell/scenes/cover-scene.ts';
import { endLand } from '../../src/shell/scenes/end-scene.ts';

/** Bytes, packed by deflate. */
const MOST = 4 * 1024;

const scenes: Readonly<Record<string, () => readonly TemplateResult[]>> = {
  cover: () => [coverLand('Kirjasto'), roadBand(), roadBand(), libraryBus()],
  end: () => [endLand(), roadBand()],
  ...Object.fromEntries([...'ABCDEP'].map((sign) => [sign, () => [chapterScene(sign, 'Kirjasto')]])),
};

afterEach(() => document.body.replaceChildren());

test.each(Object.keys(scenes))('the scene %s is at most 4 kB packed', async (name) => {
  const place = document.createElement('div');
  document.body.append(place);
  render(scenes[name]?.(), place);
  const drawn = place.innerHTML.replaceAll(/<!--.*?-->/gs, '');
  // Nothing was left out: sky, land and road.
  expect(place.querySelectorAll('svg').length).toBeGreaterThan(1);
  expect(drawn.length).toBeGreaterThan(2000);
  const packed = await new Response(new Blob([drawn]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer();
  expect(packed.byteLength).toBeLessThanOrEqual(MOST);
});
