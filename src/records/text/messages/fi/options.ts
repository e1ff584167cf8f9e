/** What the records command says of its options in Finnish: `--help`, and what is wrong with what was typed. */
import { told } from '../told.ts';

export const options = {
  noSource: told('Lähde puuttuu.', 'Anna --lrs, --moodle tai --file. Kaikki valitsimet näet valitsimella --help.'),
  moodleNeedsCourse: told('--moodle tarvitsee myös valitsimen --course.', 'Anna numero, joka on Moodlessa kurssin osoitteen lopussa.'),
  courseNeedsMoodle: told('--course tarvitsee myös valitsimen --moodle.', 'Kurssin oma tiedosto annetaan valitsimella --course-file.'),
  twice: (option: string) =>
    told(
      `Valitsin ${option} on komennossa kahdesti, mutta vain toinen otettaisiin huomioon.`,
      'Anna se kerran. Yhdistä henkilöstölistat yhdeksi tiedostoksi ja lue toinen LRS tai Moodle-kurssi omalla ajollaan.',
    ),
  sheetOnTerminal: told('Laskentataulukkoa ei voi näyttää päätteessä.', 'Anna tiedoston nimi tai ohjaa tuloste tiedostoon.'),
  splitNeedsPaths: told(
    '--split-by tekee monta tiedostoa, eikä niitä voi kirjoittaa vakiotulosteeseen.',
    'Anna jokaiselle tulokselle tiedoston nimi.',
  ),
  stateNeedsPath: told('Tilatiedostoa ei voi kirjoittaa vakiotulosteeseen.', 'Anna tiedoston nimi.'),
  noPath: told('Jonkin tuloksen tiedostonimi on tyhjä.', 'Anna nimi. Jos haluat tuloksen vakiotulosteeseen, anna merkki -.'),
  samePlace: told('Kaksi tulosta on menossa samaan paikkaan.', 'Anna jokaiselle oma tiedosto. Vain yhdellä voi olla merkki -.'),
  isRead: (path: string) => told(`Tulos korvaisi tiedoston ${path}, joka luetaan.`, 'Anna tulokselle toinen nimi.'),
  unitIsRead: (path: string) =>
    told(`Jonkin yksikön tiedosto voisi korvata tiedoston ${path}.`, 'Anna tuloksille oma kansio tai toinen nimi.'),
  unitsSamePlace: told(
    'Kahden yksikön tiedostot ovat menossa samaan paikkaan.',
    'Anna tuloksille nimet, joista yksikään ei ole toisen nimen alkuosa.',
  ),
  icsNeedsPeriod: told(
    '--ics tarvitsee myös valitsimen --valid-for: muuten mikään ajokortti ei vanhene.',
    'Kerro, kuinka kauan ajokortti on voimassa: --valid-for 3y. Jos aika on sama joka ajossa, kirjoita course.yaml-tiedostoon validFor: 3y.',
  ),
  credentials: told(
    'Osoitteessa ei saa olla tunnuksia eikä kysymysmerkillä alkavaa osaa.',
    'Anna avaimet, salaisuudet ja tokenit ympäristömuuttujina tai tiedostossa, jonka kerrot valitsimella --secrets.',
  ),
  unknown: (option: string, similar: string | undefined) =>
    `Valitsinta ${option} ei ole.${similar === undefined ? ' Kaikki valitsimet näet valitsimella --help.' : ` Tarkoititko ${similar}?`}`,
  lacksValue: (option: string) => `Valitsimelta ${option} puuttuu arvo.`,
  tooManyWords:
    'Komennossa on sanoja, jotka eivät kuulu mihinkään valitsimeen. Kirjoita lainausmerkit sellaisen arvon ympärille, jossa on välejä.',
  wrongValue: (option: string, value: string, advice: string) => `Valitsimen ${option} arvo ”${value}” ei kelpaa. ${advice}`,
  /** What a value has to be. */
  give: {
    address: 'Anna osoite, esimerkiksi https://lrs.example.org/xapi.',
    /** The address of a course's page was given. */
    moodle: (site: string, course: string) => `Tämä on kurssin osoite. Anna --moodle ${site} --course ${course}.`,
    whole: (least: number, most: number) => `Anna kokonaisluku väliltä ${least}–${most}.`,
    moment: 'Anna ajankohta, esimerkiksi 2026-11-24T12:00:00Z.',
    day: 'Anna päivä, esimerkiksi 2026-12-31.',
    period: 'Anna vuosia, kuukausia tai päiviä, enintään 100 vuotta: 3y, 18m, 90d.',
    some: (values: readonly string[]) => `Anna yksi tai useampi näistä, pilkku välissä: ${values.join(', ')}.`,
    one: (values: readonly string[]) => `Anna ${new Intl.ListFormat('fi', { type: 'disjunction' }).format(values)}.`,
    zone: 'Anna aikavyöhyke, esimerkiksi Europe/Helsinki.',
  },
  help: {
    description:
      'Kertoo, mitkä ajokortin luokat kukin on suorittanut ja milloin. Lukee LRS:n, Moodlen tai raporttitiedostot, ei koskaan vastauksia.',
    usage: 'Käyttö:',
    placeholder: '[valitsimet]',
    others: 'Muut:',
    help: 'tämä ohje',
    byDefault: (value: string) => `(oletus: ${value})`,
    exitCodes: 'Paluukoodit',
    /** By the names of `command/exit-codes.ts`. */
    codes: {
      done: 'valmis',
      fault: 'vika ohjelmassa',
      usage: 'virhe komennossa',
      refused: 'tunnukset eivät kelpaa',
      'not-found': 'ei löydy',
      unavailable: 'ei vastaa',
      unreadable: 'ei ymmärretä',
      output: 'ei voi kirjoittaa',
      incomplete: 'valmis, mutta osaa ei ymmärretty',
    },
    groups: {
      sources: 'Lähteet (yksi tai useampi):',
      people: 'Henkilöt:',
      rules: 'Säännöt:',
      outputs: 'Tulokset (- on vakiotuloste, ilman mitään näistä: --csv -):',
      runs: 'Ajot:',
    },
    options: {
      lrs: 'LRS:n xAPI-osoite; tunnukset ASPA_LRS_KEY ja ASPA_LRS_SECRET',
      activity: 'toinen tunniste, jolla kurssi siellä avataan (voi toistaa)',
      pageSize: 'montako lausumaa pyydetään kerralla',
      until: 'vain se, minkä LRS oli tallentanut siihen mennessä (ISO 8601)',
      moodle: 'Moodlen osoite; tunnus ASPA_MOODLE_TOKEN',
      course: 'kurssin numero siinä Moodlessa (…/course/view.php?id=)',
      atOnce: 'montaako oppijaa Moodlesta kysytään yhtä aikaa',
      file: 'ladattu raportti tai kansio, jossa niitä on (voi toistaa)',
      columns: 'saraketiedosto: mikä raportin sarake on mikä; jos sitä ei ole, ohjelma kirjoittaa pohjan otsikoista',
      activityName: 'kurssin nimi raporteissa, jos se ei ole kurssin otsikko (voi toistaa)',
      secrets: 'tiedosto, jossa on rivejä kuten ”ASPA_LRS_KEY: …”, ympäristömuuttujien sijaan',
      people: 'henkilöstölista, CSV tai XLSX: antaa yksikön ja esihenkilön ja näyttää, kuka ei ole aloittanut',
      identify: 'mistä henkilö tunnistetaan: employee (henkilönumero), email (sähköposti), account (käyttäjätunnus)',
      pseudonymous: 'ilman nimiä ja muita tunnisteita, tilastoa varten',
      validFor: 'kuinka kauan ajokortti on voimassa: 3y, 18m, 90d (oletus: kurssin validFor)',
      asOf: 'tilanne menneen päivän lopussa, esimerkiksi 2026-12-31',
      zone: 'aikavyöhyke, jonka mukaan päivät määräytyvät',
      courseFile: 'course.yaml, jossa ovat luokat ja tieto siitä, mitkä niistä ovat pakollisia',
      csv: 'taulukko: henkilöt × luokat',
      xlsx: 'Excel-tiedosto: henkilöt, yksiköt, kuukaudet',
      json: 'rivi JSONia kustakin henkilöstä',
      html: 'sivu, jota voi katsella ja tulostaa ja josta voi hakea',
      ics: 'kalenteri vanhenevista ajokorteista, tapahtuma kutakin henkilöä varten; tarvitsee myös valitsimen --valid-for',
      splitBy: 'jokaisesta tuloksesta oma tiedosto joka yksikölle: out.xlsx on silloin out-Muurame.xlsx',
      delimiter: 'CSV:n erotin: semicolon (puolipiste) tai comma (pilkku)',
      bom: 'jättää tavujärjestysmerkin (BOM) pois CSV:stä',
      language: 'viestien, otsikoiden ja sivun kieli: fi, sv, en',
      state: 'tilatiedosto, joka muistaa, mihin asti on luettu: seuraava ajo hakee vain uuden',
      full: 'lukee kaiken uudelleen, vaikka olisi --state',
      timeout: 'kuinka monta sekuntia yhtä vastausta odotetaan',
      patience: 'kuinka monta sekuntia odotetaan palvelinta, joka on kiireinen, poissa käytöstä tai pyytää odottamaan',
      quiet: 'vain varoitukset ja virheet',
    },
  },
};

export type OptionsText = typeof options;
