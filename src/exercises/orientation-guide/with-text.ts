import { DEFAULT_MAX_LENGTH } from '../../fields/text/definition.ts';

/**
 * A text with another at its end, as a paragraph of its own.
 * @param maxLength characters that it may have
 * @returns undefined where it would be longer
 */
export function withText(text: string, added: string, maxLength = DEFAULT_MAX_LENGTH): string | undefined {
  const before = text.trimEnd();
  const whole = before === '' ? added : `${before}\n\n${added}`;
  return whole.length > maxLength ? undefined : whole;
}
