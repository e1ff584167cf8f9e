/**
 * A library worker who takes the licence through the course's own pages: opens a chapter, writes into its fields, adds rows. Returns what was
 * written, field by field, so that it can be held against what an LMS has got.
 */
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { exercisesOf, type Chapter, type Course, type Exercise } from '../../src/course/course.ts';
import { fieldsOf, type Field, type ListField, type SimpleField, type TreeField } from '../../src/course/fields.ts';

/** What was written, by field id; rows of lists and nodes of maps under the ids that the course gave them. */
export type Written = Map<string, string>;

/** Text that has gone wrong somewhere before: newlines, letters, emoji, brackets, markup. */
export function trickyText(about: string): string {
  return `${about}: äöå ÄÖÅ – ”lainaus” 😀👩🏽‍🏫\nToinen rivi {tämä} [,] <script>alert("x")</script> & 50 % = 1+1`;
}

export class LibraryWorker {
  readonly written: Written = new Map();

  /** @param view the course's page, or the LMS's frame with it */
  constructor(
    readonly view: Page | FrameLocator,
    readonly course: Course,
  ) {}

  /** Waits until the course is there to be written in. */
  async arrives(): Promise<void> {
    await expect(this.view.getByRole('heading', { level: 1 }).first()).toBeVisible({ timeout: 15_000 });
  }

  /** Goes to a chapter by the table of contents. */
  async opens(chapter: Chapter): Promise<void> {
    await this.view.getByRole('button', { name: /^Sisällys/ }).click();
    await this.view.getByRole('navigation').getByRole('link', { name: chapter.shortTitle }).first().click();
    await expect(this.view.getByRole('heading', { level: 1 }).first()).toBeFocused();
  }

  /** Does all exercises of the chapters with these ids. */
  async takes(...chapterIds: string[]): Promise<void> {
    for (const chapter of this.course.chapters.filter(({ id }) => chapterIds.includes(id))) {
      await this.opens(chapter);
      for (const part of chapter.parts) if (part.type === 'exercise') await this.does(part.exercise);
    }
  }

  /** The fields that are shown hold what was written; in the chapters with these ids. */
  async findsEverythingIn(...chapterIds: string[]): Promise<void> {
    for (const chapter of this.course.chapters.filter(({ id }) => chapterIds.includes(id))) {
      await this.opens(chapter);
      for (const part of chapter.parts) if (part.type === 'exercise') await this.#findsIn(part.exercise);
    }
  }

  async does(exercise: Exercise): Promise<void> {
    for (const field of fieldsOf(exercise, this.course)) await this.#answers(field, exercise);
    await expect(this.#element(exercise).getByText('Tehtävä on tehty')).toBeVisible();
  }

  async #answers(field: Field, exercise: Exercise): Promise<void> {
    switch (field.type) {
      case 'list':
        return this.#addsRows(field, exercise);
      case 'tree':
        return this.#growsMap(field, exercise);
      default:
        return this.#writes(field);
    }
  }

  async #addsRows(list: ListField, exercise: Exercise): Promise<void> {
    const element = this.#element(exercise);
    const first = list.fields[0];
    if (!first) return;
    for (let row = 0; row < Math.max(1, list.minimum); row += 1) {
      const rows = element.locator(`[data-field^="${list.id}."][data-field$=".${first.id}"]`);
      const before = await rows.count();
      await element.getByRole('button', { name: addLabel(list, exercise), exact: true }).click();
      await expect(rows).toHaveCount(before + 1);
      const id = (await rows.last().getAttribute('data-field')) ?? '';
      const item = id.slice(0, -first.id.length - 1);
      for (const field of list.fields) await this.#writes({ ...field, id: `${item}.${field.id}` });
    }
  }

  async #growsMap(tree: TreeField, exercise: Exercise): Promise<void> {
    const element = this.#element(exercise);
    for (const branch of tree.branches) {
      const inputs = element.getByRole('textbox');
      const before = await inputs.count();
      await element.locator(`[data-field="${tree.id}.${branch.id}"]`).click();
      await expect(inputs).toHaveCount(before + 1);
      const input = element.getByRole('textbox').and(element.locator(':focus'));
      const text = `${branch.id} – kumppani ä ${before + 1}`;
      await input.fill(text);
      const id = (await input.getAttribute('data-field')) ?? '';
      this.written.set(id.endsWith('.text') ? id : `${id}.text`, text);
    }
  }

  async #writes(field: SimpleField): Promise<void> {
    const place = this.#field(field.id);
    if ((await place.count()) === 0) return;
    switch (field.type) {
      case 'text': {
        const control = place.locator('textarea, input').first();
        const single = (await control.evaluate((node) => node.tagName)) === 'INPUT';
        const text = single ? `Vastaus ä – ${field.id.split('.').at(-1)}` : trickyText(field.id).slice(0, field.maxLength);
        await control.fill(text);
        this.written.set(field.id, text);
        return;
      }
      case 'date':
        await place.locator('input').fill('2026-11-24');
        this.written.set(field.id, '2026-11-24');
        return;
      case 'choice': {
        const picked = field.several ? field.options.slice(0, 2) : field.options.slice(0, 1);
        for (const { id } of picked) await place.locator(`input[value="${id}"]`).check({ force: true });
        this.written.set(field.id, picked.map(({ id }) => id).join(' '));
        return;
      }
      case 'scale': {
        const step = field.steps[field.id.length % field.steps.length];
        if (!step) return;
        await place.locator(`input[value="${step.id}"]`).check({ force: true });
        this.written.set(field.id, step.id);
      }
    }
  }

  async #findsIn(exercise: Exercise): Promise<void> {
    for (const [id, text] of this.written) {
      if (!id.startsWith(`${exercise.id}.`)) continue;
      const place = this.#field(id);
      const picked = await place.locator('input:checked').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
      if (picked.length > 0) expect(picked.sort(), id).toEqual(text.split(' ').sort());
      else
        await expect(
          place
            .locator('textarea, input')
            .or(place.and(this.view.locator('input, textarea')))
            .first(),
          id,
        ).toHaveValue(text);
    }
  }

  #element(exercise: Exercise): Locator {
    return this.view.locator(`aspa-${exercise.kind}`).filter({ hasText: exercise.title });
  }

  #field(id: string): Locator {
    return this.view.locator(`[data-field="${id}"]`);
  }
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

/** The ids of all chapters that have exercises, in order. */
export function chaptersToTake(course: Course): string[] {
  const ids = new Set(exercisesOf(course).map(({ id }) => id));
  return course.chapters
    .filter(({ parts }) => parts.some((part) => part.type === 'exercise' && ids.has(part.exercise.id)))
    .map(({ id }) => id);
}
