/** The text of an answer, as far as a run can take it: a server may send without end, or a lot packed into little. */

/** After unpacking. Ten thousand statements of the course take a third of it. */
const MOST_BYTES = 64 * 2 ** 20;
/** Each value of an object or a list takes memory of its own, however short it is: `[[],[],…]`. */
const MOST_VALUES = 8_000_000;

const [COMMA, BRACKET, BRACE] = [',', '[', '{'].map((sign) => sign.charCodeAt(0));

export class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge';

  constructor(
    readonly kind: 'bytes' | 'values',
    readonly most: number,
  ) {
    super(`more than ${most} ${kind}`);
  }
}

/** @throws AnswerTooLarge without reading on; whatever a broken line throws */
export async function boundedText(response: Response): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let [text, bytes, values] = ['', 0, 0];
  // Leaving the loop lets go of the connection.
  for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    for (const byte of piece) if (byte === COMMA || byte === BRACKET || byte === BRACE) values++;
    if (bytes > MOST_BYTES) throw new AnswerTooLarge('bytes', MOST_BYTES);
    if (values > MOST_VALUES) throw new AnswerTooLarge('values', MOST_VALUES);
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}
