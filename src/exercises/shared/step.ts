import type { TemplateResult, nothing } from 'lit';
import type { FieldId } from '../../course/answers.ts';

/** One step of an exercise, as its folded line and its fields. */
export interface Step {
  /** The place that is come back to: a field's id, or the beginning of several. */
  readonly id: FieldId;
  readonly title: string;
  /** Its heading stands under one of the exercise's own. */
  readonly isUnderHeading?: true;
  /** Nothing is asked in it any more. */
  readonly isDone: boolean;
  /** Said at the right of the title in the place of "done" or nothing. */
  readonly state?: string;
  /** A button beside the title, of the folded line too. */
  readonly action?: TemplateResult | typeof nothing;
  /** Under the title while it is folded. */
  readonly line?: TemplateResult | typeof nothing;
  readonly content: TemplateResult;
  /** False where nothing is written in it, and so who reads it is not said. */
  readonly isWritten?: false;
  /** What pressing the button that leads on does first. */
  readonly leave?: () => void;
}

/** What stands between steps: "undo" in the place of a removed one, a heading, or the button that adds one. */
interface Between {
  /** The place that is come back to, where something is asked. */
  readonly id: string;
  readonly between: TemplateResult;
  /** Something is asked there, such as one more entry. */
  readonly asks?: { readonly title: string; readonly lead: () => void };
}

export type StepRow = Step | Between;

/** What is asked in a row is called so; undefined where nothing is. */
export function askedIn(row: StepRow): string | undefined {
  if ('content' in row) return row.isDone ? undefined : row.title;
  return row.asks?.title;
}
