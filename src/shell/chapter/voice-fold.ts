import type { Text } from '../../text/text.ts';

/** The folded end of what a person heard tells, as the build makes it: its button, and the part that the button shows. */
const BUTTON = 'button.more';

/** Gives the buttons their words, in the interface's language and as they stand. */
export function nameVoices(root: ParentNode, { voice }: Text['shell']): void {
  for (const button of root.querySelectorAll<HTMLElement>(BUTTON)) {
    const words = restOf(button)?.hasAttribute('hidden') ? voice.more : voice.less;
    if (button.textContent !== words) button.textContent = words;
  }
}

/** A press on such a button shows what is folded, or folds it. */
export function pressedVoice(event: Event, words: Text['shell']): void {
  const button = (event.target as Element).closest<HTMLElement>(BUTTON);
  const rest = button && restOf(button);
  if (!button || !rest) return;
  const isFolded = rest.hasAttribute('hidden');
  if (isFolded) rest.removeAttribute('hidden');
  else rest.setAttribute('hidden', 'until-found');
  settle(button, isFolded, words);
}

/** Find in page has found something in the folded part, and the browser shows it. */
export function foundVoice(event: Event, words: Text['shell']): void {
  const rest = (event.target as Element).closest('.rest');
  const button = rest?.parentElement?.querySelector<HTMLElement>(BUTTON);
  if (!rest || !button) return;
  rest.removeAttribute('hidden');
  settle(button, true, words);
}

function settle(button: HTMLElement, isOpen: boolean, { voice }: Text['shell']): void {
  button.setAttribute('aria-expanded', String(isOpen));
  button.textContent = isOpen ? voice.less : voice.more;
}

function restOf(button: Element): Element | null {
  return button.parentElement?.querySelector('.rest') ?? null;
}
