/** What launchers expect of packages, one test for each thing that was found in their sources. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cmi5Manifest } from '../../manifests/cmi5.ts';
import { launchFile } from '../../manifests/identifiers.ts';
import { tincanManifest } from '../../manifests/tincan.ts';
import { samplePackage } from '../build/packages-of-sample.ts';
import { course } from './launched-learner.ts';
import { PUBLISHER_ID, verbOf } from './launcher-double.ts';
import { only, takenOnce, withLauncherClock } from './launched-licence.ts';

withLauncherClock();

describe('packages', () => {
  const tincan = tincanManifest([course]);
  const cmi5 = cmi5Manifest([course]);

  test.each([
    ['xapi', 'tincan.xml'],
    ['cmi5', 'cmi5.xml'],
  ] as const)('%s has one manifest, %s at its root, which lists no files', async (name, manifest) => {
    const { files } = await samplePackage(name);
    expect([...files.keys()].filter((path) => path.endsWith('.xml'))).toEqual([manifest]);
    const text = Buffer.from(files.get(manifest) ?? []).toString();
    for (const path of files.keys()) if (path !== launchFile) expect(text).not.toContain(path);
  });

  test.each(['xapi', 'cmi5'] as const)('%s holds no SVG file, which mod_tincanlaunch would serve as a download', async (name) => {
    const { files } = await samplePackage(name);
    expect([...files.keys()].filter((path) => path.endsWith('.svg'))).toEqual([]);
  });

  test('the docs tell administrators when mod_tincanlaunch looks, what ILIAS and Open edX have to be told, and what mod_cmi5’s grade is', () => {
    const docs = readFileSync('docs/lms.md', 'utf8');
    expect(docs).toMatch(/mod_tincanlaunch .*every 30 s and, by cron, once a day/);
    expect(docs).toMatch(/ILIAS: switch learning progress on/);
    expect(docs).toMatch(/Open edX: [^|]*LRS_ENDPOINT/);
    expect(docs).toMatch(/mod_cmi5 [^|]*go by completion, not by the grade/);
  });

  test('the launch file is one short relative path without query, hash or escapes', () => {
    expect(launchFile).toMatch(/^[a-z]+\.html$/);
    expect(tincan.match(/<launch[^>]*>([^<]*)<\/launch>/)?.[1]).toBe(launchFile);
    expect(cmi5.match(/<url>([^<]*)<\/url>/)?.[1]).toBe(launchFile);
  });

  test('tincan.xml is in its default namespace, our root activity first, with exactly one launch', () => {
    expect(tincan).toContain('<tincan xmlns="http://projecttincan.com/tincan.xsd"');
    expect(tincan.indexOf(`id="${PUBLISHER_ID}"`)).toBe(tincan.indexOf('id="'));
    expect(tincan.match(/<launch/g)).toHaveLength(1);
  });

  test('tincan.xml has name, description and launch in this order, with a language that is never empty', () => {
    const root = tincan.slice(tincan.indexOf('<activity '), tincan.indexOf('</activity>'));
    const order = [...root.matchAll(/<(name|description|launch)\b/g)].map(([, name]) => name);
    expect([...new Set(order)]).toEqual(['name', 'description', 'launch']);
    expect(root).toContain('<name lang="fi">');
    expect(tincan).not.toMatch(/lang=""/);
    expect(tincan.match(/<description/g)).toHaveLength(tincan.match(/<activity /g)?.length ?? 0);
  });

  test('cmi5.xml has one AU that says moveOn="Completed" and asks for no score', () => {
    expect(cmi5.match(/<au\b/g)).toHaveLength(1);
    expect(cmi5).toContain('moveOn="Completed"');
    expect(cmi5).not.toContain('masteryScore');
  });

  test('ILIAS’s masteryScore and Passed in LaunchData change nothing of what is said', async () => {
    const double = await takenOnce('ilias-cmi5');
    expect(only(double, 'completed').result).toEqual({ completion: true, duration: expect.stringMatching(/^PT/) as string });
    expect(double.sent().map(verbOf)).not.toContain('passed');
  });
});
