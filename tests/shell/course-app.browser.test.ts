import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SaveStatus } from '../../src/session/save-status.ts';
import type { CourseHeader } from '../../src/shell/course-header.ts';
import { note } from '../../src/course/answers.ts';
import { fi } from '../../src/text/fi.ts';
import type { Launch } from '../../src/tracking/tracker.ts';
import { TrackingError } from '../../src/tracking/tracking-error.ts';
import { axeProblems, focused } from '../exercises/worksheet.ts';
import { FakeSession } from './fake-session.ts';
import { drawn, goTo, inside, showCourse, wordsOf } from './shown-course.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

const heading = (): string | undefined => inside(document.body).find(({ localName }) => localName === 'h1')?.textContent ?? undefined;

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
    await expect.poll(() => said).toContain('Jatkat kohdasta Toinen tehtävä.');
    expect(focused()?.textContent).toContain('Jatkat kohdasta Toinen tehtävä.');
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

describe('contents', () => {
  test('the keyboard opens them, chooses a chapter, and the focus is on its title', async () => {
    await showCourse(new FakeSession({}, { 'a.meeting.first': 'Tervehdin' }));
    const header = inside(document.body).find(({ localName }) => localName === 'aspa-course-header') as CourseHeader;
    header.focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('dialog', { name: 'Sisällys' })).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Kansi' })).toHaveAttribute('aria-current', 'page');
    await expect.element(page.getByRole('link', { name: 'Esipuhe' })).not.toHaveAttribute('aria-current');
    await expect.element(page.getByRole('link', { name: /Asiakaspalvelu.*Suoritettu/ })).toBeVisible();
    await expect.element(page.getByRole('list', { name: 'Pakollinen' }).getByRole('link', { name: /Asiakaspalvelu/ })).toBeVisible();
    expect(page.getByRole('list', { name: 'Valinnaiset' }).getByRole('link').elements()).toHaveLength(2);
    (page.getByRole('link', { name: /^Suosittele/ }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => focused()?.textContent).toBe('Suosittele sisältöjä');
    expect(page.getByRole('dialog').elements()).toEqual([]);
  });

  test('Escape closes them and gives the focus back', async () => {
    await showCourse(new FakeSession());
    await userEvent.click(page.getByRole('button', { name: /^Sisällys/ }));
    await userEvent.keyboard('{Escape}');
    expect(focused()?.getAttribute('aria-haspopup')).toBe('dialog');
  });

  test('save and end is there', async () => {
    const session = new FakeSession();
    await showCourse(session);
    await userEvent.click(page.getByRole('button', { name: /^Sisällys/ }));
    await userEvent.click(page.getByRole('button', { name: 'Tallenna ja sulje' }));
    expect(session.calls).toContain('exit');
    await expect.element(page.getByRole('heading', { name: 'Kurssi on suljettu' })).toBeVisible();
  });

  test('the first stop of Tab leads past the header', async () => {
    const { app } = await showCourse(new FakeSession(), 'esipuhe');
    app.renderRoot.querySelector<HTMLElement>('.skip')?.focus();
    expect(focused()?.textContent?.trim()).toBe('Siirry sisältöön');
    expect(inside(app).find((one) => one.matches('a, button'))).toBe(focused());
    await userEvent.keyboard('{Enter}');
    expect(focused()?.localName).toBe('h1');
  });
});

