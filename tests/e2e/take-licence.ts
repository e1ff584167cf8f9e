/**
 * A library worker who takes the licence through the course's own pages: opens a chapter, writes into its fields, adds rows. Remembers what
 * was written, field by field, so that it can be held against what the pages show later and what an LMS has got.
 */
import { expect } from '@playwright/test';
import { minimumOf } from '../../src/course/completion-rules.ts';
import { exercisesOf, type Chapter, type Course, type Exercise } from '../../src/course/course.ts';
import { fieldsOf } from '../../src/course/fields.ts';
import type { Field, SimpleField } from '../../src/fields/field.ts';
import type { ListField } from '../../src/fields/list/definition.ts';
import type { TreeField } from '../../src/fields/tree/definition.ts';
import { controlIn, isOpenAlone, readFields, type Control } from './drawn-fields.ts';
import type { CourseView, Place } from './view.ts';

/** What was written, by field id; rows of lists and nodes of maps under the ids that the course gave them. */
export type Written = Map<string, string>;

/** Text that has gone wrong somewhere before: newlines, letters, emoji, brackets, markup. */
function trickyText(about: string): string {
  return `${about}: äöå ÄÖÅ – ”lainaus” 😀👩🏽‍🏫\nToinen rivi {tämä} [,] <script>alert("x")</script> & 50 % = 1+1`;
}

/** Some 700 letters that repeat little: with them a whole licence is more than 4,096 characters hold. */
export function longText(fieldId: string): string {
  const words =
    'asiakas kirjasto kysymys neuvonta työvuoro aineisto palvelu kohtaaminen vinkki hylly lukija tapahtuma yhteistyö laite sovellus'.split(
      ' ',
    );
  let seed = [...fieldId].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 65_521;
  const next = (): number => (seed = (seed * 17_364 + 11) % 65_521);
  return Array.from({ length: 75 }, () => `${words[next() % words.length] ?? ''}${next().toString(36).slice(-2)}`).join(' ');
}

/** A page mostly answers at once: a whole licence asks hundreds of times, and Playwright's own pauses begin with 100 ms. */
const PATIENCE = { timeout: 60_000, intervals: [10, 20, 50, 100, 250] };

export class LibraryWorker {
  /**
   * @param written what she has written before, where she goes on in another window
   * @param text what she writes into a field of several lines
   */
  constructor(
    readonly view: CourseView,
    readonly course: Course,
    readonly written: Written = new Map(),
    readonly text: (fieldId: string) => string = trickyText,
  ) {}

  /** Waits until the course is there to be written in. */
  async arrives(): Promise<void> {
    await this.#sees({ css: 'aspa-course-header' });
  }

  /** Waits until the page in the course's place has this title; undefined where the course itself is shown. */
  async seesTitle(title: string): Promise<void> {
    await this.#sees({ css: 'h1', text: title });
  }

  async presses(button: string): Promise<void> {
    await this.view.click({ css: 'button', text: button });
  }

  /** The words of the save status in the header. */
  saveWords(): Promise<string> {
    return this.view.read({ css: 'aspa-save-status' }, ([status]) => status?.shadowRoot?.querySelector('span')?.textContent ?? '');
  }

  /** The whole truth about a save that failed, and what to do. */
  saveProblem(): Promise<string> {
    return this.view.read({ css: 'aspa-save-problem' }, ([problem]) => problem?.shadowRoot?.querySelector('p')?.textContent?.trim() ?? '');
  }

  /** The words that say where she was: on the cover, or after a reload at the place itself. */
  resumedAt(): Promise<string> {
    return this.view.read({ css: '.promise, .resumed' }, ([words]) => words?.textContent?.trim() ?? '');
  }

  /** Goes on by the one button of the cover, which every launch begins with. */
  async goesOn(): Promise<void> {
    await this.view.click({ css: 'a.start' });
    await expect.poll(() => this.view.read({ css: 'aspa-cover-page' }, ({ length }) => length), PATIENCE).toBe(0);
  }

