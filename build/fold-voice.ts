/** The person heard is folded at the end of a sentence, behind a button to which the chapter's page gives its words. */

/** So many letters are seen at least, and so many folded: less is not worth a button. */
const FEWEST = 100;

/** @param html of a chapter's text, as `render-chapter.ts` makes it */
export function foldVoices(html: string): string {
  return html.replace(
    /(<figure class="voice"><div>\n<p>)([^]*?)(<\/p>)([^]*?)(?=<\/div><figcaption>)/g,
    (whole, open: string, first: string, close: string, more: string) => {
      const end = endOfSentence(first);
      if (end === undefined) return whole;
      const rest = `<div class="rest" hidden="until-found">\n<p>${first.slice(end).trim()}${close}${more}</div>\n`;
      return `${open}${first.slice(0, end)}${close}\n${rest}<button type="button" class="quiet more" aria-expanded="false"></button>\n`;
    },
  );
}

/** The first end of a sentence, outside of all marks, that leaves enough on both of its sides. */
function endOfSentence(html: string): number | undefined {
  for (const { index, 0: found } of html.matchAll(/[.?!]”?(?=\s+[”–]?\p{Lu})/gu)) {
    const end = index + found.length;
    const [seen, folded] = [html.slice(0, end), html.slice(end)];
    const opened = [...seen.matchAll(/<(\/?)\w/g)].reduce((depth, [, slash]) => depth + (slash === '/' ? -1 : 1), 0);
    if (opened === 0 && lettersOf(seen) >= FEWEST && lettersOf(folded) >= FEWEST) return end;
  }
  return undefined;
}

/** Without marks, and without characters that have no width: the edit mode's texts fold where a learner's do. */
function lettersOf(html: string): number {
  return html.replace(/<[^>]*>|[\u2060-\u2064]/g, '').length;
}
