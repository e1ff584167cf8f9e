/**
 * The words of several chosen options as one text: with commas between them, or on a line each where one of them is a sentence or has a comma
 * of its own.
 */
export function joinedLabels(labels: readonly string[]): string {
  return labels.join(labels.some((label) => /[.,;?!]/.test(label)) ? '\n' : ', ');
}
