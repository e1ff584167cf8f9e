/** What this browser really makes of values, and what is counted. */
import { expect, test } from 'vitest';
import { BeaconSize } from '../../../src/tracking/scorm/beacon-size.ts';

test('values are counted as the browser writes them into a beacon', async () => {
  const size = new BeaconSize();
  await size.measure();
  const values: [string, string][] = [
    ['cmi.suspend_data', 'A{h;C#qG_mNEB'],
    ['cmi.interactions.12.learner_response', 'Hyvää päivää – 😀 ”lainaus”'],
    ['cmi.location', ''],
  ];
  const form = new FormData();
  for (const [element, value] of values) form.append(element.replaceAll('.', '__'), value);
  const body = await new Response(form).blob();
  const counted = values.reduce((sum, [element, value]) => sum + size.of(element, value), 0);
  // Beside the parts there is the last boundary.
  expect(body.size - counted).toBeGreaterThan(0);
  expect(body.size - counted).toBeLessThan(64);
});
