/** What is told of a learning system: the shape of an entry of `lms-advice.ts`, and how the administrator's page reads it. */
import type { PackageName } from '../../build/packages.ts';
import type { Language } from '../course/course.ts';
import type { SettingsDraft } from './settings-draft.ts';

/**
 * run: the packages were taken in the system itself or in its own run-time; read: in the system's source; told: by its maker or users;
 * unknown: nothing citable.
 */
export type Sureness = 'run' | 'read' | 'told' | 'unknown';

/** English for `docs/lms.md`, in its Markdown; the others for the page, as plain text. */
export type AdviceText = Readonly<Record<Language, string>>;

export interface LmsAdvice {
  readonly id: string;
  readonly name: AdviceText;
  readonly take: PackageName;
  /** When to take another package. */
  readonly orTake?: AdviceText;
  readonly settings: AdviceText;
  readonly sure: Sureness;
  /** Version or part that was run or read. */
  readonly seen?: AdviceText;
  /** Settings of the course that the system makes necessary. */
  readonly presets?: Partial<Pick<SettingsDraft, 'completeWhen' | 'wipesOnCompletion'>>;
}

/** What the page says in a language; English without the Markdown of the table. */
export function adviceText(text: AdviceText, language: Language): string {
  if (language !== 'en') return text[language];
  return text.en.replaceAll(/[`*]|\b_|_\b/g, '').replace(/^[,;] (or )?/, '');
}
