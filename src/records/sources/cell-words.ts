/**
 * What cells say of an achievement, in Finnish, Swedish and English. Whoever has not earned something must never be shown with it, so a cell says
 * "done" only where nothing else stands beside the word but a day or brackets. Whatever is neither done nor open is for somebody to look at.
 */

const DONE =
  /(^|[^\p{L}\d])(?:completed?|passed|done|finished|yes|true|suoritettu|hyväksytty|valmis|kyllä|tosi|slutförd|slutfört|genomförd|genomfört|fullföljd|godkänd|klar|ja|sant|x|100 ?%?)(?![\p{L}\d])/giu;
const FAILED = /did not|not achiev|failed|epäonnistu|hylätty|underkänd/i;
const OPEN =
  /^(not|no|ab-initio|incomplete|in ?progress|started|enrolled|registered|failed|false|n\/a|ei|kesken\p{L}*|suorittamatta|aloittamatta|aloitettu|ilmoittautunut|hylätty|epäonnistu\p{L}*|epätosi|ej|inte|nej|pågå\p{L}*|påbörja\p{L}*|ofullständig|underkänd|ännu|falskt|uppnådde inte|\d{1,2}([.,]\d+)? ?%)(?![\p{L}\d])/iu;
const BRACKETS = /\(([^()]*)\)/g;

/** "Completed", "Suoritettu (asettaja Aino)". "Completed (did not achieve pass grade)" and "Completed: no" are not. */
export function saysDone(cell: string): boolean {
  return !saysNotDone(cell) && cell.search(DONE) >= 0 && besideDone(cell) === '';
}

/** Whether a cell says that it is not, or nothing at all: whatever day stands behind that is no day of completion. */
export function saysNotDone(cell: string): boolean {
  const text = cell.trim();
  return /^[-–—0]?$/.test(text) || OPEN.test(text) || FAILED.test(text) || inBrackets(text).some((said) => OPEN.test(said));
}

/** What a cell says besides "done" and what is in brackets: "24.11.2026" of "Suoritettu: 24.11.2026 (Aino)". */
export function besideDone(cell: string): string {
  return cell
    .replace(BRACKETS, ' ')
    .replace(DONE, '$1 ')
    .replace(/^[\s:;,.–—-]+|[\s:;,–—-]+$/g, '');
}

function inBrackets(text: string): string[] {
  return [...text.matchAll(BRACKETS)].map(([, said = '']) => said.trim());
}
