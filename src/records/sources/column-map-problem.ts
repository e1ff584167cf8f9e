/** Why a column map is not understood: in a form that each front end puts into its own words. */
export type ColumnMapProblem =
  | { readonly kind: 'not-yaml'; readonly line: number }
  | { readonly kind: 'unknown-keys'; readonly keys: readonly string[] }
  /** `place`: keys with dots between. */
  | { readonly kind: 'wrong-value'; readonly place: string }
  /** The course has no such classes. */
  | { readonly kind: 'unknown-classes'; readonly classes: readonly string[] }
  /** No column says who, or what was earned. */
  | { readonly kind: 'lacks-who' | 'lacks-what' };
