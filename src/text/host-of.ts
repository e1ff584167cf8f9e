/** The server's name as a learner reads it: `https://lrs.example.fi` is "lrs.example.fi". */
export function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, '');
}
