import type { FaultsByPromise } from './fault.ts';

/** The course’s rules, its words and its colours. */
export const courseAndText: FaultsByPromise = {
  'A class that she has earned stays hers, whatever she deletes and whatever the rule becomes.': [
    {
      id: 'class-taken-away',
      broken: 'Who empties an answer loses the class that she had earned by it.',
      near: 'course/completion-rules.test.ts',
      file: 'src/course/completion-rules.ts',
      find: 'if (own !== undefined) return { at: Math.min(own, filed ?? own) };',
      replace: '',
    },
    {
      id: 'old-rule-forgotten',
      broken: 'A licence that was earned under the rule of its day is gone when a harder rule comes.',
      near: 'course/licence-rule.test.ts',
      file: 'src/course/licence-rule.ts',
      find: 'return earned.has(id) && (until === undefined || (at !== undefined && at < until));',
      replace: 'return earned.has(id) && until === undefined;',
    },
  ],
  'What she has earned is said once, with what the licence still lacks, and never too early.': [
    {
      id: 'news-again-and-again',
      broken: 'A class is said to be new each time something is written.',
      near: 'shell/newly-earned.test.ts',
      file: 'src/shell/notices/newly-earned.ts',
      find: '    this.#known = new Set([...this.#known, ...earnedClasses]);\n',
      replace: '',
    },
    {
      id: 'white-space-counts',
      broken: 'A space in a field earns a class.',
      near: 'course/completion-rules.test.ts',
      file: 'src/course/answers.ts',
      find: "return textOf(answers, id).trim() !== '';",
      replace: "return textOf(answers, id) !== '';",
    },
  ],
  'After completion everything is saved still, and complete never goes back.': [
    {
      id: 'complete-goes-back',
      broken: 'The LMS is told “incomplete” after it was told “completed”.',
      near: 'course/completion-rules.test.ts',
      file: 'src/course/completion-rules.ts',
      find: 'const complete = isAnswered(answers, note.completed) || (reached',
      replace: 'const complete = (reached',
    },
  ],
  'Answers follow a question that was renamed, moved into a list or given to another class.': [
    {
      id: 'renamed-option-forgotten',
      broken: 'What she picked under an option’s old name is picked no more.',
      near: 'course/moved-ids.test.ts',
      file: 'src/course/moved-ids.ts',
      find: "text.split(' ').map((option) => own(moved, option) ?? option)",
      replace: "text.split(' ').map((option) => option)",
    },
  ],
  'A licence is had from the day on which the rule of that day was met, and for as long as the course says.': [
    {
      id: 'a-day-too-long',
      broken: 'A licence of three years is valid for a day more.',
      near: 'course/licence-validity.test.ts',
      file: 'src/course/licence-validity.ts',
      find: "return shorter ? end : addPeriod(end, { count: -1, unit: 'd' });",
      replace: 'return end;',
    },
    {
      id: 'last-class-forgotten',
      broken: 'The licence has the day of its first class, not of its last.',
      near: 'course/licence-rule.test.ts',
      file: 'src/course/licence-rule.ts',
      find: 'return known[rule.atLeast - 1];',
      replace: 'return known[0];',
    },
  ],
  'A part can be taken by itself, completes by itself and is there again.': [
    {
      id: 'shared-class-in-two-parts',
      broken: 'Two chapters that share a class become two parts, of which neither can be completed.',
      near: 'course/course-parts.test.ts',
      file: 'src/course/course-parts.ts',
      find: 'some((id) => own.has(id)));\n    const [home',
      replace: 'every((id) => own.has(id)));\n    const [home',
    },
  ],
  'The course speaks Finnish, Swedish and English, in the language that she chose or the LMS asks for, and says all in each.': [
    {
      id: 'her-choice-is-last',
      broken: 'The language of the LMS takes the place of the one that she chose.',
      near: 'shell/languages.browser.test.ts',
      file: 'src/text/wanted-language.ts',
      find: "[chosen, ...(lms ?? '').split(','), ...browser]",
      replace: "[...(lms ?? '').split(','), ...browser, chosen]",
    },
    {
      id: 'plural-of-one',
      broken: 'It says “1 tehtävää” where it should say “1 tehtävä”.',
      near: 'text/languages.test.ts',
      file: 'src/text/days-and-numbers.ts',
      find: "select(count) === 'one' ? one : other}`",
      replace: "select(count) === 'other' ? other : other}`",
    },
  ],
  'The course looks like her organization, and a colour that nobody can read is refused.': [
    {
      id: 'pale-colour-is-taken',
      broken: 'A municipality’s pale yellow makes links that nobody can read.',
      near: 'build/theme.test.ts',
      file: 'src/theme/own-colours.ts',
      find: 'contrast(colour, palette[ground]) >= TEXT_CONTRAST);',
      replace: 'contrast(colour, palette[ground]) >= 1);',
    },
  ],
};
