/** Learners' words as LMSs can take them in a response: nothing that breaks a request, nothing cut in silence. */

/** Stands for a line break, which many LMSs refuse in a response. */
const LINE_BREAK = ' ⏎ ';
/** What Chamilo writes into its requests unencoded, each with a character that looks like it. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '%': '％',
  '&': '＆',
  '+': '＋',
  '=': '＝',
  '<': '＜',
  '>': '＞',
  "'": '’',
  '"': '”',
  '\\': '＼',
  '#': '＃',
  ';': '；',
};

export interface ResponseRules {
  /** Most UTF-16 units in a response. */
  readonly length: number;
  /** The LMS writes responses into its requests as they are. */
  readonly unencoded: boolean;
  /** The LMS's database has no room for a character beyond U+FFFF: □ stands for it. */
  readonly withoutEmoji: boolean;
}

/** A response without control characters, what XML has no room for (U+FFFE, U+FFFF), lone surrogates and line breaks, and none that could be taken for a number. */
export function cleanResponse(text: string, { unencoded, withoutEmoji }: Omit<ResponseRules, 'length'>): string {
  let clean = text
    .trim()
    .replace(/\r\n?|[\n\u2028\u2029\u0085]/g, LINE_BREAK)
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udfff]/gu, '\ufffd');
  if (unencoded) clean = clean.replace(/[%&+=<>'"\\#;]/g, (character) => LOOKALIKES[character] ?? character);
  if (unencoded || withoutEmoji) clean = clean.replace(/[\u{10000}-\u{10ffff}]/gu, '□');
  return looksLikeNumber(clean) ? `”${clean}”` : clean;
}

/** LMSs turn "0401234567" and "1.50" into numbers, and take "1e3" and "1000" for the same. */
function looksLikeNumber(text: string): boolean {
  return text !== '' && !Number.isNaN(Number(text.replace(',', '.')));
}
