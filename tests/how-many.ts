/**
 * How often a test repeats what chance decides, or how many of a long row of like cases it takes: enough in `npm test` to see the rule, and all
 * of them each night (`npm run test:nightly`).
 */
export function howMany({ gate, nightly }: { readonly gate: number; readonly nightly: number }): number {
  return process.env['NIGHTLY'] ? nightly : gate;
}
