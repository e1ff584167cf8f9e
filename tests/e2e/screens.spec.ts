/** Every page of the course at the widths that learners have: read by axe, by the console, by the network, and by the keyboard alone. */
import { expect, type FrameLocator, type Page } from '@playwright/test';
import { exercisesOf, type Exercise, type ExerciseKind } from '../../src/course/course.ts';
import { fi } from '../../src/text/fi.ts';
import { accessibilityFaults } from './accessibility.ts';
import { course, goesTo, opensAlone, pages, places, test } from './course-alone.ts';
import { storedAnswers } from './reported.ts';
import { nightlyIf } from './nightly.ts';

const choice = { package: 'aspa-ajokortti-scorm12.zip', profile: 'moodle' } as const;

test('no page writes an error to the console or asks another host for anything', async ({ page, lms }) => {
  const faults: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^https?:$/.test(protocol) && `${origin}/` !== lms.address) faults.push(request.url());
  });
  await opensAlone(page, lms);
  for (const each of pages) await goesTo(page, each);
  await page.goto(await lms.launch(choice, 'new'));
  await expect(page.frameLocator('#course').locator('aspa-save-status')).toContainText('Tallennettu');
  await page.goto('about:blank');
  expect(faults).toEqual([]);
});

test('no page has more live regions than two of its own and two for each exercise', async ({ page, lms }) => {
  await opensAlone(page, lms);
  for (const each of pages) {
    await goesTo(page, each);
    const exercises = await page.locator('[data-exercise]').count();
    const regions = await page.locator('[role=status], [role=alert], [aria-live], output').count();
    expect.soft(regions, each.id).toBeLessThanOrEqual(each.id === 'tyokirja' ? 4 : each.id === 'ajokortti' ? 3 : 2 + 2 * exercises);
  }
});

for (const width of [1280, 714, 360]) {
  test(`axe finds nothing on any page at ${String(width)} px`, nightlyIf(width === 714), async ({ page, lms }) => {
    await page.setViewportSize({ width, height: 800 });
    await opensAlone(page, lms);
    for (const each of places) {
      await goesTo(page, each);
      expect.soft(await accessibilityFaults(page), each.id).toEqual([]);
    }
  });
}

test('at 320 px the words and the buttons of the shell are in reach', async ({ page, lms }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await opensAlone(page, lms);
  await page.getByRole('button', { name: new RegExp(`^${fi.shell.contents}`) }).click();
  for (const { id } of pages) {
    const link = page.locator(`aspa-table-of-contents a[href="#${id}"]`);
    await link.scrollIntoViewIfNeeded();
    const box = await link.boundingBox();
    expect(box?.x ?? -1, id).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 999), id).toBeLessThanOrEqual(320);
    expect(box?.height ?? 0, id).toBeGreaterThanOrEqual(24);
  }
});

test('the page around the course’s frame stays where it is, so that the course’s header stays in sight', async ({ page, lms }) => {
  await page.setViewportSize({ width: 1280, height: 560 });
  await page.goto((await lms.launch(choice, 'new')).replace('view=full', 'view=frame'));
  const frame = page.frameLocator('#course');
  await expect(frame.locator('aspa-course-header')).toBeVisible();
  const goesInFrame = async (hash: string): Promise<void> => {
    await frame.locator('body').evaluate(async (_, to) => {
      location.hash = to;
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 50))));
    }, hash);
  };
  for (const exercise of exercisesOf(course)) {
    await goesInFrame(
      course.chapters.find(({ parts }) => parts.some((part) => part.type === 'exercise' && part.exercise === exercise))?.id ?? '',
    );
    await goesInFrame(exercise.id);
    await expect(frame.getByRole('heading', { name: exercise.title, exact: true })).toBeFocused();
    expect.soft(await page.evaluate(() => scrollY), exercise.id).toBe(0);
  }
  await frame.getByRole('button', { name: new RegExp(`^${fi.shell.contents}`) }).click();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

const SENTENCE = 'Kirjoitettu näppäimillä';
const addLabels = exercisesOf(course).flatMap((exercise) => ('add' in exercise ? [exercise.add] : []));
/** The first exercise of each kind. */
const kinds = new Map<ExerciseKind, string>();
for (const { kind, id } of exercisesOf(course)) if (!kinds.has(kind)) kinds.set(kind, id);

test(
  'by the keyboard alone a learner comes to an exercise of each kind, writes, and leaves it again',
  nightlyIf(true),
  async ({ page, lms }) => {
    // A launch takes as long as to come to an exercise and to write in it.
    const player = await lms.launch(choice, 'new');
    await page.goto(player);
    const frame = page.frameLocator('#course');
    await expect(frame.locator('aspa-course-header')).toBeVisible();
    const stored = (exerciseId: string): number =>
      Object.entries(storedAnswers(lms.stored(player))).filter(([id, text]) => id.startsWith(`${exerciseId}.`) && text.includes(SENTENCE))
        .length;
    for (const [kind, exerciseId] of kinds) {
      await test.step(kind, async () => {
        await frame.locator('body').evaluate(() => (location.hash = '#kansi'));
        await expect(frame.locator('a.start')).toBeFocused();
        await opensByKeyboard(page, frame, exerciseId);
        const written = await writesByKeyboard(page, frame, exerciseId);
        expect(written, kind).toContain('text');
        await expect.poll(() => stored(exerciseId), { timeout: 60_000, message: kind }).toBeGreaterThan(0);
      });
    }
  },
);