describe('the contents beside the page', () => {
  beforeEach(() => page.viewport(1280, 800));

  test('from 1,200 pixels on lead to each page, and hold the way out, without a button that opens them', async () => {
    const session = new FakeSession();
    const { app } = await showCourse(session, 'b');
    expect(page.getByRole('button', { name: /^Sisällys/ }).elements()).toEqual([]);
    const rail = page.getByRole('navigation', { name: 'Sisällys' });
    await expect.element(rail.getByRole('link', { name: /^B?\s*Hyödynnä/ })).toHaveAttribute('aria-current', 'page');
    await userEvent.click(rail.getByRole('link', { name: /Suosittele/ }));
    await expect.poll(() => focused()?.textContent).toBe('Suosittele sisältöjä');
    expect(await axeProblems()).toEqual([]);
    const out = page.getByRole('button', { name: fi.shell.exit }).element().getBoundingClientRect();
    expect(out.bottom).toBeLessThanOrEqual(800);
    window.scrollTo(0, 100_000);
    await drawn(app);
    expect(page.getByRole('button', { name: fi.shell.exit }).element().getBoundingClientRect().bottom).toBeLessThanOrEqual(800);
    await userEvent.click(page.getByRole('button', { name: fi.shell.exit }));
    expect(session.calls).toContain('exit');
  });

  test('a window that becomes narrow or wide while she writes keeps her field, her text and her caret', async () => {
    const { app } = await showCourse(new FakeSession(), 'a');
    await userEvent.fill(page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' }), 'Hei vaan');
    const area = focused() as HTMLTextAreaElement;
    area.setSelectionRange(3, 3);
    for (const width of [714, 1280]) {
      await page.viewport(width, 800);
      await drawn(app);
      expect(focused()).toBe(area);
      expect(area.selectionStart).toBe(3);
    }
  });
});

describe('the licence in the header', () => {
  const words = (app: Element): string => wordsOf(inside(app).find(({ localName }) => localName === 'aspa-course-header') as Element);

  test('says how many of its classes are earned, never how many exercises are done, and leads to the card', async () => {
    const session = new FakeSession();
    const { app } = await showCourse(session, 'a');
    expect(words(app)).toContain('Ajokortti 0/1, lisäluokat 0/2');
    session.store.change({ 'a.meeting.first': 'Tervehdin' });
    await drawn(app);
    expect(words(app)).toContain('Ajokortti 1/1, lisäluokat 0/2');
    await userEvent.click(page.getByRole('link', { name: /^Ajokortti 1\/1/ }));
    await expect.poll(heading).toBe(fi.licence.isYours);
  });

  test('has a sign for each class, in three states, with as much of a line as is done', async () => {
    await page.viewport(1280, 800);
    const { app } = await showCourse(new FakeSession({}, { 'a.meeting.first': 'Tervehdin', 'b.first.first': 'Kirjaa' }), 'b');
    const signs = inside(app).filter((one) => one.matches('.signs > g'));
    const look = signs.map((sign) => ({
      sign: (sign as SVGElement).dataset['sign'],
      fill: sign.querySelector('svg path')?.getAttribute('fill'),
      stroke: sign.querySelector('svg path')?.getAttribute('stroke'),
      line: sign.querySelectorAll(':scope > path')[1]?.getAttribute('d'),
    }));
    expect(look).toEqual([
      { sign: 'a1', fill: 'var(--sign)', stroke: 'var(--sign)', line: 'M1 30.5H25' },
      { sign: 'b', fill: 'var(--paper)', stroke: 'var(--sign)', line: 'M31 30.5H43' },
      { sign: 'c', fill: 'var(--paper)', stroke: 'var(--control)', line: 'M61 30.5H61' },
    ]);
  });
});

describe('saving', () => {
  test('the header says when, and a problem is told in full, politely, once', async () => {
    const session = new FakeSession();
    const { app, said } = await showCourse(session);
    const at = new Date(2026, 10, 24, 14, 5).getTime();
    session.set({ status: { state: 'saved', at } });
    await drawn(app);
    expect(wordsOf(app)).toContain('Tallennettu klo 14.05');
    for (const minute of [6, 7]) {
      session.set({
        status: { state: 'not-saved', reason: 'offline', local: true, retryAt: new Date(2026, 10, 24, 14, minute).getTime() },
      });
      await drawn(app);
    }
    expect(wordsOf(app)).toContain('Ei yhteyttä – teksti on tallessa tällä koneella. Yritetään uudelleen klo 14.07.');
    session.set({ status: { state: 'saving', local: true } });
    session.set({ status: { state: 'saved', at } });
    await drawn(app);
    expect(said).toEqual([
      fi.saving.firstSaved,
      'Ei yhteyttä – teksti on tallessa tällä koneella. Yritetään uudelleen klo 14.06.',
      fi.saving.backAgain,
    ]);
  });

  test('what goes wrong is told in the page’s banner, and all that is told stands in a landmark', async () => {
    const session = new FakeSession();
    const { app } = await showCourse(session);
    session.set({ status: { state: 'not-saved', reason: 'refused', local: true, retryAt: Date.now() }, roomLeft: 0.1 });
    await drawn(app);
    const banner = inside(app).filter(({ localName }) => localName === 'header');
    expect(banner).toHaveLength(1);
    expect(wordsOf(banner[0] as Element)).toContain('Tilaa vastauksille jäljellä 10 prosenttia');
    const landmarks = 'header, main, nav, dialog, [role=status], style';
    const shell = app.renderRoot.querySelector('.shell');
    const outside = [...(shell?.children ?? [])].filter(
      (part) => !part.matches(landmarks) && [...(part.shadowRoot?.children ?? [])].some((inner) => !inner.matches(`${landmarks}, .window`)),
    );
    expect(outside.map(({ localName }) => localName)).toEqual([]);
  });

  test('a problem that was read can be put away, and another one comes back', async () => {
    const session = new FakeSession();
    const { app } = await showCourse(session);
    session.set({ status: { state: 'not-saved', reason: 'offline', local: true } });
    await drawn(app);
    await userEvent.click(page.getByRole('button', { name: 'Piilota' }));
    await drawn(app);
    const told = (name: string): string =>
      inside(app)
        .filter(({ localName }) => localName === name)
        .map(wordsOf)
        .join();
    expect(told('aspa-save-problem')).toBe('');
    expect(told('aspa-save-status')).toBe('Ei yhteyttä');
    session.set({ status: { state: 'not-saved', reason: 'full', local: true } });
    await drawn(app);
    expect(told('aspa-save-problem')).toContain('Ota vastauksistasi kopio');
  });

  test('a meter appears when less than a quarter of the room is left', async () => {
    const session = new FakeSession();
    const { app } = await showCourse(session);
    session.set({ roomLeft: 0.25 });
    await drawn(app);
    const meter = (): HTMLMeterElement | undefined => inside(app).find((one): one is HTMLMeterElement => one.localName === 'meter');
    expect(meter()).toBeUndefined();
    session.set({ roomLeft: 0.12 });
    await drawn(app);
    expect(meter()?.value).toBe(12);
    expect(meter()?.labels[0]?.textContent).toContain('Tilaa vastauksille jäljellä 12 prosenttia');
  });

  test('what is gone to stands below the header, however much that has to tell', async () => {
    const session = new FakeSession();
    const { app } = await showCourse(session);
    session.set({ status: { state: 'not-saved', reason: 'refused', local: true, retryAt: Date.now() }, roomLeft: 0.1 });
    await drawn(app);
    await goTo('b/b.second');
    const header = app.renderRoot.querySelector('.top')?.getBoundingClientRect();
    expect(header?.bottom).toBeGreaterThan(120);
    expect(focused()?.textContent).toBe('Toinen tehtävä');
    expect(focused()?.getBoundingClientRect().top).toBeGreaterThanOrEqual(header?.bottom ?? Infinity);
  });

  test('on a telephone a problem leaves most of the page to the work, and says what to do when asked', async () => {
    await page.viewport(360, 740);
    const session = new FakeSession();
    const { app } = await showCourse(session);
    session.set({ status: { state: 'not-saved', reason: 'refused', local: false, retryAt: Date.now() }, roomLeft: 0.1 });
    await drawn(app);
    expect(app.renderRoot.querySelector('.top')?.clientHeight).toBeLessThan(740 * 0.4);
    expect(page.getByRole('button', { name: 'Tallenna kopio' }).elements()).toHaveLength(1);
    const todo = (): boolean | undefined =>
      inside(app)
        .find(({ className }) => className === 'next')
        ?.checkVisibility();
    expect(todo()).toBe(false);
    await userEvent.click(page.getByRole('button', { name: fi.saving.more }));
    await expect.poll(todo).toBe(true);
  });

  test('browsing says before typing that nothing is saved, and marks no place', async () => {
    const session = new FakeSession();
    session.launchAs('browse');
    const { app } = await showCourse(session);
    expect(wordsOf(app)).toContain(fi.saving.browse);
    await goTo('b');
    expect(wordsOf(app)).toContain(fi.saving.browse);
    expect(wordsOf(app)).toContain('Ei tallenneta');
    expect(session.calls.filter((call) => call.startsWith('visit'))).toEqual([]);
  });

  test('review says so only where nothing is stored after completion', async () => {
    const session = new FakeSession();
    session.launchAs('review');
    const { app } = await showCourse(session);
    expect(wordsOf(app)).not.toContain(fi.saving.review);
    session.launchAs('review', { storesAfterCompletion: false });
    await drawn(app);
    expect(wordsOf(app)).toContain(fi.saving.review);
  });

  test('an LMS without a review mode that stores nothing after completion is named as soon as the course is complete', async () => {
    const session = new FakeSession();
    session.launchAs('normal', { storesAfterCompletion: false });
    const { app } = await showCourse(session);
    expect(wordsOf(app)).not.toContain(fi.saving.review);
    session.store.change({ [note.completed]: '2026-11-24T08:00:00.000Z' });
    session.set({});
    await drawn(app);
    expect(wordsOf(app)).toContain(fi.saving.review);
  });
});

test('with letters of twice the size header and footer grow with their words', async () => {
  document.documentElement.style.fontSize = '225%';
  try {
    const { app } = await showCourse(new FakeSession(), 'b');
    const bars = inside(app).filter(({ localName }) => localName === 'header' || localName === 'nav');
    const cut = bars.flatMap((bar) => {
      const { top, bottom } = bar.getBoundingClientRect();
      return [...bar.querySelectorAll('a, button, span:not(.unseen)')].filter((word) => {
        const box = word.getBoundingClientRect();
        // What is only said is cut on purpose.
        const isSaid = getComputedStyle(word.closest('.words') ?? word).clipPath !== 'none';
        return !isSaid && word.checkVisibility() && (box.top < top - 1 || box.bottom > bottom + 1);
      });
    });
    expect(bars.length).toBeGreaterThan(1);
    expect(cut.map(({ textContent }) => textContent)).toEqual([]);
  } finally {
    document.documentElement.style.fontSize = '';
  }
});

describe('phases', () => {
  test('without an LMS the course says so, and goes on in this browser when asked', async () => {
    const session = new FakeSession();
    session.set({ phase: 'no-lms', problem: new TrackingError('unreachable', 'no answer') });
    const { app } = await showCourse(session);
    expect(wordsOf(app)).toContain('Oppimisympäristö ei vastaa.');
    expect(focused()?.localName).toBe('h1');
    await userEvent.click(page.getByRole('button', { name: 'Jatka tässä selaimessa' }));
    await drawn(app);
    expect(heading()).toBe('Aspa-ajokortti');
    expect(wordsOf(app)).toContain(fi.saving.thisBrowserOnly);
    await goTo('esipuhe');
    expect(wordsOf(app)).toContain(fi.saving.thisBrowserOnly);
  });

  test('a launch that names an unknown site is asked about, by its name, and nothing else is on the page', async () => {
    const session = new FakeSession();
    session.set({ phase: 'unconfirmed', strangers: ['https://lrs.example.net', 'http://lms.example.org:8080'] });
    const { app } = await showCourse(session);
    expect(focused()?.textContent).toBe(fi.shell.unconfirmed.title);
    for (const host of ['lrs.example.net', 'http://lms.example.org:8080']) expect(wordsOf(app)).toContain(host);
    expect(page.getByRole('textbox').elements()).toEqual([]);
    expect(await axeProblems()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: fi.shell.unconfirmed.dontSend }));
    await drawn(app);
    expect(heading()).toBe(fi.shell.noLms.title);
    session.set({ phase: 'unconfirmed', strangers: ['https://lrs.example.net'] });
    await drawn(app);
    await userEvent.click(page.getByRole('button', { name: fi.shell.unconfirmed.goOn }));
    await drawn(app);
    expect(session.calls).toEqual(expect.arrayContaining(['sendNothing', 'sendThere']));
    expect(heading()).toBe('Aspa-ajokortti');
  });

  test('after the end the way back to an unknown site is a link that names it', async () => {
    const session = new FakeSession();
    session.set({ phase: 'closed', wayBack: 'https://lms.example.org/course/7', status: { state: 'saved', at: Date.now() } });
    await showCourse(session);
    const link = page.getByRole('link', { name: fi.shell.closed.wayBack('lms.example.org') });
    await expect.element(link).toHaveAttribute('href', 'https://lms.example.org/course/7');
    expect(await axeProblems()).toEqual([]);
  });

  test('a second tab offers to take over', async () => {
    const session = new FakeSession();
    session.set({ phase: 'elsewhere' });
    const { app } = await showCourse(session);
    expect(page.getByRole('textbox').elements()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Jatka tässä välilehdessä' }));
    await drawn(app);
    expect(session.calls).toContain('takeOver');
    expect(heading()).toBe('Aspa-ajokortti');
  });

  test('an old page does not write until it is told to', async () => {
    const session = new FakeSession();
    session.set({ phase: 'stale' });
    await showCourse(session);
    await userEvent.click(page.getByRole('button', { name: 'Jatka tästä versiosta' }));
    expect(session.calls).toContain('goOnAnyway');
  });

  const unsaved: SaveStatus = { state: 'not-saved', reason: 'offline', local: true };

  test('a course that is being closed says that it saves, and tells how that went once it is known', async () => {
    const session = new FakeSession();
    session.set({ phase: 'closing', status: { state: 'saving', local: true } });
    const { app } = await showCourse(session);
    expect(heading()).toBe(fi.shell.closing.title);
    expect(wordsOf(app)).toContain(fi.shell.closing.saving);
    expect(wordsOf(app)).not.toMatch(/Työsi on (tallessa|lähetetty)/);
    session.set({ phase: 'closed', status: { state: 'saved', at: Date.now() } });
    await drawn(app);
    expect(focused()?.textContent).toBe(fi.shell.closed.title);
    expect(wordsOf(app)).toContain(fi.shell.closed.saved);
  });

  test('a course that could not be saved stays: tried again, gone on with, taken as a file, or ended all the same', async () => {
    const session = new FakeSession();
    session.set({ phase: 'closing', status: { state: 'saving', local: true } });
    const { app } = await showCourse(session);
    session.set({ status: unsaved });
    await drawn(app);
    expect(heading()).toBe(fi.shell.closing.notSaved);
    expect(wordsOf(app)).toContain(fi.saving.textIsHere);
    expect(await axeProblems()).toEqual([]);
    await expect.element(page.getByRole('button', { name: fi.saving.takeCopy })).toBeVisible();
    // Tried again by itself: nothing on the page moves.
    session.set({ status: { state: 'saving', local: true } });
    await drawn(app);
    expect(heading()).toBe(fi.shell.closing.notSaved);
    expect(wordsOf(app)).toContain(fi.shell.closing.trying);
    session.exit = () => Promise.resolve(void session.calls.push('exit'));
    session.stay = () => void session.calls.push('stay');
    session.exitUnsaved = () => void session.calls.push('exitUnsaved');
    const { again, stay, unsaved: end } = fi.shell.closing;
    for (const name of [again, stay, end]) await userEvent.click(page.getByRole('button', { name }));
    expect(session.calls).toEqual(['exit', 'stay', 'exitUnsaved']);
  });

  test('a learner who goes on instead of closing is where she was', async () => {
    const session = new FakeSession();
    const { app } = await showCourse(session, 'b');
    session.set({ phase: 'closing', status: unsaved });
    await drawn(app);
    await userEvent.click(page.getByRole('button', { name: fi.shell.closing.stay }));
    await drawn(app);
    expect(inside(app).some(({ localName }) => localName === 'aspa-chapter-page')).toBe(true);
  });

  test('a course that closed before it knew tells the outcome when it comes, with a copy to take', async () => {
    const session = new FakeSession();
    session.set({ phase: 'closed', status: { state: 'saving', local: true } });
    const { app } = await showCourse(session);
    expect(wordsOf(app)).toContain(fi.shell.closed.saving);
    expect(wordsOf(app)).not.toMatch(/Työsi on (tallessa|lähetetty)/);
    session.set({ status: { state: 'not-saved', reason: 'refused', local: false } });
    await drawn(app);
    expect(wordsOf(app)).toContain(fi.shell.closed.notSaved);
    expect(wordsOf(app)).toContain(fi.shell.closed.bringCopy);
    await expect.element(page.getByRole('button', { name: 'Tallenna kopio' })).toBeVisible();
  });

  test('a course that was only looked at claims nothing when it closes', async () => {
    const session = new FakeSession();
    session.launchAs('browse');
    session.set({ phase: 'closed', status: { state: 'not-saved', reason: 'read-only', local: false } });
    const { app } = await showCourse(session);
    expect(wordsOf(app)).toContain(fi.shell.closed.browse);
    expect(wordsOf(app)).not.toContain('tallessa');
  });

  test('a course that closed with work that was only sent does not call it saved', async () => {
    const session = new FakeSession();
    session.set({ phase: 'closed', status: { state: 'sent', at: Date.now() } });
    await showCourse(session);
    await expect.element(page.getByText('Työsi on lähetetty oppimisympäristöön')).toBeVisible();
    expect(document.body.innerText).not.toContain('tallessa');
  });
});

