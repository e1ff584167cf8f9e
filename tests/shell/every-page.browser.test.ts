/** What holds on every page. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { axeProblems } from '../exercises/worksheet.ts';
import { FakeSession } from './fake-session.ts';
import { drawn, showCourse } from './shown-course.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

describe.each(['kansi', 'esipuhe', 'a', 'b', 'c', 'ajokortti', 'tyokirja', 'tekniset-tiedot', 'saavutettavuus'])('the page %s', (place) => {
  const answers = {
    'a.meeting.first': 'Tervehdin',
    'b.first.first': 'Kirjaa',
    'c.ideas.ideas.abcd': '1',
    'c.ideas.ideas.abcd.who': 'Nuori',
  };

  test('has nothing that axe finds wrong', async () => {
    await showCourse(new FakeSession({}, answers), place);
    expect(await axeProblems()).toEqual([]);
  });

  test('does not scroll sideways at 320 pixels', async () => {
    await page.viewport(320, 640);
    const session = new FakeSession({}, answers);
    await showCourse(session, place);
    session.set({ status: { state: 'not-saved', reason: 'session-ended', local: false }, roomLeft: 0.1 });
    await drawn(document.body);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  });
});