/** By Tab and Enter: to the contents, to the chapter, and there to the exercise. */
async function opensByKeyboard(page: Page, frame: FrameLocator, exerciseId: string): Promise<void> {
  const chapter = course.chapters.find(({ parts }) => parts.some((part) => part.type === 'exercise' && part.exercise.id === exerciseId));
  await frame.locator('body').press('Tab');
  await tabsTo(page, (focused) => focused.startsWith(fi.shell.contents));
  await page.keyboard.press('Enter');
  await tabsTo(page, (focused) => focused.startsWith(chapter?.shortTitle ?? ''), chapter?.sign);
  await page.keyboard.press('Enter');
  await expect(frame.locator('h1').first()).toBeFocused();
  // Of several exercises each is folded to a line until it is gone to.
  if ((await frame.locator(`.line a[href$="/${exerciseId}"]`).count()) === 0) return;
  const { title } = exercisesOf(course).find(({ id }) => id === exerciseId) as Exercise;
  await tabsTo(page, (focused) => focused === title || focused.startsWith(`${title},`));
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await focusedIn(page)).name).toBe(title);
}

async function tabsTo(page: Page, isThere: (name: string) => boolean, sign = ''): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const { name } = await focusedIn(page);
    if (isThere(name) || (sign !== '' && isThere(name.slice(sign.length).trim()))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Sixty presses of Tab did not lead there.');
}

/** Goes through the exercise by Tab and uses what comes into focus; fails where the focus stays or is not to be seen. */
async function writesByKeyboard(page: Page, frame: FrameLocator, exerciseId: string): Promise<string[]> {
  const used: string[] = [];
  let last = '';
  for (let presses = 0, inside = false; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await focusedIn(page);
    // A date has three stops of its own: day, month and year.
    if (focused.type !== 'date') expect(focused.key, 'the focus moves on at each Tab').not.toBe(last);
    last = focused.key;
    if (focused.exercise !== exerciseId) {
      if (inside) return used;
      continue;
    }
    inside = true;
    expect(focused.visible, `${focused.name} is in sight`).toBe(true);
    // A sentence in the first field; a word in the others is as much of a key.
    const text = used.includes('text') ? 'sana' : SENTENCE;
    if (used.includes('add') || !adds(focused)) used.push(await uses(page, focused, text));
    else used.push('add', await addsBy(page, focused, text));
  }
  throw new Error('Two hundred presses of Tab did not lead out of the exercise.');
}

/** A button that adds a first row or node to an exercise that begins empty. */
function adds({ tag, name, field }: Focused): boolean {
  return tag === 'button' && (field !== '' || addLabels.includes(name));
}

/** Adds by Enter, after which the focus is in what was added, ready to be written in. */
async function addsBy(page: Page, { key }: Focused, text: string): Promise<string> {
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await focusedIn(page)).key).not.toBe(key);
  return uses(page, await focusedIn(page), text);
}

async function uses(page: Page, { tag, type, readOnly, row }: Focused, text: string): Promise<string> {
  if (readOnly) return '';
  if (row === 'folded') {
    await page.keyboard.press('Enter');
    return 'row';
  }
  if (tag === 'textarea' || (tag === 'input' && type === 'text')) {
    await page.keyboard.type(text);
    return 'text';
  }
  if (type === 'radio' || type === 'checkbox') {
    await page.keyboard.press('Space');
    return type;
  }
  return '';
}

interface Focused {
  readonly tag: string;
  /** The field or branch that it stands for, where it says. */
  readonly field: string;
  readonly type: string;
  readonly name: string;
  readonly exercise: string;
  readonly key: string;
  readonly visible: boolean;
  readonly readOnly: boolean;
  /** Of the title of a row. */
  readonly row: 'folded' | 'open' | '';
}

function focusedIn(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('#course');
    let element: Element | null = frame?.contentDocument?.activeElement ?? null;
    let exercise = '';
    const path: string[] = [];
    for (;;) {
      exercise ||= element?.getAttribute('data-exercise') ?? '';
      path.push(`${element?.localName ?? ''}${element?.getAttribute('data-field') ?? ''}`);
      const inner: Element | null | undefined = element?.shadowRoot?.activeElement;
      if (!inner) break;
      element = inner;
    }
    const box = element?.getBoundingClientRect();
    const input = element as HTMLInputElement | null;
    const siblings = [...((element?.getRootNode() as ParentNode | undefined)?.querySelectorAll('*') ?? [])];
    return {
      tag: element?.localName ?? '',
      field: element?.getAttribute('data-field') ?? '',
      type: input?.type ?? '',
      name: (element?.getAttribute('aria-label') ?? element?.textContent ?? '').replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim(),
      exercise,
      key: `${path.join('>')}:${String(siblings.indexOf(element as Element))}`,
      visible: box !== undefined && box.bottom > 0 && box.top < (frame?.clientHeight ?? 0),
      readOnly: Boolean(input?.readOnly),
      row: element?.matches('[data-step] h3 button') ? (element.getAttribute('aria-expanded') === 'true' ? 'open' : 'folded') : '',
    };
  });
}
