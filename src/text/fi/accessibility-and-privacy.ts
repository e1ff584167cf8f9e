import type { CourseSettings } from '../../course/settings.ts';
import { hostOf } from '../host-of.ts';
import { givenDay } from './days-and-numbers.ts';

/** A part of a page that is made from the particulars of whoever offers the course. */
export interface MadePart {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

type Facts = CourseSettings & { readonly title: string };

const reported: Readonly<Record<CourseSettings['report'], string>> = {
  answers:
    'Oppimisympäristön raportteihin menee tieto siitä, mitkä luokat olet saanut ja mitä olet vastannut mihinkin kysymykseen. Raportteja voivat katsoa ne, joilla on siihen oikeus. Kysy esihenkilöltäsi, keitä he työpaikallasi ovat. Joidenkin kysymysten vastaukset eivät mene raportteihin. Niiden kohdalla lukee ”Ei mene raportteihin”.',
  completion: 'Oppimisympäristön raportteihin menee tieto luokista, jotka olet saanut. Vastauksesi eivät mene raportteihin.',
};

const KEPT =
  'Oppimisympäristö tallentaa kaikki vastauksesi, jotta voit jatkaa siitä, mihin jäit. Se tallentaa nekin, jotka eivät mene raportteihin. Oppimisympäristön tai tietovaraston (LRS) ylläpitäjän on teknisesti mahdollista lukea nekin.';

/** `docs/statements.md` tells how an answer is voided. */
const REPORTED_EARLIER =
  'Jos kurssin aiempi versio on jo lähettänyt raportteihin vastauksen, joka ei enää mene niihin, vastaus ei häviä kaikkialta. SCORM-kurssi korvaa sen raportissa tyhjällä, kun käytät kurssia seuraavan kerran, mutta aiempien suorituskertojen raportteihin vastaus jää. Tietovarastoon (LRS) lähetetty vastaus jää sinne, kunnes ylläpitäjä mitätöi sen. Pyydä mitätöintiä kurssin tarjoajalta.';

/** Only whoever has assessed the course can say so; the gaps themselves are `gaps:` in content/course.yaml. */
const NO_GAPS = 'Puutteita ei ole tiedossa.';

/**
 * The accessibility statement and the privacy page (Act 306/2019, section 9; GDPR, article 13). What nobody has filled in is left out: the build tells
 * the author, and a release stops.
 */
export const particulars = {
  statementPage: 'Saavutettavuusseloste',
  privacyPage: 'Tietosuoja',
  statement({ title, organization, contact, authority, assessed, gaps = [] }: Facts): readonly MadePart[] {
    return [
      {
        title: '',
        paragraphs: [
          `Tämä seloste koskee kurssia ${title}.`,
          ...(organization === undefined ? [] : [`Kurssin tarjoaa ${organization}.`]),
          ...(assessed === undefined ? [] : [`Seloste on laadittu ${givenDay(assessed)}.`]),
          'Kurssin oppimisympäristöllä on oma selosteensa.',
        ],
      },
      {
        title: 'Kuinka saavutettava kurssi on?',
        paragraphs: [
          'Kurssi on suunniteltu niin, että se täyttää digipalvelulain (306/2019) vaatimukset eli WCAG-ohjeiston A- ja AA-tason kriteerit.',
          'Kurssin tekijät ovat tarkistaneet sen koneellisesti ja kokeilleet sitä pelkällä näppäimistöllä, kapealla näytöllä ja suurennetulla tekstillä. Ulkopuolista arviointia ei ole tehty.',
        ],
      },
      ...(gaps.length === 0 && assessed === undefined
        ? []
        : [{ title: 'Mitä puutteita on?', paragraphs: gaps.length > 0 ? gaps : [NO_GAPS] }]),
      {
        title: 'Kerro, jos huomaat puutteen',
        paragraphs: [
          `Yhteystieto: ${contact}`,
          'Saat vastauksen 14 päivän kuluessa. Voit myös pyytää kurssin sisältöä saavutettavassa muodossa.',
        ],
      },
      {
        title: 'Valvontaviranomainen',
        paragraphs: [
          'Jos et saa vastausta 14 päivän kuluessa tai et ole tyytyväinen siihen, voit tehdä ilmoituksen valvontaviranomaiselle.',
          ...(authority === undefined ? [] : [authority]),
        ],
      },
    ];
  },
  /** @param completed when the course counts as completed: a part of a licence says so in its own words */
  privacy({ organization, contact, report, lrs = [] }: Facts, completed: string): readonly MadePart[] {
    return [
      {
        title: 'Kuka vastaa tiedoistasi?',
        paragraphs: [
          ...(organization === undefined ? [] : [`Kurssin tarjoaa ${organization}. Se vastaa myös siitä, miten tietojasi käsitellään.`]),
          `Lisätietoa: ${contact}`,
        ],
      },
      {
        title: 'Mitä tietoja kurssi käsittelee?',
        paragraphs: [
          'Kurssi käyttää nimeäsi ja tunnustasi, jotka se saa oppimisympäristöltä, sekä vastauksiasi. Oppimisympäristössä kurssi ei kysy nimeäsi.',
          'Älä kirjoita vastauksiin asiakkaiden nimiä tai muita henkilötietoja.',
        ],
      },
      {
        title: 'Mitä oppimisympäristö saa tietää?',
        paragraphs: [
          reported[report],
          KEPT,
          REPORTED_EARLIER,
          completed,
          ...(lrs.length > 0
            ? [`Tietoja lähetetään kurssin oman palvelimen lisäksi vain näille palvelimille: ${lrs.map(hostOf).join(', ')}.`]
            : []),
          'Työnantajalle koottavassa suoritusluettelossa on nimesi, suorittamasi luokat ja suorituspäivät. Siinä voi olla myös henkilönumerosi, sähköpostiosoitteesi, yksikkösi ja esihenkilösi. Vastauksiasi siinä ei ole.',
        ],
      },
      {
        title: 'Mitä selaimeen jää?',
        paragraphs: [
          'Selaimeen voi jäädä kopio vastauksistasi, kunnes ne on saatu talteen oppimisympäristöön. Kurssi ei näytä kopiota muille oppijoille. Kun vastaukset ovat oppimisympäristössä, selaimeen voi jäädä salattu kopio. Sen avain on vain oppimisympäristössä omien tietojesi joukossa.',
          'Jos avaat kurssin ilman oppimisympäristöä, vastaukset jäävät vain siihen selaimeen, jota käytät.',
        ],
      },
      {
        title: 'Oikeutesi',
        paragraphs: [
          'Sinulla on oikeus saada tietää, mitä tietoja sinusta on, ja pyytää niiden korjaamista tai poistamista. Esitä pyyntö kurssin tarjoajalle.',
          'Voit myös tehdä valituksen tietosuojavaltuutetulle: https://tietosuoja.fi',
        ],
      },
    ];
  },
};
