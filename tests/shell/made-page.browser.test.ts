import { afterEach, expect, test } from 'vitest';
import type { CourseSettings } from '../../src/course/settings.ts';
import { MadePage } from '../../src/shell/made-pages/made-page.ts';
import { en } from '../../src/text/en.ts';
import { fi } from '../../src/text/fi.ts';
import { part as partEn } from '../../src/text/part/en.ts';
import { part as partFi } from '../../src/text/part/fi.ts';
import { partText } from '../../src/text/part/part-text.ts';
import { part as partSv } from '../../src/text/part/sv.ts';
import { sv } from '../../src/text/sv.ts';
import { FakeSession } from './fake-session.ts';
import { showCourse, wordsOf } from './shown-course.ts';

afterEach(() => document.body.replaceChildren());

const wordsWith = async (settings: Partial<CourseSettings>, page: 'saavutettavuus' | 'tietosuoja'): Promise<string> =>
  wordsOf((await showCourse(new FakeSession(settings), page)).app);

test('the accessibility statement says who, when, what lacks, where to tell and who supervises', async () => {
  const { app } = await showCourse(
    new FakeSession({
      organization: 'Mallikylän kirjasto',
      contact: 'tuki@mallikyla.example',
      authority: 'Traficom, https://valvonta.example/ilmoita.',
      assessed: '2026-11-06',
      gaps: ['Kartan <b>viivat</b> näkyvät vain kuvassa.'],
    }),
    'saavutettavuus',
  );
  const words = wordsOf(app);
  for (const part of ['tarjoaa Mallikylän kirjasto', 'laadittu 6.11.2026', 'Kartan <b>viivat</b> näkyvät', '14 päivän', 'Traficom'])
    expect(words).toContain(part);
  const links = [...(app.page?.shadowRoot?.querySelectorAll('a') ?? [])].map(({ href }) => href);
  expect(links).toEqual(['mailto:tuki@mallikyla.example', 'https://valvonta.example/ilmoita']);
});

test('what nobody has filled in is left out, with no word of it to the learner', async () => {
  const words = await wordsWith({}, 'saavutettavuus');
  for (const part of ['puuttuu', 'Mitä puutteita on?', 'Puutteita ei ole tiedossa', 'Kurssin tarjoaa', 'Seloste on laadittu', 'undefined'])
    expect(words).not.toContain(part);
  expect(words).toContain('voit tehdä ilmoituksen valvontaviranomaiselle.');
  const privacy = await wordsWith({}, 'tietosuoja');
  for (const part of ['puuttuu', 'Kurssin tarjoaa', 'undefined']) expect(privacy).not.toContain(part);
  expect(privacy).toContain('Lisätietoa:');
});

test('the privacy page says what these very settings report, and to which servers', async () => {
  const answers = await wordsWith({ organization: 'Mallikylä' }, 'tietosuoja');
  expect(answers).toContain('mitä olet vastannut mihinkin kysymykseen');
  expect(answers).toContain('heti, kun sinulla on ajokortti');
  const completion = await wordsWith({ report: 'completion', completeWhen: 'all', lrs: ['https://lrs.mallikyla.example'] }, 'tietosuoja');
  expect(completion).toContain('Vastauksesi eivät mene raportteihin.');
  expect(completion).toContain('kaikki luokat');
  expect(completion).toContain('vain näille palvelimille: lrs.mallikyla.example');
});

test.each([
  ['Finnish', partText(fi, partFi, []), /heti, kun sinulla on ajokortti/],
  ['Swedish', partText(sv, partSv, []), /genast när du har körkortet/],
  ['English', partText(en, partEn, []), /as soon as you have the licence/],
])('the privacy page of one part says when that part is completed, not the licence: in %s', async (_, text, whole) => {
  const page = new MadePage();
  page.course = new FakeSession().course;
  page.page = 'tietosuoja';
  page.text = text;
  document.body.replaceChildren(page);
  await page.updateComplete;
  expect(wordsOf(page)).toContain(text.rules.completeWhen[page.course.completeWhen]);
  expect(wordsOf(page)).not.toMatch(whole);
});
