/** Where a launch, a link, the address or a press leads, where the focus is then, and in which language. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { textInSight } from '../../src/shell/frame/in-sight.ts';
import { fi } from '../../src/text/fi.ts';
import type { Launch } from '../../src/tracking/tracker.ts';
import { focused } from '../exercises/worksheet.ts';
import { FakeSession } from './fake-session.ts';
import { drawn, goTo, heading, inside, showCourse } from './shown-course.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

describe('places', () => {
  test('a first visit begins at the cover, and its one button leads to the first chapter, at its top', async () => {
    const session = new FakeSession();
    await showCourse(session);
    expect(heading()).toBe('Aspa-ajokortti');
    expect(document.title).toBe('Aspa-ajokortti');
    expect(document.documentElement.lang).toBe('fi');
    expect(session.place).toBe('');
    await userEvent.keyboard('{Enter}');
    await expect.poll(heading).toBe('Esipuhe – voimmeko olla avuksi?');
    expect(document.title).toBe('Esipuhe – Aspa-ajokortti');
    expect(session.place).toBe('esipuhe');
    expect(scrollY).toBe(0);
  });

  test('a deep link in the address leads to its field', async () => {
    await showCourse(new FakeSession(), 'b/b.second.first');
    await expect.poll(() => focused()?.localName).toBe('textarea');
    expect(heading()).toBe('Hyödynnä lähteitä');
    const box = focused()?.getBoundingClientRect();
    expect(box && box.top > 56 && box.bottom < innerHeight - 56).toBe(true);
  });

  test('a telephone that is turned keeps the field in sight in which she writes, though the engine goes to the top', async () => {
    await page.viewport(360, 740);
    await showCourse(new FakeSession(), 'b/b.second.first');
    await expect.poll(() => focused()?.localName).toBe('textarea');
    const toTop = (): void => scrollTo(0, 0);
    // As Chrome on Android does: before the page hears of it.
    window.addEventListener('resize', toTop, { capture: true, once: true });
    await page.viewport(740, 360);
    const inSight = (): boolean => {
      const { top, bottom } = focused()?.getBoundingClientRect() ?? new DOMRect();
      return top >= 0 && bottom <= 360;
    };
    await expect.poll(inSight).toBe(true);
    expect(scrollY).toBeGreaterThan(0);
  });

  test('a telephone that is turned keeps what she reads in sight, though the engine goes to the top', async () => {
    await page.viewport(360, 740);
    await showCourse(new FakeSession(), 'b/b.second');
    await expect.poll(() => focused()?.textContent).toBe('Toinen tehtävä');
    document.body.style.paddingTop = '1000px';
    scrollTo(0, 1100);
    const read = textInSight();
    // Longer than the pause after which what is in sight is remembered.
    await new Promise((done) => setTimeout(done, 400));
    window.addEventListener('resize', () => scrollTo(0, 0), { capture: true, once: true });
    await page.viewport(740, 360);
    const inSight = (): boolean => {
      const { top, bottom } = read?.getBoundingClientRect() ?? new DOMRect();
      return bottom > 0 && top < 360;
    };
    await expect.poll(() => scrollY).toBeGreaterThan(0);
    expect(inSight()).toBe(true);
    document.body.style.paddingTop = '';
  });

  test('what is unfolded in one chapter stands unfolded in no other', async () => {
    const session = new FakeSession();
    const withExample = session.course.chapters.map((chapter) => ({
      ...chapter,
      parts: chapter.parts.map((part) =>
        part.type === 'exercise' && part.exercise.kind === 'reflection'
          ? { ...part, exercise: { ...part.exercise, questions: [{ id: 'first', label: 'Mitä?', example: 'Esimerkki' }] } }
          : part,
      ),
    })) as unknown as typeof session.course.chapters;
    Object.assign(session, { course: { ...session.course, chapters: withExample } });
    await showCourse(session, 'a/a.meeting');
    await userEvent.click(page.getByText('Näytä esimerkki').first());
    await expect.element(page.getByText('Esimerkki', { exact: true })).toBeVisible();
    await goTo('b/b.first');
    const examples = inside(document.body).filter((one) => one.localName === 'details' && one.querySelector('.example'));
    expect(examples.length).toBeGreaterThan(0);
    expect(examples.filter((one) => (one as HTMLDetailsElement).open)).toEqual([]);
  });

  test('what is typed changes nothing at the root of the page, since all its styles would be worked out anew at each key', async () => {
    await showCourse(new FakeSession(), 'b/b.second.first');
    await expect.poll(() => focused()?.localName).toBe('textarea');
    await userEvent.keyboard('a');
    const changed: (string | null)[] = [];
    const watcher = new MutationObserver((records) => changed.push(...records.map(({ attributeName }) => attributeName)));
    watcher.observe(document.documentElement, { attributes: true });
    await userEvent.keyboard('bc');
    await drawn(document.body);
    watcher.disconnect();
    expect(changed).toEqual([]);
  });

  test('the title in the header breaks where the compound does, and is heard without soft hyphens', async () => {
    const session = new FakeSession();
    const [first, ...chapters] = session.course.chapters;
    if (!first) throw new Error('The course has no chapter.');
    const title = 'Johda asiakaspalvelua';
    const long = { ...first, title, shortTitle: title, hyphenatedTitle: 'Johda asiakas\u00ADpalvelua' };
    Object.assign(session, { course: { ...session.course, chapters: [long, ...chapters] } });
    await showCourse(session, first.id);
    const parts = inside(document.body);
    expect(parts.find(({ className }) => className === 'heading')?.textContent).toBe('Johda asiakas\u00ADpalvelua');
    expect(parts.find(({ className, textContent }) => className === 'unseen' && textContent?.endsWith(title))).toBeDefined();
  });

  test('a new chapter begins at the top with the focus on its title, and the session knows', async () => {
    const session = new FakeSession();
    await showCourse(session, 'b');
    window.scrollTo(0, 400);
    await goTo('c');
    expect(focused()?.localName).toBe('h1');
    expect(focused()?.textContent).toBe('Suosittele sisältöjä');
    expect(scrollY).toBe(0);
    expect(document.title).toBe('Suosittele – Aspa-ajokortti');
    expect(session.calls.slice(-2)).toEqual(['visit c', 'saveSoon']);
  });

  test('a link in the text leads to an exercise, below the header', async () => {
    await showCourse(new FakeSession(), 'esipuhe');
    await userEvent.click(page.getByRole('link', { name: 'toinen tehtävä' }));
    await expect.poll(() => focused()?.textContent).toBe('Toinen tehtävä');
    expect(focused()?.getBoundingClientRect().top).toBeGreaterThan(56);
    expect(location.hash).toBe('#b/b.second');
  });

  test('a link to where the address already points leads there all the same', async () => {
    const { app } = await showCourse(new FakeSession(), 'esipuhe');
    await userEvent.click(page.getByRole('link', { name: 'toinen tehtävä' }));
    await expect.poll(() => focused()?.textContent).toBe('Toinen tehtävä');
    window.scrollTo(0, 0);
    const link = document.createElement('a');
    link.href = '#b/b.second';
    app.renderRoot.querySelector('main')?.append(link);
    link.click();
    await expect.poll(() => scrollY).toBeGreaterThan(100);
  });

  test('an address that means nothing leaves the learner where she is', async () => {
    await showCourse(new FakeSession(), 'b');
    await goTo('no-such-place');
    expect(heading()).toBe('Hyödynnä lähteitä');
  });

  test('back and forward lead through the chapters and on to the licence and the workbook', async () => {
    await showCourse(new FakeSession(), 'c');
    await userEvent.click(page.getByRole('link', { name: /^Seuraava/ }));
    await expect.poll(heading).toBe(fi.licence.page);
    await userEvent.click(page.getByRole('link', { name: /^Seuraava/ }));
    await expect.poll(heading).toBe(fi.workbook.page);
    expect(page.getByRole('link', { name: /^Seuraava/ }).elements()).toEqual([]);
    await userEvent.click(page.getByRole('link', { name: /^Edellinen/ }));
    await expect.poll(heading).toBe(fi.licence.page);
  });

  test('the browser’s own way back leads to where she was, with the focus in sight; a link leads to the title', async () => {
    await page.viewport(360, 740);
    const { app } = await showCourse(new FakeSession(), 'b/b.second');
    await expect.poll(() => focused()?.textContent).toBe('Toinen tehtävä');
    document.body.style.paddingBottom = '1000px';
    scrollTo(0, 500);
    // Pressed without a driver, which would scroll first.
    inside(app)
      .find((one): one is HTMLAnchorElement => one instanceof HTMLAnchorElement && one.classList.contains('forward'))
      ?.click();
    await expect.poll(() => focused()?.localName).toBe('h1');
    expect(scrollY).toBe(0);
    history.back();
    await expect.poll(() => scrollY).toBe(500);
    await expect.poll(() => focused()?.localName).not.toBe('h1');
    const { top, bottom } = focused()?.getBoundingClientRect() ?? new DOMRect();
    expect(top).toBeLessThan(740);
    expect(bottom).toBeGreaterThan(0);
    history.forward();
    await expect.poll(() => focused()?.localName).toBe('h1');
    expect(scrollY).toBe(0);
    document.body.style.paddingBottom = '';
  });

  test('back twice in a moment leads to where she was on the page that she comes to, not on the one between', async () => {
    const { app } = await showCourse(new FakeSession(), 'tyokirja');
    scrollTo(0, 120);
    await goTo('esipuhe');
    await expect.poll(() => document.documentElement.scrollHeight - innerHeight).toBeGreaterThan(500);
    scrollTo(0, 500);
    await goTo('ajokortti');
    for (let times = 0; times < 2; times += 1) {
      const turned = new Promise((done) => window.addEventListener('hashchange', done, { once: true }));
      history.back();
      await turned;
    }
    expect(location.hash).toBe('#tyokirja');
    await (app.page as unknown as { updateComplete: Promise<unknown> }).updateComplete;
    // As long as the page between may wait to be drawn whole.
    await new Promise((done) => setTimeout(done, 700));
    await drawn(app);
    expect(scrollY).toBe(120);
  });

  test('forward leads through the exercises of a chapter that has several, and back the same way', async () => {
    await showCourse(new FakeSession(), 'b');
    const titles = ['Ensimmäinen tehtävä', 'Toinen tehtävä'];
    for (const title of titles) {
      await userEvent.click(page.getByRole('link', { name: new RegExp(`^Seuraava.*${title}`) }));
      await expect.poll(() => focused()?.textContent).toBe(title);
    }
    await expect.element(page.getByRole('link', { name: /^Seuraava.*Suosittele/ })).toBeVisible();
    await userEvent.click(page.getByRole('link', { name: /^Edellinen.*Ensimmäinen tehtävä/ }));
    await expect.poll(() => focused()?.textContent).toBe('Ensimmäinen tehtävä');
    await userEvent.click(page.getByRole('link', { name: /^Edellinen.*Hyödynnä lähteitä/ }));
    await expect.poll(heading).toBe('Hyödynnä lähteitä');
  });

  test('back from the first chapter is the cover', async () => {
    const session = new FakeSession();
    await showCourse(session, 'esipuhe');
    await userEvent.click(page.getByRole('link', { name: /^Edellinen.*Kansi$/ }));
    await expect.poll(heading).toBe('Aspa-ajokortti');
    expect(focused()?.textContent?.trim()).toBe('Jatka: Esipuhe');
    expect(session.place).toBe('esipuhe');
  });

  test('after a break the cover leads on to her exercise, and keeps the place', async () => {
    const session = new FakeSession({}, { '@place': 'b/b.second' });
    await showCourse(session);
    expect(focused()?.textContent?.trim()).toBe('Jatka: Toinen tehtävä');
    expect(session.place).toBe('b/b.second');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => focused()?.textContent).toBe('Toinen tehtävä');
    expect(focused()?.getBoundingClientRect().top).toBeGreaterThan(56);
  });

  test('a place that an older or newer package knew and this one does not leads to the beginning', async () => {
    await showCourse(new FakeSession({}, { '@place': 'z/z.exercise' }));
    expect(focused()?.textContent?.trim()).toBe('Aloita');
  });

  test('after a reload she goes on at her exercise without the cover, and is told so', async () => {
    const session = new FakeSession({}, { '@place': 'b/b.second' });
    const { said } = await showCourse(session, '', true);
    await expect.poll(() => said).toContain('Jatkat kohdasta ”Toinen tehtävä”.');
    expect(focused()?.textContent).toContain('Jatkat kohdasta ”Toinen tehtävä”.');
    expect(focused()?.getBoundingClientRect().top).toBeGreaterThan(56);
    await userEvent.click(page.getByRole('link', { name: 'Siirry osion alkuun' }));
    await expect.poll(() => scrollY).toBe(0);
  });

  test('the exercise that she writes in is the place to come back to', async () => {
    const session = new FakeSession();
    await showCourse(session, 'b');
    await userEvent.click(page.getByRole('link', { name: 'Toinen tehtävä' }).last());
    await userEvent.fill(page.getByRole('textbox', { name: 'Mitä opit?' }), 'Paljon');
    expect(session.place).toBe('b/b.second');
    expect(session.store.answers.get('b.second.first')?.text).toBe('Paljon');
    session.calls.length = 0;
    await userEvent.click(page.getByRole('textbox', { name: 'Mitä jätät sanomatta?' }).last());
    expect(session.calls).toContain('saveSoon');
  });

  test('typing keeps the focus and the caret while saves come and go', async () => {
    const session = new FakeSession();
    await showCourse(session, 'a');
    const field = page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' });
    await userEvent.fill(field, 'Hei vaan');
    const area = focused() as HTMLTextAreaElement;
    area.setSelectionRange(3, 3);
    session.set({ status: { state: 'saving', local: true } });
    session.set({ status: { state: 'saved', at: Date.now() } });
    await drawn(document.body);
    await userEvent.keyboard('!');
    expect(area.value).toBe('Hei! vaan');
    expect(focused()).toBe(area);
    expect(area.selectionStart).toBe(4);
  });
});

describe('languages', () => {
  test('the interface and the content follow the language that the LMS asks for, where they are there', async () => {
    const session = new FakeSession();
    const { app } = await showCourse(session, 'a');
    const swedish = {
      ...session.course,
      language: 'sv' as const,
      title: 'Kundkörkort',
      chapters: session.course.chapters.map((chapter) => ({ ...chapter, title: 'På svenska' })),
    };
    app.further = {
      offered: ['fi', 'sv'],
      load: () => Promise.resolve({ course: swedish, text: { ...fi, language: 'sv', shell: { ...fi.shell, forward: 'Nästa' } } }),
    };
    await drawn(app);
    expect(heading()).toBe('Asiakaspalvelu kirjastoissa');
    session.set({ launch: { ...session.launch, language: 'sv-FI' } as Launch });
    await drawn(app);
    expect(heading()).toBe('På svenska');
    expect(document.documentElement.lang).toBe('sv');
    await expect.element(page.getByRole('link', { name: /^Nästa/ })).toBeVisible();
    session.set({ launch: { ...session.launch, language: 'de' } as Launch });
    await drawn(app);
    expect(document.documentElement.lang).toBe('fi');
    // Whoever offers the course may choose another language for those.
    session.set({ course: { ...session.course, defaultLanguage: 'sv' } });
    await drawn(app);
    expect(document.documentElement.lang).toBe('sv');
  });
});
