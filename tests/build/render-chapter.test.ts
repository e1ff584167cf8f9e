import { expect, test } from 'vitest';
import type { ChapterPart } from '../../src/course/course.ts';
import { readCourse, readCourses } from '../../build/read-course.ts';
import { configured, contentsOf, settingsOf } from '../../src/course/settings.ts';
import { bilingualContent, changed, sampleContent, withContent } from './sample-content.ts';

const firstChapter = async (): Promise<readonly ChapterPart[]> => (await withContent(sampleContent, readCourse)).chapters[0]?.parts ?? [];
const htmlOf = (parts: readonly ChapterPart[]): string => parts.map((part) => (part.type === 'html' ? part.html : '')).join('\n');

test('text and exercises come in the order of the file', async () => {
  const parts = await firstChapter();
  expect(parts.map((part) => (part.type === 'exercise' ? part.exercise.id : part.type))).toEqual(['html', 'a.training', 'html']);
});

test('a voice is a figure with the speaker as its caption', async () => {
  expect(htmlOf(await firstChapter())).toContain(
    '<figure class="voice"><div>\n<p>Vesterinen pitää kohtaamista tärkeänä.</p>\n</div><figcaption>Tuire Vesterinen, kirjastonjohtaja, Muurame</figcaption></figure>',
  );
});

test('panels hold sections of their tones, and a note is an aside', async () => {
  const html = htmlOf(await firstChapter());
  expect(html).toMatch(/<div class="panels">\s*<section class="panel panel-see">\s*<h3>Näy<\/h3>[^]*<section class="panel panel-talk">/);
  expect(html).toContain('<aside class="note">\n<p>Muista tauot.</p>\n</aside>');
});

test('long words of headings get soft hyphens, other text none', async () => {
  const files = changed('fi/00-alku.md', '## Monikanavainen asiakaspalvelu', '## Monikanavainen palvelukokemuksemme');
  const html = htmlOf((await withContent(files, readCourse)).chapters[0]?.parts ?? []);
  expect(html).toMatch(/<h2>Monikanavainen pal\u00adve\u00adlu/);
  expect(html.replace(/<h\d>[^<]*<\/h\d>/g, '')).not.toContain('\u00ad');
});

test('a sign stays on the line of its word, and two signs on one line', async () => {
  const files = changed('fi/00-alku.md', 'Muista tauot.', 'Osiossa C, luokkaan A1, osiot B–E. A on AB, I have 30–60.');
  const html = htmlOf((await withContent(files, readCourse)).chapters[0]?.parts ?? []);
  expect(html).toContain('<p>Osiossa\u00A0C, luokkaan\u00A0A1, osiot\u00A0B–\u2060E. A on AB, I have 30–60.</p>');
});

test('the title stays plain and has a form with soft hyphens beside it, of which none leaves two letters on a line', async () => {
  const files = changed('fi/00-alku.md', 'title: Yhdenvertainen kirjasto', 'title: Yhdenvertaisempi kirjasto');
  const course = await withContent(files, readCourse);
  expect(course.chapters[0]?.title).toBe('Yhdenvertaisempi kirjasto');
  expect(course.chapters[0]?.hyphenatedTitle).toBe('Yhden\u00adver\u00adtai\u00adsempi kirjasto');
  expect(course.chapters[1]).not.toHaveProperty('hyphenatedTitle');
});

test('a compound breaks only where the author says, in any case of the word, and a word without a seam nowhere', async () => {
  const files = {
    ...changed('fi/00-alku.md', 'title: Yhdenvertainen kirjasto', 'title: Perehdytysoppaasta perehdytyksestä treeniohjelmaan'),
    'fi/tavutus.txt': '# Huomautus\n\nperehdytys-op # oppaan\nperehdytykse\nTreeni-ohjelma\n',
  };
  const course = await withContent(files, readCourse);
  expect(course.chapters[0]?.hyphenatedTitle?.replaceAll('\u00ad', '-')).toBe('Perehdytys-oppaasta perehdytyksestä treeni-ohjelmaan');
});

test('a picture becomes part of the text', async () => {
  expect(htmlOf(await firstChapter())).toMatch(/<img src="data:image\/svg\+xml,%3Csvg [^"]*%3C\/svg%3E" alt="Kaksi ihmistä tiskillä">/);
});

test('links within the course stay in the page, others open a new one', async () => {
  const html = htmlOf(await firstChapter());
  expect(html).toContain('<a href="#b">B</a>');
  expect(html).toContain('<a href="https://www.akepike.fi" target="_blank" rel="noopener noreferrer" class="external">sivulta</a>');
});

test('version and publisher come from course.yaml; the contact comes at the launch, an address as a link', async () => {
  const sentence = 'Versio {version}, {publisher}, {contact}, {muu}.';
  const course = await withContent(changed('fi/01-b.md', 'Ennen harjoitusta.', sentence), readCourse);
  const told = (contact: string): string => {
    const [launched] = configured(contentsOf([course]), { ...settingsOf(course), contact });
    return htmlOf(launched.chapters[1]?.parts ?? []).trim();
  };
  expect(told('tuki@esimerkki.fi')).toBe(
    '<p>Versio 1.0, Esimerkkikirjastot, <a href="mailto:tuki@esimerkki.fi">tuki@esimerkki.fi</a>, {muu}.</p>',
  );
  expect(told('https://esimerkki.fi/tuki')).toContain(
    '<a href="https://esimerkki.fi/tuki" target="_blank" rel="noopener noreferrer" class="external">esimerkki.fi/tuki</a>',
  );
  expect(told('Tuki, puhelin 123')).toContain('Esimerkkikirjastot, Tuki, puhelin 123, {muu}');
  expect(told('<img src=x onerror=alert(1)> $&')).toContain('&lt;img src=x onerror=alert(1)&gt; $&amp;, {muu}');
});

test('HTML in the text is shown, never obeyed', async () => {
  const files = changed('fi/01-b.md', 'Ennen harjoitusta.', 'Ennen <script>alert(1)</script> <b onclick="x">harjoitusta</b>.');
  const course = await withContent(files, readCourse);
  expect(htmlOf(course.chapters[1]?.parts ?? []).trim()).toBe(
    '<p>Ennen &lt;script&gt;alert(1)&lt;/script&gt; &lt;b onclick=&quot;x&quot;&gt;harjoitusta&lt;/b&gt;.</p>',
  );
});

test('the task is made into HTML, its links checked and kept', async () => {
  const [part] = (await firstChapter()).filter((each) => each.type === 'exercise');
  expect(part?.type === 'exercise' && part.exercise.task).toBe('<p>Mieti, miten <a href="#b/b.channels">kanavat</a> näkyvät työssäsi.</p>');
});

test('a course in two languages is read as two courses, the main one first', async () => {
  const courses = await withContent(bilingualContent, (folder) => readCourses(folder));
  expect(courses.map(({ language, title }) => [language, title])).toEqual([
    ['fi', 'Ajokortti'],
    ['sv', 'Körkort'],
  ]);
});
