/** What a node's text becomes by what is pasted into it. */
interface Pasted {
  /** Its lines that are not empty, as nodes of their own: what stands around the caret goes with the first and the last. */
  readonly lines: readonly string[];
  /** Of the node's text where all stays in it, in UTF-16 units. */
  readonly length: number;
}

export function pastedInto(
  { value, selectionStart, selectionEnd }: Pick<HTMLTextAreaElement, 'value' | 'selectionStart' | 'selectionEnd'>,
  { clipboardData }: Pick<ClipboardEvent, 'clipboardData'>,
): Pasted {
  const pasted = (clipboardData?.getData('text/plain') ?? '').replace(/\r\n?/g, '\n');
  const [before, after] = [value.slice(0, selectionStart), value.slice(selectionEnd)];
  const lines = pasted
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    lines: lines.map((line, at) => `${at === 0 ? before : ''}${line}${at === lines.length - 1 ? after : ''}`),
    length: before.length + pasted.length + after.length,
  };
}

/** Puts the first line, with what stands before it, into its node as if it were typed: her browser can put back what was there. */
export function typeFirst(area: HTMLTextAreaElement, line: string): void {
  const { selectionStart, value } = area;
  area.setSelectionRange(selectionStart, value.length);
  document.execCommand('insertText', false, line.slice(selectionStart));
}
