/** What is said of an error: what happened, where, in one sentence; what to do, in one sentence. */
export type Told = readonly [what: string, next: string];

export function told(what: string, next: string): Told {
  return [what, next];
}
