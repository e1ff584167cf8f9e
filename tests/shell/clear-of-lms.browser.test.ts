/** An LMS's page that puts buttons of its own over the corner of the course: the course's header stands beside or below them. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { course } from './fixture-course.ts';
import { FakeSession } from './fake-session.ts';
import { inside, showCourse } from './shown-course.ts';

const lmsPage = (window.frameElement as HTMLElement).ownerDocument;
const put = new Set<HTMLElement>();

beforeEach(() => page.viewport(714, 666));
afterEach(() => {
  for (const button of put) button.remove();
  put.clear();
  lmsPage.body.click();
  document.body.replaceChildren();
});

/** What the LMS lays over the corner, and shows after a press on its page. */
function layOver(width: number, height: number): void {
  const { left, top } = (window.frameElement as HTMLElement).getBoundingClientRect();
  const button = lmsPage.createElement('button');
  button.style.cssText = `position: fixed; z-index: 99999; left: ${String(left)}px; top: ${String(top)}px; width: ${String(width)}px; height: ${String(height)}px;`;
  lmsPage.body.append(button);
  put.add(button);
  lmsPage.body.click();
}

function takeAway(): void {
  for (const button of put) button.remove();
  lmsPage.body.click();
}

function contents(app: Element): DOMRect {
  const button = inside(app).find(({ localName, ariaHasPopup }) => localName === 'button' && ariaHasPopup === 'dialog');
  return (button as HTMLElement).getBoundingClientRect();
}

/** The row of four that Chamilo 1.11.28 shows: run. */
const CHAMILO = [168, 45] as const;

test('in a wide window the button for the contents moves beside them, and back', async () => {
  const { app } = await showCourse(new FakeSession(), 'a');
  const before = contents(app);
  layOver(...CHAMILO);
  expect(contents(app).left).toBeGreaterThanOrEqual(CHAMILO[0]);
  expect(contents(app).top).toBe(before.top);
  expect(document.documentElement.scrollWidth).toBe(714);
  takeAway();
  expect(contents(app).left).toBe(before.left);
});

test('beside them a long title is no column of single words: where it has no room the page itself says where one is', async () => {
  const title = 'Johda asiakaspalvelua ja tunnista odotukset';
  const chapters = course.chapters.map((chapter) => (chapter.id === 'a' ? { ...chapter, title, shortTitle: title } : chapter));
  const { app } = await showCourse(new FakeSession({ chapters: chapters as typeof course.chapters }), 'a');
  const bar = inside(app).find((element) => element.matches('.bar')) as HTMLElement;
  const { height } = bar.getBoundingClientRect();
  layOver(...CHAMILO);
  expect(bar.getBoundingClientRect()).toMatchObject({ left: 0, right: 714, height });
  expect(contents(app).left).toBeGreaterThanOrEqual(CHAMILO[0]);
});

test.each([
  ['a telephone', 360],
  ['the narrowest window', 320],
])('on %s it moves below them, and the page with it', async (_, width) => {
  await page.viewport(width, 666);
  const { app } = await showCourse(new FakeSession(), 'a');
  const before = contents(app);
  layOver(...CHAMILO);
  expect(contents(app).top).toBeGreaterThanOrEqual(CHAMILO[1]);
  expect(contents(app).left).toBe(before.left);
  expect(document.documentElement.scrollWidth).toBe(width);
  takeAway();
  expect(contents(app).top).toBe(before.top);
});

test('the open contents have their heading below them', async () => {
  const { app } = await showCourse(new FakeSession(), 'a');
  layOver(...CHAMILO);
  const button = inside(app).find(({ localName, ariaHasPopup }) => localName === 'button' && ariaHasPopup === 'dialog');
  (button as HTMLElement).click();
  const heading = inside(app).find((element) => element.localName === 'h2' && element.closest('dialog[open]'));
  expect(heading?.getBoundingClientRect().top).toBeGreaterThanOrEqual(CHAMILO[1]);
});

test('they are there before the course is: it opens beside them', async () => {
  layOver(...CHAMILO);
  const { app } = await showCourse(new FakeSession(), 'a');
  expect(contents(app).left).toBeGreaterThanOrEqual(CHAMILO[0]);
});

test.each([
  ['a pane over the half of the course', 357, 666],
  ['a bar over its whole width', 714, 60],
])('%s moves nothing', async (_, width, height) => {
  const { app } = await showCourse(new FakeSession(), 'a');
  const before = contents(app);
  layOver(width, height);
  expect(contents(app)).toEqual(before);
});

test('where the header scrolls away with the page, what is scrolled to does not stand beneath them', async () => {
  await page.viewport(714, 380);
  const { app } = await showCourse(new FakeSession(), 'a');
  layOver(...CHAMILO);
  const field = inside(app).find(({ localName }) => localName === 'textarea');
  field?.scrollIntoView();
  expect(field?.getBoundingClientRect().top).toBeGreaterThanOrEqual(CHAMILO[1]);
  takeAway();
  field?.scrollIntoView();
  expect(field?.getBoundingClientRect().top).toBeLessThan(CHAMILO[1]);
});

test('nor does a link of the open contents in a window so low that all of them scroll', async () => {
  await page.viewport(714, 380);
  const { app } = await showCourse(new FakeSession(), 'a');
  layOver(...CHAMILO);
  const button = inside(app).find(({ localName, ariaHasPopup }) => localName === 'button' && ariaHasPopup === 'dialog');
  (button as HTMLElement).click();
  const links = inside(app).filter((element) => element.localName === 'a' && element.closest('dialog[open]')) as HTMLElement[];
  for (const link of links.toReversed()) {
    link.focus();
    expect(link.getBoundingClientRect().top).toBeGreaterThanOrEqual(CHAMILO[1]);
  }
});
