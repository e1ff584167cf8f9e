import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { indexPage } from '../../build/index-page.ts';
import { standards, type Standard } from '../../build/packages.ts';
import type { Course } from '../../src/course/course.ts';
import { settingsBlockIn } from '../../src/own-package/settings-block.ts';
import { course } from '../session/fixture-course.ts';

async function pageOf(standard: Standard, own: Partial<Course> = {}): Promise<string> {
  const scripts = { course: 'course-0123456789.js', languages: new Map([['sv', 'course-sv-0123456789.js']] as const) };
  return indexPage({ courses: [{ ...course, ...own }], standard, fonts: '', scripts, hashes: ['c2hhMjU2'] });
}

async function policyOf(standard: Standard, own: Partial<Course> = {}): Promise<ReadonlyMap<string, readonly string[]>> {
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(await pageOf(standard, own)) ?? [];
  return new Map(
    policy
      .split('; ')
      .map((directive) => directive.split(' '))
      .map(([name = '', ...sources]) => [name, sources]),
  );
}

describe.each(standards)('the page of %s', (standard) => {
  test('lets nothing run but its own scripts: nothing else inline, nothing evaluated, nothing of another host', async () => {
    const policy = await policyOf(standard);
    const inline = [...(await pageOf(standard)).matchAll(/<script>([^]*?)<\/script>/g)].map(([, script = '']) => script);
    const hashes = inline.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    expect(inline).toHaveLength(2);
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'", "'sha256-c2hhMjU2'", ...hashes]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect(policy.get('form-action')).toEqual(["'none'"]);
    for (const [name, sources] of policy) if (name !== 'connect-src') expect(sources.join(' ')).not.toMatch(/https?:|\*|unsafe-eval/);
  });

  test('starts no worker but, in SCORM, those that it makes itself', async () => {
    const hasState = standard === 'scorm12' || standard === 'scorm2004';
    expect((await policyOf(standard)).get('worker-src')).toEqual(hasState ? ['blob:'] : undefined);
  });

  test('talks to no host but its own, save the LRS of xAPI and cmi5', async () => {
    const toLrs = standard === 'xapi' || standard === 'cmi5';
    expect((await policyOf(standard)).get('connect-src')).toEqual(toLrs ? ["'self'", 'https:', 'http:'] : ["'self'"]);
  });

  test('with lrs: in course.yaml talks to no other host: those, and the preview’s where the preview shows it', async () => {
    const toLrs = standard === 'xapi' || standard === 'cmi5';
    const lrs = ['https://lrs.example.fi', 'http://lrs.local:8080'];
    const preview = ['http://127.0.0.1:*', 'http://localhost:*'];
    expect((await policyOf(standard, { lrs })).get('connect-src')).toEqual(toLrs ? ["'self'", ...lrs, ...preview] : ["'self'"]);
    expect((await policyOf(standard, { lrs: [] })).get('connect-src')).toEqual(toLrs ? ["'self'", ...preview] : ["'self'"]);
  });

  test('has the policy before anything that it rules, and in itself no script but the settings, which do not run, and the few lines that hear of a missing script and show the title', async () => {
    const html = await pageOf(standard);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(?:style|script|link)\b/));
    expect(html.match(/<script\b[^>]*>/g)).toEqual([
      '<script type="application/json" id="course-settings">',
      '<script>',
      '<script id="course-script" src="course-0123456789.js" data-sv="course-sv-0123456789.js" defer>',
      '<script>',
    ]);
    expect(html).toContain('data-sv="course-sv-0123456789.js" defer></script>');
    expect(html).not.toMatch(/\son\w+=/);
  });

  test('tells no other site where the learner comes from, since a launch’s address may hold a secret', async () => {
    expect(await pageOf(standard)).toContain('<meta name="referrer" content="no-referrer" />');
  });
});

test('a setting with signs of markup stays a setting', async () => {
  const contact = '</script><script>alert("1")</script> <!-- $& {{title}}';
  const page = await pageOf('scorm12', { contact });
  expect(page.match(/<script>/g)).toHaveLength(2);
  expect(settingsBlockIn(page).settings.contact).toBe(contact);
});

test('a title with signs of markup stays a title, in the window’s and in the page', async () => {
  const page = await pageOf('scorm12', { title: '</title><script>alert("1")</script>' });
  expect(page.match(/<script>/g)).toHaveLength(2);
  expect(page.match(/&lt;script>alert\(&quot;1&quot;\)&lt;\/script>/g)).toHaveLength(2);
});
