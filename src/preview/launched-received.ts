/** What an LRS holds of one registration, in the order in which a trainer looks at it. Pure. */
import type { Standing } from '../simulator/launchers/launch-book.ts';

export interface LaunchedView extends Standing {
  /** Bytes of the state document. */
  readonly stateBytes: number;
  readonly classes: readonly string[];
  readonly answers: readonly { readonly id: string; readonly question: string; readonly response: string }[];
  /** Newest first. */
  readonly statements: readonly ShownStatement[];
}

interface ShownStatement {
  readonly at: number;
  readonly verb: string;
  readonly object: string;
  readonly result: string;
}

/** The answer to `/course/<registration>/received`. */
export interface LaunchedReceived {
  readonly view: LaunchedView;
  readonly fault: string;
  readonly buildNumber: number;
}

interface Activity {
  readonly id?: string;
  readonly definition?: { readonly name?: LanguageMap; readonly description?: LanguageMap };
}

type LanguageMap = Readonly<Record<string, string>>;

/** A statement as far as the panel shows it. */
export interface HeldStatement {
  readonly verb: { readonly id: string; readonly display?: LanguageMap };
  readonly object: Activity;
  readonly result?: { readonly response?: string; readonly completion?: boolean; readonly extensions?: Readonly<Record<string, unknown>> };
  readonly timestamp: string;
  readonly context?: { readonly registration?: string };
}

/** @param statements newest first, as an LRS answers */
export function launchedView(standing: Standing, statements: readonly HeldStatement[], stateBytes: number): LaunchedView {
  const answers = new Map<string, LaunchedView['answers'][number]>();
  for (const { verb, object, result } of statements.toReversed()) {
    if (!verb.id.endsWith('/answered') || object.id === undefined) continue;
    const id = object.id.split('/question/')[1] ?? object.id;
    answers.set(id, { id, question: inFinnish(object.definition?.description), response: result?.response ?? '' });
  }
  const earned = statements.filter(({ verb }) => verb.id.endsWith('/earned')).map(({ object }) => inFinnish(object.definition?.name));
  return {
    ...standing,
    stateBytes,
    classes: [...new Set(earned)].toReversed(),
    answers: [...answers.values()],
    statements: statements.map(({ verb, object, result, timestamp }) => ({
      at: Date.parse(timestamp),
      verb: verb.id.split('/').at(-1) ?? verb.id,
      object: inFinnish(object.definition?.name) || (object.id ?? ''),
      result: result?.response ?? Object.values(result?.extensions ?? {}).join(' '),
    })),
  };
}

function inFinnish(words: LanguageMap | undefined): string {
  return words?.['fi'] ?? Object.values(words ?? {})[0] ?? '';
}