  /** Goes to the next page by the button at the foot of this one. */
  async goesForward(): Promise<void> {
    const heading = (): Promise<string> => this.view.read({ css: 'h1' }, ([found]) => found?.textContent ?? '');
    const before = await heading();
    await this.view.click({ css: 'a.forward' });
    await expect.poll(heading, PATIENCE).not.toBe(before);
  }

  /** Goes to a chapter by the table of contents. */
  async opens(chapter: Chapter): Promise<void> {
    await this.opensPage(chapter.id, chapter.title);
  }

  async opensPage(id: string, title: string): Promise<void> {
    const contents = await this.#opensContents();
    await this.view.click({ css: `a[href="#${id}"]`, within: contents });
    await expect
      .poll(() => this.view.read({ css: 'h1' }, ([heading]) => (heading?.textContent ?? '').replaceAll('\u00AD', '').trim()), PATIENCE)
      .toBe(title.replaceAll('\u00AD', ''));
  }

  /** Ends the session by the course's own button. */
  async leaves(words: { readonly exit: string; readonly closed: string }): Promise<void> {
    await this.ends(words.exit);
    await this.seesTitle(words.closed);
  }

  /** The same, whatever is shown then. */
  async ends(exit: string): Promise<void> {
    const contents = await this.#opensContents();
    await this.view.click({ css: 'button', text: exit, within: contents });
  }

  /** Goes on in another language. @param name of the language, in that language */
  async speaks(name: string): Promise<void> {
    const contents = await this.#opensContents();
    await this.view.click({ css: 'button', text: name, within: contents });
  }