describe('a class earned', () => {
  test('is said once, above the footer, and stays until it is put away', async () => {
    const session = new FakeSession();
    const { app, said } = await showCourse(session, 'a');
    await userEvent.fill(page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' }), 'Tervehdin');
    await drawn(app);
    const words = 'Sait luokan A1. Aspa-ajokortti on sinun.';
    expect(said.filter((one) => one === words)).toHaveLength(1);
    const line = (): Element | undefined => inside(app).find(({ localName }) => localName === 'aspa-class-earned');
    expect(wordsOf(line() as Element)).toContain(words.replace('Sait luokan A1. ', ''));
    const footer = inside(app).find(({ localName }) => localName === 'aspa-course-footer') as Element;
    expect(line()?.getBoundingClientRect().bottom).toBeCloseTo(footer.getBoundingClientRect().top, 0);
    expect(focused()?.localName).toBe('textarea');
    await goTo('b');
    expect(line()).toBeDefined();
    await userEvent.click(page.getByRole('button', { name: 'Sulje viesti' }));
    await drawn(app);
    expect(line()).toBeUndefined();
    await goTo('a');
    await userEvent.fill(page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' }), 'Tervehdin aina');
    await drawn(app);
    expect(line()).toBeUndefined();
  });

  test('puts its sign where the stop stood until it is put away, and the focus goes on to the exercise', async () => {
    const { app } = await showCourse(new FakeSession(), 'a');
    await userEvent.fill(page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' }), 'Tervehdin');
    await drawn(app);
    const stop = (): Element | undefined => inside(app).find((one) => one.matches('.milestone'));
    expect(stop()?.querySelector('.sign')?.getAttribute('data-sign')).toBe('a1');
    await userEvent.click(page.getByRole('button', { name: 'Sulje viesti' }));
    await drawn(app);
    expect(stop()?.querySelector('.sign')).toBeNull();
    expect(focused()?.textContent).toBe('Kohtaaminen');
  });

  test('says what the licence still lacks, and all classes of one moment together', async () => {
    const classes = ['A1', 'A2', 'B'].map((id) => ({ id, title: id, compulsory: id !== 'B' }));
    const session = new FakeSession({ classes });
    const { app, said } = await showCourse(session, 'a');
    session.store.change({ '@earned.A2': '2026-11-24T08:00:00.000Z' });
    await drawn(app);
    expect(said).toContain('Sait luokan A2. Ajokorttiin tarvitaan vielä luokka A1.');
    session.store.change({ '@earned.A1': '2026-11-24T08:00:00.000Z', '@earned.B': '2026-11-24T08:00:00.000Z' });
    await drawn(app);
    const line = inside(app).find(({ localName }) => localName === 'aspa-class-earned') as Element;
    expect(wordsOf(line)).toContain('Sait luokat A1, A2 ja B.');
    expect(wordsOf(line)).toContain('Aspa-ajokortti on sinun.');
  });

  test('fits a telephone of 320 pixels, its button too', async () => {
    await page.viewport(320, 640);
    await showCourse(new FakeSession(), 'a');
    await userEvent.fill(page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' }), 'Tervehdin');
    await drawn(document.body);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    const button = page.getByRole('button', { name: 'Sulje viesti' }).element().getBoundingClientRect();
    expect(button.right).toBeLessThanOrEqual(320);
  });

  test('at an earlier visit is not said again', async () => {
    const { app } = await showCourse(new FakeSession({}, { 'a.meeting.first': 'Tervehdin' }), 'a');
    expect(inside(app).some(({ localName }) => localName === 'aspa-class-earned')).toBe(false);
  });

  test('that makes the licence lets her save and end on its page, which says so; before that it does not', async () => {
    const session = new FakeSession();
    const { app } = await showCourse(session, 'ajokortti');
    expect(page.getByRole('main').getByRole('button', { name: fi.shell.exit }).elements()).toEqual([]);
    session.store.change({ 'a.meeting.first': 'Tervehdin' });
    await drawn(app);
    expect(wordsOf(app)).toContain('Olet suorittanut ajokorttiin tarvittavan luokan A1.');
    expect(await axeProblems()).toEqual([]);
    await userEvent.click(page.getByRole('main').getByRole('button', { name: fi.shell.exit }));
    expect(session.calls).toContain('exit');
  });

  test('waits for "I am ready" where the course asks for it', async () => {
    const session = new FakeSession({ completeWhen: 'learner' }, { 'a.meeting.first': 'Tervehdin' });
    const { app } = await showCourse(session, 'ajokortti');
    expect(session.progress.complete).toBe(false);
    await userEvent.click(page.getByRole('button', { name: 'Olen valmis' }));
    await drawn(app);
    expect(session.progress.complete).toBe(true);
    expect(wordsOf(app)).toContain(fi.shell.ready.said);
  });
});

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
