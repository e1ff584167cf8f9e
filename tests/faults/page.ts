import type { FaultsByPromise } from './fault.ts';

/** The page, the exercises and the fields. */
export const pageAndExercises: FaultsByPromise = {
  'A field takes what she types, pastes, dictates or undoes, and says when its room ends.': [
    {
      id: 'caret-jumps',
      broken: 'While she types, a save sends the caret to the end of the text.',
      near: 'fields/fields.browser.test.ts',
      file: 'src/fields/text/element.ts',
      find: "if (changed.has('value') && this.#caret) this.input?.setSelectionRange(...this.#caret);",
      replace: '',
    },
    {
      id: 'cut-without-a-word',
      broken: 'The end of what she pasted is cut off, and nothing says so.',
      near: 'fields/fields.browser.test.ts',
      file: 'src/fields/text/element.ts',
      find: 'if (this.isCut) return `${pasteCut} ${tooLong}`;',
      replace: '',
    },
    {
      id: 'dictation-is-not-heard',
      broken: 'What a dictation tool writes is on the page and is never saved.',
      near: 'fields/fields.browser.test.ts',
      file: 'src/fields/text/element.ts',
      find: 'if ((event.target as HTMLTextAreaElement).value !== this.#shown) this.#typed(event);',
      replace: '',
    },
    {
      id: 'unpicking-picks',
      broken: 'An option that she takes back stays picked.',
      near: 'fields/fields.browser.test.ts',
      file: 'src/fields/choice/element.ts',
      find: "this.change((checked ? [...others, value] : others).join(' '));",
      replace: "this.change([...others, value].join(' '));",
    },
    {
      id: 'bad-day-without-a-word',
      broken: 'A day that there is not stands in the field and is kept nowhere, without a word.',
      near: 'fields/fields.browser.test.ts',
      file: 'src/fields/date/element.ts',
      find: "const isBad = this.#isBad && this.value === '';",
      replace: "const isBad = this.#isBad && this.value !== '';",
    },
  ],
  'One step is open at a time, folding loses nothing, and “show all” opens everything.': [
    {
      id: 'find-folds-what-she-writes',
      broken: 'A search in the page folds the step in which she writes.',
      near: 'exercises/steps.browser.test.ts',
      file: 'src/exercises/shared/steps.ts',
      find: 'if (this.focused === undefined || this.focused === id) return this.open(id);',
      replace: 'return this.open(id);',
    },
    {
      id: 'show-all-is-forgotten',
      broken: '“Show all” does nothing after a reload.',
      near: 'exercises/steps.browser.test.ts',
      file: 'src/exercises/shared/steps.ts',
      find: 'return this.#host.readOnly || isAnswered(this.#host.answers, note.allSteps);',
      replace: 'return this.#host.readOnly;',
    },
  ],
  'She sees what still lacks, in words that lead to the place.': [
    {
      id: 'list-is-never-full',
      broken: 'A list takes more rows than are ever saved.',
      near: 'exercises/training-programme.browser.test.ts',
      file: 'src/exercises/shared/item-list.ts',
      find: 'return this.items.length >= LIST_MAXIMUM;',
      replace: 'return this.items.length > LIST_MAXIMUM * 2;',
    },
    {
      id: 'link-leads-nowhere',
      broken: 'The link to what lacks leaves her where she is.',
      near: 'exercises/training-programme.browser.test.ts',
      file: 'src/exercises/shared/exercise-element.ts',
      find: '    void this.goTo(field);',
      replace: '    void this.open(field);',
    },
    {
      id: 'lacks-before-it-is-begun',
      broken: 'An exercise that she has not begun greets her with a list of what lacks.',
      near: 'exercises/colleague-strengths.browser.test.ts',
      file: 'src/exercises/shared/exercise-element.ts',
      find: 'if (!need || !hasAnswers(this.answers, this.exercise.id)) return nothing;',
      replace: 'if (!need) return nothing;',
    },
  ],
  'The focus is never lost and never hidden.': [
    {
      id: 'focus-of-reload',
      broken: 'A new chapter leaves the focus on a link that is gone.',
      near: 'shell/places.browser.test.ts',
      file: 'src/shell/navigation/navigation.ts',
      find: 'bringToTop(page, title);\n    page?.focus();',
      replace: 'bringToTop(page, title);',
    },
  ],
  'She goes on where she was: at her exercise and her step, after a break, a reload or a deep link.': [
    {
      id: 'always-at-the-beginning',
      broken: 'After a reload she stands on the cover again.',
      near: 'shell/places.browser.test.ts',
      file: 'src/shell/navigation/navigation.ts',
      find: 'const last = this.#host.reloaded ? routeOf(session.course, session.place) : undefined;',
      replace: 'const last = this.#host.reloaded ? undefined : undefined;',
    },
    {
      id: 'next-is-what-is-done',
      broken: 'The cover leads her to an exercise that is done already.',
      near: 'shell/way-on.test.ts',
      file: 'src/shell/navigation/way-on.ts',
      find: '.filter(({ id }) => !progress.doneExercises.has(id));',
      replace: '.filter(({ id }) => id !== last?.id);',
    },
  ],
  'A map can be drawn by keys, by mouse and by finger, and read as a list.': [
    {
      id: 'node-moves-to-the-end',
      broken: 'A new node stands at the end, not below the one that she wrote.',
      near: 'exercises/outline-edits.test.ts',
      file: 'src/exercises/stakeholder-map/outline-edits.ts',
      find: 'const order = index < 0 ? orderAtEnd(siblings) : orderBetween(siblings[index], siblings[index + 1]);',
      replace: 'const order = orderAtEnd(siblings);',
    },
  ],
  'A double click chooses once, and never what she has not seen.': [
    {
      id: 'second-press-counts',
      broken: 'The second press of a double click picks an answer on the page that has just come.',
      near: 'shell/second-press.browser.test.ts',
      file: 'src/shell/frame/second-press.ts',
      find: 'isStray = event.detail > 1 && (target',
      replace: 'isStray = event.detail > 2 && (target',
    },
  ],
  'A screen reader hears every exercise, empty and filled, and each change once.': [
    {
      id: 'each-save-is-read-aloud',
      broken: 'A screen reader reads “saved” aloud every few seconds.',
      near: 'shell/save-words.test.ts',
      file: 'src/shell/notices/save-words.ts',
      find: "if (was === is || !isOutcome(now)) return '';",
      replace: "if (!isOutcome(now)) return '';",
    },
  ],
};