  /** Her window is hidden, as by another tab, until she comes back. */
  looksElsewhere(): Promise<void> {
    return this.view.read({ css: 'html' }, () => {
      Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
  }

  comesBack(): Promise<void> {
    return this.view.read({ css: 'html' }, () => {
      Object.defineProperty(document, 'visibilityState', { get: () => 'visible', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
  }

  /** Does all exercises of the chapters with these ids. */
  async takes(...chapterIds: string[]): Promise<void> {
    for (const chapter of this.#chapters(chapterIds)) {
      await this.opens(chapter);
      for (const exercise of exercisesIn(chapter)) await this.does(exercise);
    }
  }

  /** The fields that are shown hold what was written; in the chapters with these ids. */
  async findsEverythingIn(...chapterIds: string[]): Promise<void> {
    for (const chapter of this.#chapters(chapterIds)) {
      await this.opens(chapter);
      for (const exercise of exercisesIn(chapter)) await this.#findsIn(exercise);
    }
  }

  async does(exercise: Exercise): Promise<void> {
    await this.opensExercise(exercise);
    for (const field of fieldsOf(exercise, this.course)) await this.#answers(field, exercise);
    await this.#sees({ css: 'p.done', within: exerciseOf(exercise) });
  }

  /** Writes into one text field. */
  async writes(fieldId: string, text: string, known?: Control): Promise<void> {
    await this.#opensRowOf(fieldId);
    const control = known ?? (await this.view.read(controlOf(fieldId), controlIn));
    await this.view.fill(controlOf(fieldId), text);
    // A field of one line makes one line of what is put into it.
    this.written.set(fieldId, control === 'one line' ? text.replaceAll('\n', ' ') : text);
  }

  /** The text in one field, once its page is drawn that far. */
  async reads(fieldId: string): Promise<string | undefined> {
    await this.#sees(controlOf(fieldId));
    return this.view.read(controlOf(fieldId), ([control]) => (control as HTMLTextAreaElement | undefined)?.value);
  }

  /** They stand beside the page, or are opened: once more where the page moved under the pointer, as one that is still arriving does. */
  async #opensContents(): Promise<Place> {
    const rail: Place = { css: '.rail' };
    const open: Place = { css: 'dialog[open]' };
    const isThere = (place: Place): Promise<boolean> => this.view.read(place, ({ length }) => length === 1);
    if (await isThere(rail)) return rail;
    await expect(async () => {
      if (!(await isThere(open))) await this.view.click({ css: 'button[aria-haspopup="dialog"]' });
      expect(await isThere(open)).toBe(true);
    }).toPass(PATIENCE);
    return open;
  }

  async #answers(field: Field, exercise: Exercise): Promise<void> {
    switch (field.type) {
      case 'list':
        return this.#addsRows(field, exercise);
      case 'tree':
        return this.#growsMap(field, exercise);
      default:
        return this.#answersOne(field);
    }
  }

  async #addsRows(list: ListField, exercise: Exercise): Promise<void> {
    const [first] = list.fields;
    if (!first) return;
    const rows: Place = { css: `[data-field^="${list.id}."][data-field$=".${first.id}"]`, within: exerciseOf(exercise) };
    const needed = Math.max(1, minimumOf(exercise, this.course) ?? list.minimum);
    for (let row = 0; row < needed; row += 1) {
      const before = await this.#idsOf(rows);
      await this.#opensRowOf(list.id);
      await this.view.click({ css: 'button', text: addLabel(list, exercise), within: exerciseOf(exercise) });
      const added = await this.#appears(rows, before);
      const item = added.slice(0, -first.id.length - 1);
      for (const field of list.fields) await this.#answersOne({ ...field, id: `${item}.${field.id}` });
    }
  }

  async #growsMap(tree: TreeField, exercise: Exercise): Promise<void> {
    const nodes: Place = { css: `textarea[data-field^="${tree.id}."]`, within: exerciseOf(exercise) };
    for (const branch of tree.branches) {
      const before = await this.#idsOf(nodes);
      await this.#opensRowOf(`${tree.id}.${branch.id}`);
      await this.view.click({ css: `[data-field="${tree.id}.${branch.id}"]` });
      const added = await this.#appears(nodes, before);
      const text = `${branch.id} – kumppani ä ${String(before.length + 1)}`;
      await this.view.fill({ css: `textarea[data-field="${added}"]` }, text);
      this.written.set(added, text);
    }
  }

  async #answersOne(field: SimpleField): Promise<void> {
    switch (field.type) {
      case 'text': {
        const control = await this.view.read(controlOf(field.id), controlIn);
        // A field that an earlier answer has no use for is not shown.
        if (control === undefined) return;
        const text =
          control === 'input' ? `Vastaus ä – ${field.id.split('.').at(-1) ?? ''}` : this.text(field.id).slice(0, field.maxLength);
        return this.writes(field.id, text, control);
      }
      case 'date':
        return this.writes(field.id, '2026-11-24');
      case 'choice':
        return this.#picks(
          field.id,
          // Whoever answers for all channels serves in all.
          field.options.slice(0, field.id.endsWith('.mine') ? undefined : field.several ? 2 : 1).map(({ id }) => id),
        );
      case 'scale': {
        const step = field.steps[field.id.length % field.steps.length];
        return step && this.#picks(field.id, [step.id]);
      }
      default:
        throw new Error(`LibraryWorker does not know how to answer a field of the type ${(field as SimpleField).type}: add a case here.`);
    }
  }

  async #picks(fieldId: string, ids: readonly string[]): Promise<void> {
    const field: Place = { css: `[data-field="${fieldId}"]` };
    if (!(await this.#isOpen(fieldId))) {
      const shown = await this.view.read(field, ({ length }) => length);
      if (shown === 0) return;
      await this.#opensRowOf(fieldId);
    }
    for (const id of ids) await this.view.click({ css: `label:has(input[value="${id}"])`, within: field });
    this.written.set(fieldId, ids.join(' '));
  }

  /** Of several exercises on a page each is folded to a line until it is gone to. */
  async opensExercise({ id }: Pick<Exercise, 'id'>): Promise<void> {
    // A chapter's exercises are drawn after its beginning, each with the line that it is folded to.
    await this.#sees({ css: `[data-exercise="${id}"]` });
    const line: Place = { css: `.line a[href$="/${id}"]` };
    if ((await this.view.read(line, ({ length }) => length)) === 0) return;
    await this.view.click(line);
    await expect.poll(() => this.view.read(line, ({ length }) => length), PATIENCE).toBe(0);
  }

