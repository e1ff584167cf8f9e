/** Exercises on a page as the course shows them: with its colours, its store, and its way of handing answers down again. */
import axe from 'axe-core';
import { AnswerEvent } from '../../src/course/answer-event.ts';
import { AnswerStore } from '../../src/course/answer-store.ts';
import type { FieldId } from '../../src/course/answers.ts';
import type { Course, Exercise } from '../../src/course/course.ts';
import type { ExerciseElement } from '../../src/exercises/shared/exercise-element.ts';
import { adoptTokens } from '../../src/theme/tokens.ts';
import { untilStill } from '../until-still.ts';

export interface Worksheet<E> {
  readonly element: E;
  readonly store: AnswerStore;
  readonly textOf: (field: FieldId) => string | undefined;
  /** Hands the same answers down once more in a new map, as a save does. */
  readonly save: () => Promise<void>;
  /** An element of the exercise that carries a field. */
  readonly fieldElement: (field: FieldId) => HTMLElement;
}

const classes: Course['classes'] = [
  { id: 'A1', title: 'Nuorten kohtaaminen', compulsory: true },
  { id: 'A2', title: 'Esteetön kirjasto', compulsory: true },
];

const programmes: Course['programmes'] = [
  { id: 'first', title: 'Treeniohjelma 1', link: 'https://example.org/first' },
  { id: 'second', title: 'Treeniohjelma 2', link: 'https://example.org/second' },
];

const fixtureCourse: Pick<Course, 'classes' | 'programmes' | 'chapters' | 'report'> = {
  classes,
  programmes,
  chapters: [],
  report: 'answers',
};

/** Everything that has ever broken in a text field, as long as an answer may be. */
export const awkward = 'Ä ö å – ”lainaus” 😀 { } [,] <script>alert(1)</script>\n\n  &amp; \\ \t'
  .repeat(80)
  .slice(0, 3998)
  .trimEnd()
  .padEnd(4000, '.');

export async function show<X extends Exercise, E extends ExerciseElement<X>>(
  element: E,
  exercise: X,
  texts: Readonly<Record<FieldId, string>> = {},
  { readOnly = false } = {},
): Promise<Worksheet<E>> {
  adoptTokens(document);
  document.documentElement.lang = 'fi';
  document.title = 'Työkirja';
  const store = new AnswerStore();
  store.change(texts);
  Object.assign(element, { exercise, course: fixtureCourse, answers: store.answers, readOnly });
  element.addEventListener(AnswerEvent.type, (event) => store.change((event as AnswerEvent).changes));
  // As in the course: what is above an exercise is drawn first, so that one which asks to be drawn at once is drawn with its old answers.
  store.listen(() => void drawnAbove().then(() => (element.answers = store.answers)));
  const main = document.createElement('main');
  const heading = document.createElement('h1');
  heading.textContent = 'Luku';
  main.append(heading, element);
  document.body.replaceChildren(main);
  await settled(element);
  return {
    element,
    store,
    textOf: (field) => store.answers.get(field)?.text,
    save: async () => {
      element.answers = new Map(store.answers);
      await settled(element);
    },
    fieldElement: (field) => {
      const found = element.renderRoot.querySelector<HTMLElement>(`[data-field="${field}"]`);
      if (!found) throw new Error(`The exercise shows no field ${field}`);
      return found;
    },
  };
}

/** The course and the chapter draw themselves one after the other, each in a microtask, before an exercise gets its answers. */
async function drawnAbove(): Promise<void> {
  for (let above = 0; above < 4; above += 1) await Promise.resolve();
}

/** Waits until the exercise and the fields in it are drawn. */
export async function settled(element: ExerciseElement<Exercise>): Promise<void> {
  await drawnAbove();
  await element.updateComplete;
  const inner = [...element.renderRoot.querySelectorAll('*')].map((one) => (one as { updateComplete?: Promise<boolean> }).updateComplete);
  await Promise.all(inner);
  await element.updateComplete;
}

/** The control that has the focus, through all shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** The field in which the focus is. */
export function focusedField(): string | undefined {
  for (let active = document.activeElement; active; active = active.shadowRoot?.activeElement ?? null) {
    const field = (active as HTMLElement).dataset['field'] ?? (active as HTMLElement).dataset['undo'];
    if (field !== undefined) return field;
  }
  return undefined;
}

/** What a screen reader is told of by itself from now on: each text that a live region below `root` gets. */
export function toldAloud(root: Node): string[] {
  const told: string[] = [];
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const place = target instanceof Element ? target : target.parentElement;
      const words = place?.closest('[role=status], [role=alert], [aria-live], output')?.textContent?.trim();
      if (words && told.at(-1) !== words) told.push(words);
    }
  });
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  return told;
}

/** What axe finds wrong on the page, with where. */
export async function axeProblems(): Promise<string[]> {
  await untilStill();
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' > ')}: ${failureSummary}`),
  );
}

/** Controls whose place to press is smaller than `least` pixels in either direction. */
export function smallTargets(element: ExerciseElement<Exercise>, least: number): string[] {
  const roots: ParentNode[] = [
    element.renderRoot,
    ...[...element.renderRoot.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
  ];
  return roots
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>('button, textarea, input, .entry > summary')])
    .map((control) => control.closest('label') ?? control)
    .filter((control) => control.checkVisibility())
    .map((control) => ({ control, box: control.getBoundingClientRect() }))
    .filter(({ box }) => box.width < least || box.height < least)
    .map(({ control, box }) => `${control.localName} ${control.textContent?.trim()}: ${Math.round(box.width)} × ${Math.round(box.height)}`);
}
