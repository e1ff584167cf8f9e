/** The header and the contents, above the page and beside it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CourseHeader } from '../../src/shell/frame/course-header.ts';
import { fi } from '../../src/text/fi.ts';
import { axeProblems, focused } from '../exercises/worksheet.ts';
import { FakeSession } from './fake-session.ts';
import { drawn, goTo, heading, inside, showCourse, wordsOf } from './shown-course.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

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

  test('a window that becomes wide leaves no empty sheet over the page: the same list stands beside it, with the focus', async () => {
    const { app } = await showCourse(new FakeSession(), 'b');
    await userEvent.click(page.getByRole('button', { name: fi.shell.contents }).first());
    for (const [width, height] of [
      [1280, 800],
      [714, 666],
      [1280, 800],
    ] as const) {
      await page.viewport(width, height);
      await drawn(app);
      if (width === 714) await userEvent.click(page.getByRole('button', { name: fi.shell.contents }).first());
    }
    await expect.poll(() => inside(app).some((one) => one.matches('dialog[open]'))).toBe(false);
    await expect.poll(() => focused()?.getAttribute('aria-current')).toBe('page');
  });

  test('the browser’s own way back closes them, with the focus on the page that it leads to', async () => {
    const { app } = await showCourse(new FakeSession(), 'a');
    await goTo('b');
    await userEvent.click(page.getByRole('button', { name: fi.shell.contents }).first());
    history.back();
    await expect.poll(heading).toBe('Asiakaspalvelu kirjastoissa');
    await drawn(app);
    expect(inside(app).some((one) => one.matches('dialog[open]'))).toBe(false);
    expect(focused()?.localName).toBe('h1');
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
    expect(words(app)).toContain('Ajokortti 0/1, valinnaiset luokat 0/2');
    session.store.change({ 'a.meeting.first': 'Tervehdin' });
    await drawn(app);
    expect(words(app)).toContain('Ajokortti 1/1, valinnaiset luokat 0/2');
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
