/** xAPI 1.0.3 as far as this course writes it (xAPI Data, sections 2.4.1 to 2.4.6 and 4.1.11). */

export type LanguageMap = Readonly<Record<string, string>>;

/** An agent with exactly one inverse functional identifier. */
export interface Actor {
  readonly objectType?: 'Agent';
  readonly name?: string;
  readonly mbox?: string;
  readonly mbox_sha1sum?: string;
  readonly openid?: string;
  readonly account?: { readonly homePage: string; readonly name: string };
}

export interface Component {
  readonly id: string;
  readonly description: LanguageMap;
}

export interface ActivityDefinition {
  readonly type: string;
  readonly name?: LanguageMap;
  readonly description?: LanguageMap;
  readonly interactionType?: 'long-fill-in' | 'choice' | 'likert';
  readonly choices?: readonly Component[];
  readonly scale?: readonly Component[];
}

export interface Activity {
  readonly objectType?: 'Activity';
  readonly id: string;
  readonly definition?: ActivityDefinition;
}

/** Readers must take a single activity for a list of one (xAPI Data 2.4.6.2). */
export type ContextActivities = Partial<Record<'parent' | 'grouping' | 'category' | 'other', readonly Activity[]>>;

export interface Context {
  readonly registration?: string;
  readonly contextActivities?: ContextActivities;
  readonly revision?: string;
  readonly platform?: string;
  readonly language?: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface Result {
  readonly completion?: boolean;
  readonly response?: string;
  /** ISO 8601, at most hundredths of a second. */
  readonly duration?: string;
  readonly score?: { readonly scaled: number; readonly raw: number; readonly min: number; readonly max: number };
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface Statement {
  readonly id: string;
  readonly actor: Actor;
  readonly verb: { readonly id: string; readonly display: LanguageMap };
  readonly object: Activity;
  readonly result?: Result;
  readonly context: Context;
  /** UTC, ends in Z. */
  readonly timestamp: string;
}
