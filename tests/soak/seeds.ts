/** The seeds of this soak: one to replay, or as many as asked for. */
export function seedsToRun(): number[] {
  const one = process.env['SOAK_SEED'];
  if (one) return [Number(one)];
  const runs = Number(process.env['SOAK_RUNS'] ?? 25);
  return Array.from({ length: runs }, (_, index) => index + 1);
}
