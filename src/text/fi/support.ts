import { number } from './days-and-numbers.ts';
import { exit } from './shell.ts';

export const support = {
  page: 'Tekniset tiedot',
  lead: 'Tämä sivu auttaa, kun vastausten tallennus ei toimi. Kopioi tiedot ja lähetä ne oppimisympäristön tuelle. Nimesi, tunnuksesi ja vastauksesi eivät ole mukana.',
  contact: 'Kurssista saat lisätietoa täältä:',
  link: 'Tekniset tiedot tukea varten',
  facts: 'Tiedot tuelle',
  copy: 'Kopioi tiedot',
  copied: 'Tiedot on kopioitu. Liitä ne viestiin.',
  notCopied: 'Selain ei salli kopioimista. Tiedot on valittu: kopioi ne näppäimillä Ctrl + C.',
  saveSooner:
    'Tämä oppimisympäristö ei ehkä ota vastaan sitä, mitä kurssi lähettää, kun suljet sivun. Siksi kurssi tallentaa tavallista useammin. Sulje kurssi vasta, kun yläreunassa kerrotaan, että vastaukset on tallennettu tai lähetetty.',
  line: {
    course: 'Kurssi',
    time: 'Aika',
    site: 'Palvelin',
    lms: 'Yhteys',
    limits: 'Rajat',
    mode: 'Avaustapa',
    language: 'Kieli',
    browser: 'Selain',
    copy: 'Kopio tässä selaimessa',
    state: 'Tallenne',
    saves: 'Viimeiset tallennukset',
  },
  yesNo: (yes: boolean): string => (yes ? 'on' : 'ei'),
  state: (revision: number, room: { readonly used: number; readonly limit: number } | undefined) =>
    room ? `versio ${revision}: ${number(room.used)} merkkiä, tilaa ${number(room.limit)}` : `versio ${revision}`,
  test: {
    title: 'Toimiiko tallennus?',
    what: 'Kokeen tekee ylläpitäjä, kun kurssi on viety oppimisympäristöön. Avaa kurssi samalla tavalla kuin oppijat ja aloita koe. Kurssi tallentaa koetekstin. Se ei ole vastaus, eikä se näy raporteissa eikä vaikuta suoritukseen.',
    browse:
      'Kurssi on avattu katselutilassa, jossa mitään ei tallenneta. Näet vain, löytyikö oppimisympäristö ja palasiko aiempi koeteksti. Avaa kurssi omana suorituksenasi, niin voit kokeilla myös tallennusta.',
    begin: 'Kokeile tallennusta',
    next: `Koe on käynnissä. Paina painiketta ”${exit}”. Sulje sitten kurssin ikkuna ja avaa kurssi oppimisympäristöstä uudelleen: se avautuu tälle sivulle. Älä käy välillä kurssin muilla sivuilla. Avaa kurssi lopuksi samoilla tunnuksilla toisella koneella. Jos sivu ei siellä muista koetta, koeteksti ei tullut oppimisympäristöön.`,
    end: 'Lopeta koe',
    verdict: { kept: 'Kunnossa', broken: 'Ei kunnossa', open: 'Ei vielä tiedossa' },
    promise: {
      lms: 'Yhteys oppimisympäristöön',
      limits: 'Tila vastauksille',
      save: 'Kuittaus tallennuksesta',
      whole: 'Koetekstin paluu ehjänä',
      place: 'Paluu samaan kohtaan',
      elsewhere: 'Koeteksti toisella koneella',
      exit,
      completion: 'Suorituksen pysyminen ennallaan',
    },
    /** Mitä punainen tarkoittaa ja mitä silloin tehdään. */
    broken: {
      lms: 'Vastaukset jäisivät vain selaimeen. Avaa kurssi oppimisympäristöstä, älä suoraan tiedostosta. Jos avasit kurssin oppimisympäristöstä, vie paketti sinne uudelleen SCORM-, xAPI- tai cmi5-pakettina.',
      limits:
        'Pitkät vastaukset eivät mahdu. Kokeile toista pakettia tai kysy oppimisympäristön tuelta, voiko tallennustilaa (suspend_data) lisätä.',
      save: 'Oppimisympäristö ei ottanut tallennusta vastaan. Syy on tämän sivun tiedoissa. Kopioi ne, lähetä ne oppimisympäristön tuelle äläkä avaa kurssia vielä oppijoille.',
      whole:
        'Vastauksia katoaisi. Tarkista, ettei oppimisympäristö aloita joka kerta uutta suorituskertaa. Jos ei aloita, kokeile toista pakettia äläkä avaa kurssia vielä oppijoille.',
      place: 'Kurssi oli välillä toisella sivulla, tai viimeinen tallennus ei tullut perille. Tee koe uudelleen tältä sivulta.',
      elsewhere: '',
      exit: 'Kurssi suljettiin muulla tavalla, tai viimeinen tallennus ei tullut perille. Tee koe uudelleen. Jos tulos on sama, neuvo oppijoita sulkemaan kurssi vasta, kun yläreunassa kerrotaan, että vastaukset on tallennettu tai lähetetty.',
      completion:
        'Oppimisympäristö pitää kurssia suoritettuna, vaikka tehtäviä ei ole tehty. Muuta asetusta, joka merkitsee kurssin suoritetuksi jo pelkän avaamisen tai sulkemisen perusteella.',
    },
    sent: 'Tallennus on lähetetty, mutta kuittausta ei tullut. Kaikki oppimisympäristöt eivät kuittaa. Silloin seuraava avaaminen näyttää, tuliko teksti perille.',
  },
};
