/** A class that is earned is said once. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fi } from '../../src/text/fi.ts';
import { axeProblems, focused } from '../exercises/worksheet.ts';
import { FakeSession } from './fake-session.ts';
import { drawn, goTo, inside, showCourse, wordsOf } from './shown-course.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

const lineIn = (app: Element): Element | undefined => inside(app).find(({ localName }) => localName === 'aspa-earned-notice');

/** She has paused, and is told. */
async function told(app: Element): Promise<void> {
  await expect.poll(() => lineIn(app)).toBeDefined();
  await drawn(app);
}

describe('a class earned', () => {
  test('is no news at the first letter, but once she pauses or leaves the field', async () => {
    const { app, said } = await showCourse(new FakeSession(), 'a');
    (page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' }).element() as HTMLElement).focus();
    for (const letter of 'Tervehdin') {
      await userEvent.keyboard(letter);
      await drawn(app);
      expect(lineIn(app)).toBeUndefined();
    }
    await userEvent.tab();
    await drawn(app);
    expect(lineIn(app)).toBeDefined();
    expect(said.filter((one) => one.startsWith('Sait luokan A1.'))).toHaveLength(1);
  });

  test('is said once, above the footer, and stays until it is put away', async () => {
    const session = new FakeSession();
    const { app, said } = await showCourse(session, 'a');
    await userEvent.fill(page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' }), 'Tervehdin');
    await told(app);
    const words = 'Sait luokan A1. Ajokortti on sinun.';
    expect(said.filter((one) => one === words)).toHaveLength(1);
    const line = (): Element | undefined => lineIn(app);
    expect(wordsOf(line() as Element)).toContain(words.replace('Sait luokan A1. ', ''));
    const footer = inside(app).find(({ localName }) => localName === 'aspa-course-footer') as Element;
    expect(line()?.getBoundingClientRect().bottom).toBeCloseTo(footer.getBoundingClientRect().top, 0);
    expect(focused()?.localName).toBe('textarea');
    await goTo('b');
    expect(line()).toBeDefined();
    expect(page.getByRole('link', { name: fi.earned.look }).query()).not.toBeNull();
    // The card says it there, and the line would lie on its buttons.
    await goTo('ajokortti');
    expect(line()).toBeUndefined();
    await goTo('a');
    await userEvent.fill(page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' }), 'Tervehdin aina');
    await drawn(app);
    expect(line()).toBeUndefined();
  });

  test('leaves in sight what she writes', async () => {
    const { app } = await showCourse(new FakeSession(), 'a');
    const field = page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' });
    const footer = inside(app).find(({ localName }) => localName === 'aspa-course-footer') as Element;
    const place = (): DOMRect => field.element().getBoundingClientRect();
    await page.viewport(714, Math.ceil(scrollY + place().bottom + footer.getBoundingClientRect().height));
    (field.element() as HTMLElement).focus({ preventScroll: true });
    await userEvent.keyboard('Tervehdin');
    await told(app);
    const line = inside(app).find(({ localName }) => localName === 'aspa-earned-notice') as Element;
    await expect.poll(() => place().bottom).toBeLessThanOrEqual(line.getBoundingClientRect().top);
  });

  test('puts its sign where the stop stood until it is put away, and the focus goes back to the field', async () => {
    const { app } = await showCourse(new FakeSession(), 'a');
    await userEvent.fill(page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' }), 'Tervehdin');
    await told(app);
    const stop = (): Element | undefined => inside(app).find((one) => one.matches('.milestone'));
    expect(stop()?.querySelector('.sign')?.getAttribute('data-sign')).toBe('a1');
    const field = focused();
    const place = field?.getBoundingClientRect().top;
    // By script: what drives the browser scrolls before it clicks.
    (page.getByRole('button', { name: 'Sulje viesti' }).element() as HTMLElement).click();
    await drawn(app);
    expect(stop()?.querySelector('.sign')).toBeNull();
    expect(focused()).toBe(field);
    expect(field?.localName).toBe('textarea');
    expect(field?.getBoundingClientRect().top).toBe(place);
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
    const line = inside(app).find(({ localName }) => localName === 'aspa-earned-notice') as Element;
    expect(wordsOf(line)).toContain('Sait luokat A1, A2 ja B.');
    expect(wordsOf(line)).toContain('Ajokortti on sinun.');
  });

  test('brings the licence once, where one of several classes is enough for it', async () => {
    const session = new FakeSession({ licence: [{ rule: { atLeast: 1, of: ['A1', 'B'] } }] });
    const { app, said } = await showCourse(session, 'a');
    session.store.change({ '@earned.B': '2026-11-24T08:00:00.000Z' });
    await drawn(app);
    expect(said).toEqual([`Sait luokan B. ${fi.earned.licence}`]);
    await userEvent.click(page.getByRole('button', { name: fi.earned.dismiss }));
    session.store.change({ '@earned.A1': '2026-11-25T08:00:00.000Z' });
    // News waits while something is pressed: in a busy browser the button that was clicked may be so for a moment longer.
    await expect.poll(() => said.slice(1)).toEqual(['Sait luokan A1.']);
  });

  test('put away on a page without exercises leaves what is read where it is', async () => {
    const session = new FakeSession();
    const { app } = await showCourse(session, 'tyokirja');
    session.store.change({ '@earned.B': '2026-11-24T08:00:00.000Z' });
    await drawn(app);
    scrollTo(0, 400);
    (page.getByRole('button', { name: fi.earned.dismiss }).element() as HTMLElement).focus({ preventScroll: true });
    await userEvent.keyboard('{Enter}');
    await drawn(app);
    expect(scrollY).toBe(400);
    expect(focused()?.localName).not.toBe('body');
  });

  test('fits a telephone of 320 pixels, its button too', async () => {
    await page.viewport(320, 640);
    const { app } = await showCourse(new FakeSession(), 'a');
    await userEvent.fill(page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' }), 'Tervehdin');
    await told(app);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    const button = page.getByRole('button', { name: 'Sulje viesti' }).element().getBoundingClientRect();
    expect(button.right).toBeLessThanOrEqual(320);
  });

  test('together with another is told in sight on a telephone too', async () => {
    await page.viewport(360, 740);
    const classes = ['A1', 'A2'].map((id) => ({ id, title: id, compulsory: true }));
    const session = new FakeSession({ classes });
    const { app } = await showCourse(session, 'b');
    session.store.change({ '@earned.A1': '2026-11-24T08:00:00.000Z', '@earned.A2': '2026-11-24T08:00:00.000Z' });
    await drawn(app);
    expect(document.documentElement.scrollHeight).toBeGreaterThan(1000);
    const line = inside(app).find(({ localName }) => localName === 'aspa-earned-notice') as Element;
    await expect.poll(() => line.getBoundingClientRect().bottom).toBeLessThanOrEqual(740);
    expect(line.getBoundingClientRect().top).toBeGreaterThanOrEqual(740 / 2);
  });

  test('is seen to be there with letters twice as large too, and whole once the focus comes to it', async () => {
    await page.viewport(360, 740);
    document.documentElement.style.fontSize = '225%';
    const classes = ['A1', 'A2'].map((id) => ({ id, title: id, compulsory: true }));
    const session = new FakeSession({ classes });
    const { app } = await showCourse(session, 'b');
    session.store.change({ '@earned.A1': '2026-11-24T08:00:00.000Z', '@earned.A2': '2026-11-24T08:00:00.000Z' });
    await drawn(app);
    expect(document.documentElement.scrollHeight).toBeGreaterThan(2000);
    const line = inside(app).find(({ localName }) => localName === 'aspa-earned-notice') as Element;
    await expect.poll(() => line.getBoundingClientRect().top).toBeLessThanOrEqual(740 - 100);
    for (const control of line.shadowRoot?.querySelectorAll<HTMLElement>('a, button') ?? []) {
      control.focus();
      const { top, bottom } = control.getBoundingClientRect();
      expect([top >= 0, bottom <= 740]).toEqual([true, true]);
    }
    document.documentElement.style.fontSize = '';
  });

  test('at an earlier visit is not said again', async () => {
    const { app } = await showCourse(new FakeSession({}, { 'a.meeting.first': 'Tervehdin' }), 'a');
    expect(inside(app).some(({ localName }) => localName === 'aspa-earned-notice')).toBe(false);
  });

  test('that makes the licence lets her save and end on its page, which says so; before that it does not', async () => {
    const session = new FakeSession();
    const { app } = await showCourse(session, 'ajokortti');
    expect(page.getByRole('main').getByRole('button', { name: fi.shell.exit }).elements()).toEqual([]);
    session.store.change({ 'a.meeting.first': 'Tervehdin' });
    await drawn(app);
    expect(wordsOf(app)).toContain('Olet suorittanut ajokorttiin tarvittavan luokan A1.');
    const others = { 'b.first.first': 'x', 'b.second.first': 'x', 'c.ideas.ideas.aaaa': '1', 'c.ideas.ideas.aaaa.what': 'x' };
    session.store.change({
      ...others,
      'c.ideas.ideas.aaaa.who': 'Lapsi',
      'c.ideas.ideas.aaaa.channel': 'desk',
      'c.ideas.ideas.aaaa.sort': 'idea',
    });
    await drawn(app);
    expect(wordsOf(app)).toContain('Olet suorittanut kaikki luokat.');
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