  /** Opens the exercise and the row that a field stands in, where they are folded, by pressing what a learner presses. */
  async #opensRowOf(fieldId: string): Promise<void> {
    if (await this.#isOpen(fieldId)) return;
    const exercise = this.#exerciseOf(fieldId);
    if (exercise) await this.opensExercise(exercise);
    const folded = (): Promise<string> =>
      this.view.read({ css: `[data-field="${fieldId}"]` }, ([field]) => {
        const row = field?.closest('[data-step]');
        const isFolded = row?.querySelector('h3 button')?.getAttribute('aria-expanded') === 'false';
        return (isFolded && row?.getAttribute('data-step')) || '';
      });
    const row = await folded();
    if (row !== '') {
      await this.view.click({ css: 'h3 button', within: { css: `[data-step="${row}"]` } });
      await expect.poll(folded, PATIENCE).toBe('');
    }
    const details: Place = { css: `details:not([open]):has([data-field="${fieldId}"])` };
    if ((await this.view.read(details, ({ length }) => length)) > 0) await this.view.click({ css: 'summary', within: details });
  }

  /** Whether it can be written in as the page stands. Mostly it can, and one look tells where a look for each thing that folds would take four. */
  #isOpen(fieldId: string): Promise<boolean> {
    const exercise = this.#exerciseOf(fieldId);
    const line = exercise ? `, .line a[href$="/${exercise.id}"]` : '';
    return this.view.read({ css: `[data-field="${fieldId}"]${line}` }, isOpenAlone);
  }

  #exerciseOf(fieldId: string): Exercise | undefined {
    return exercisesOf(this.course).find(({ id }) => fieldId.startsWith(`${id}.`));
  }

  async #findsIn(exercise: Exercise): Promise<void> {
    const expected = Object.fromEntries([...this.written].filter(([id]) => id.startsWith(`${exercise.id}.`)));
    await expect
      .poll(async () => {
        const shown = new Map(await this.view.read({ css: '[data-field]', within: exerciseOf(exercise) }, readFields));
        return Object.fromEntries(Object.keys(expected).map((id) => [id, shown.get(id)]));
      }, PATIENCE)
      .toEqual(expected);
  }

  async #sees(place: Place): Promise<void> {
    await expect
      .poll(() => this.view.read(place, ({ length }) => length), { ...PATIENCE, message: JSON.stringify(place) })
      .toBeGreaterThan(0);
  }

  #idsOf(place: Place): Promise<string[]> {
    return this.view.read(place, (elements) => elements.map((element) => element.getAttribute('data-field') ?? ''));
  }

  async #appears(place: Place, before: readonly string[]): Promise<string> {
    const added = async (): Promise<string | undefined> => (await this.#idsOf(place)).find((id) => !before.includes(id));
    await expect.poll(added, PATIENCE).toBeDefined();
    return (await added()) ?? '';
  }

  #chapters(ids: readonly string[]): Chapter[] {
    return this.course.chapters.filter(({ id }) => ids.includes(id));
  }
}

function exerciseOf(exercise: Exercise): Place {
  return { css: `[data-exercise="${exercise.id}"]` };
}

function controlOf(fieldId: string): Place {
  return { css: 'textarea, input', within: { css: `[data-field="${fieldId}"]` } };
}

function addLabel(list: ListField, exercise: Exercise): string {
  switch (exercise.kind) {
    case 'training-programme':
      return exercise.log.add;
    case 'channel-assessment':
      return exercise.channels.find(({ id }) => list.id === `${exercise.id}.${id}`)?.several?.add ?? '';
    case 'colleague-strengths':
      return exercise.strengths.add;
    case 'user-ideas':
    case 'customer-profiles':
      return exercise.add;
    default:
      return '';
  }
}

export function exercisesIn({ parts }: Chapter): Exercise[] {
  return parts.flatMap((part) => (part.type === 'exercise' ? [part.exercise] : []));
}

/** The ids of all chapters that have exercises, in order. */
export function chaptersToTake(course: Course): string[] {
  return course.chapters.filter((chapter) => exercisesIn(chapter).length > 0).map(({ id }) => id);
}
