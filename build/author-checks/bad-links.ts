/** Links that lead nowhere, or not for every learner and not for long, by the form of their address. Nothing is asked of the network. */
import type { ContentMistake } from '../content-error.ts';
import { lineAt } from '../language-passages.ts';
import type { ContentText } from './content-texts.ts';
import { say } from '../say.ts';

interface Form {
  readonly is: (address: URL) => boolean;
  readonly what: (address: string) => string;
  readonly instead: () => string;
}

/** RFC 2606 and RFC 6761: names that never lead anywhere. */
const RESERVED = /(^|\.)(example\.(com|org|net)|example|invalid|test|localhost|local)$/;
const PRIVATE = /^(10\.|127\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[)/;
const SHORTENED = /^(bit\.ly|t\.co|tinyurl\.com|goo\.gl|ow\.ly|is\.gd|buff\.ly)$/;
const SIGNED_IN = /(^|\.)(sharepoint\.com|teams\.microsoft\.com|onedrive\.live\.com|1drv\.ms)$/;
/** Parameters that follow a reader about, or belong to one visit. */
const VISIT = /^(utm_\w+|fbclid|gclid|mc_eid|phpsessid|jsessionid|sid)$/i;

const forms: readonly Form[] = [
  {
    is: ({ hostname }) => RESERVED.test(hostname) || PRIVATE.test(hostname) || !hostname.includes('.'),
    what: (address) => say`Linkki ${address} ei vie oppijaa mihinkään: osoite on esimerkki tai toimii vain yhdessä verkossa.`,
    instead: () => say`Kirjoita julkinen verkko-osoite.`,
  },
  {
    is: ({ protocol }) => protocol === 'http:',
    what: (address) => say`Linkki ${address} on suojaamaton (http).`,
    instead: () => say`Kirjoita osoitteen alkuun https:// ja kokeile, että linkki aukeaa.`,
  },
  {
    is: ({ hostname }) => SHORTENED.test(hostname),
    what: (address) => say`Linkki ${address} on lyhennetty: se voi kadota, eikä lukija näe, minne se vie.`,
    instead: () => say`Kirjoita osoite, johon lyhenne vie.`,
  },
  {
    is: ({ hostname }) => SIGNED_IN.test(hostname),
    what: (address) => say`Linkki ${address} aukeaa vain niille, joilla on tunnus tähän palveluun.`,
    instead: () => say`Julkaise aineisto sivulla, jonka kuka tahansa voi avata.`,
  },
  {
    is: ({ searchParams }) => [...searchParams.keys()].some((key) => VISIT.test(key)),
    what: (address) => say`Linkissä ${address} on käynnin tai mainoksen tunniste.`,
    instead: () => say`Poista osoitteesta kysymysmerkin jälkeen kohdat, joiden alku on utm_, fbclid, gclid tai sid.`,
  },
];

export function linkForms({ file, source }: ContentText): ContentMistake[] {
  const text = withoutIdentifier(withoutComments(source, file), file);
  return Array.from(text.matchAll(/https?:\/\/[^\s<>"'”’`)\]]+/g)).flatMap(({ 0: found, index }): ContentMistake[] => {
    const address = found.replace(/[.,;:!?]+$/, '');
    // What is no address at all is a mistake of the content.
    const url = URL.canParse(address) ? new URL(address) : undefined;
    const form = url && forms.find(({ is }) => is(url));
    return form ? [{ file, line: lineAt(text, index), column: 1, what: form.what(address), instead: form.instead() }] : [];
  });
}

/** The course's own identifier has the form of an address, and leads nobody anywhere: it is never to be changed. */
function withoutIdentifier(text: string, file: string): string {
  return file === 'course.yaml' ? text.replace(/^id:.*$/m, '') : text;
}

/** Comments of YAML are for authors; their lines stay, empty. */
function withoutComments(source: string, file: string): string {
  const end = file.endsWith('.yaml') ? source.length : source.indexOf('\n---', 3);
  return source.slice(0, end).replace(/(^|\s)#.*$/gm, '$1') + source.slice(end);
}
