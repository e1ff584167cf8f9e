/** The words of HR's page in Finnish, besides those of the outputs. Its shape is the other languages' too. */
import { listed } from '../../counted.ts';
import type { ReportKind, ReportNote } from '../../sources/report-reader.ts';

/** What a column of an unknown report can be. */
export type Meaning =
  | 'none'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'employeeNumber'
  | 'account'
  | 'unit'
  | 'manager'
  | 'begun'
  | 'completed'
  | 'item'
  | 'itemDay'
  | 'itemStatus';

/** @param count how many names are left out of a list */
const more = (count: number): string => (count === 1 ? '1 muu' : `${count} muuta`);

export const fi = {
  /** @param course what the course is called */
  title: (course: string) => `${course}: suoritukset`,
  lead: 'Tällä sivulla näet, mitkä ajokortin luokat kukin on suorittanut ja milloin. Anna sivulle raportit, jotka olet ladannut oppimisympäristöstä, ja henkilöstölista, jos sellainen on.',
  privacy: 'Mitään ei lähetetä mihinkään: tiedostot luetaan tässä selaimessa, ja kun suljet sivun, niistä ei jää mitään.',
  language: 'Kieli',
  noScript: 'Sivu tarvitsee JavaScriptin. Salli se selaimen asetuksista.',
  files: {
    head: 'Tiedostot',
    drop: 'Pudota tiedostot tai kansio tähän, tai valitse ne. Voit antaa monta kerralla ja lisää myöhemmin.',
    choose: 'Valitse tiedostoja',
    chooseFolder: 'Valitse kansio',
    whereFrom: 'Mistä saan tiedostot?',
    whereFromMoodle: [
      'Avaa Moodlessa ajokortin aktiviteetti ja sen raporteista perusraportti (Basic report). Lataa se tekstinä. Jos saat valita, ketkä raportissa ovat, valitse kaikki käyttäjät.',
      'Avaa kurssin raporteista Aktiviteettien suoritus (Activity completion) ja lataa se laskentataulukkona (.csv). Siitä näkyy, minä päivänä ajokortti on suoritettu.',
      'Pudota molemmat tähän, ja niiden lisäksi henkilöstölista, jossa on henkilönumero, sähköpostiosoite tai käyttäjätunnus sekä yksikkö.',
    ],
    whereFromClasses:
      'Perusraportista ja Aktiviteettien suoritus -raportista näkyy, kenellä on ajokortti, mutta valinnaiset luokat niistä eivät näy. Luokat näkyvät vuorovaikutusraportista (Interactions report). Siinä ovat kuitenkin oppijoiden vastaukset, joten lataa se vain, jos saat nähdä ne.',
    whereFromOther: 'Muun oppimisympäristön suoritusraportti kelpaa CSV- tai Excel-tiedostona. Sivu kysyy, mikä sarake on mikä.',
    list: 'Annetut tiedostot',
    remove: (name: string) => `Poista ${name}`,
    removeShort: 'Poista',
    asStaff: 'Lue henkilöstölistana',
    asReport: 'Kerro sarakkeet',
    asCompletions: 'Lue suoritusraporttina',
    reading: (rows: string) => `Luetaan… ${rows} riviä`,
    kinds: {
      'activity-completion': 'Moodlen Aktiviteettien suoritus -raportti',
      basic: 'Moodlen SCORM-perusraportti',
      interactions: 'Moodlen SCORM-vuorovaikutusraportti',
      objectives: 'Moodlen SCORM-tavoiteraportti',
      mapped: 'Raportti, jonka sarakkeet on kerrottu',
    } satisfies Record<ReportKind, string>,
    rows: (count: number, written: string) => (count === 1 ? '1 rivi luettu' : `${written} riviä luettu`),
    staff: (count: number, written: string) => (count === 1 ? 'Henkilöstölista: 1 henkilö' : `Henkilöstölista: ${written} henkilöä`),
    map: 'Saraketiedosto: sarakkeet ovat nyt tiedossa',
    same: (name: string) => `${name} on jo annettu, joten sitä ei luettu uudelleen.`,
    notOpened: (names: string) =>
      `Ei voitu avata, joten jäi lukematta: ${names}. Tarkista, että tiedosto on paikallaan ja että saat avata sen.`,
    skipped: (names: string) => `Kansiosta jätettiin lukematta: ${names}. Raporttien nimen lopussa on .csv, .tsv, .txt tai .xlsx.`,
    more,
    parts: (names: readonly string[]) =>
      `Nimen perusteella ajokortin osioihin luettiin ${listed(
        names.map((name) => `”${name}”`),
        ', ',
        more,
      )}. Jos jokin niistä ei ole ajokortin osio, anna sille Moodlessa toinen nimi ja lataa raportti uudelleen.`,
    notes: {
      'without-questions':
        'Raportissa ei ole kysymysten tunnisteita. Valitse Moodlessa raportin asetuksista ”Kysymysten tekstit” (Question text) ja lataa raportti uudelleen, niin luokat ja niiden päivät näkyvät.',
      'unsure-items':
        'Raportista ei ole valittu päivää eikä tilaa, joten jokainen rivi lasketaan suoritetuksi. Valitse jompikumpi, jos raportissa on se.',
      'unsure-activity':
        'Perusraportti ei kerro, minkä aktiviteetin se on, eikä sitä näe tiedoston nimestäkään. Varmista, että raportti on ladattu ajokortin aktiviteetista. Älä vaihda ladattujen tiedostojen nimiä: yksittäisen osion raportin tunnistaa vain tiedoston nimestä.',
    } as Record<ReportNote, string>,
    noRows:
      'Raportissa ei ole yhtään henkilöä. Jos henkilöitä pitäisi olla, valitse Moodlessa kaikki käyttäjät ja lataa raportti uudelleen.',
    breaksOff:
      'Tiedoston viimeinen rivi katkeaa kesken. Se on jätetty pois, ja rivejä voi puuttua enemmänkin. Lataa tiedosto uudelleen. Jos tiedosto on kokonainen, lisää sen loppuun rivinvaihto.',
    otherSheets:
      'Tiedostosta luettiin vain ensimmäinen taulukko, vaikka muissakin on tietoja. Jos niissä on henkilöitä tai suorituksia, tallenna jokainen taulukko omaksi tiedostokseen ja anna ne kaikki.',
    staffByNameOnly: (count: string, names: string) =>
      `Listan henkilöitä, joilla on vain nimi: ${count}${names && ` (${names})`}. Heidän rivillään on aina ”Ei aloitettu”, vaikka he olisivat suorittaneet ajokortin. Lisää listalle henkilönumero, sähköpostiosoite tai käyttäjätunnus, jolla oppimisympäristö heidät tuntee.`,
    monthFirst:
      'Tiedoston päivissä näyttää olevan kuukausi ensin, kuten Yhdysvalloissa. Sivu tulkitsee merkinnän 3/4/2026 huhtikuun kolmanneksi, joten päivät voivat olla väärin. Lataa raportti uudelleen ja anna se sivulle avaamatta sitä välillä taulukko-ohjelmassa.',
    monthFirstMapped:
      'Tiedoston päivissä näyttää olevan kuukausi ensin, kuten Yhdysvalloissa. Sivu tulkitsee merkinnän 3/4/2026 huhtikuun kolmanneksi, joten päivät voivat olla väärin. Kerro sarakkeet uudelleen ja valitse kohdasta ”Päivät ja omat sanat”, miten päivät luetaan.',
    nameless: (count: string) => `Rivejä, joista ei selviä, kenestä on kyse: ${count}. Sellaiset on jätetty pois.`,
    byNameOnly: (count: string) => `Rivejä, joilla on vain nimi: ${count}. Samannimiset lasketaan yhdeksi henkilöksi.`,
    /** @param hasDayToCome one of them is a day that is still to come */
    doubts: (count: string, column: string, examples: readonly string[], hasDayToCome: boolean) =>
      `Sarakkeessa ”${column}” on soluja, joita ei ymmärretä: ${count}. Esimerkiksi ${examples.map((cell) => `”${cell}”`).join(', ')}. Sellaiset on jätetty pois.${hasDayToCome ? ' Päivä, joka on vasta edessä, ei voi olla suorituspäivä. Tarkista, ovatko päivä ja kuukausi oikein päin ja onko sarakkeessa suorituspäiviä.' : ''}`,
    asksAnswers:
      'Raportissa on oppijoiden vastauksia. Sivu lukee siitä vain luokkien päivät eikä näytä vastauksia, mutta lue se vain, jos saat käsitellä vastauksia. Perusraportti riittää ajokorttiin.',
    readIt: 'Lue luokkien päivät',
    leaveIt: 'Jätä pois',
    asksCourse: (part: string) => `Raportti on aktiviteetista ”${part}”, joka ei ole ajokortti. Onko se silti ajokortin raportti?`,
    readOther: 'On, lue se',
    asksActivity: 'Mikä näistä on ajokortti?',
    thisIsIt: 'Tämä se on',
    failed: {
      empty: 'Tiedosto on tyhjä. Lataa raportti uudelleen.',
      pdf: 'Tämä on PDF. Lataa raportti CSV-, teksti- tai Excel-tiedostona.',
      picture: 'Tämä ei ole taulukko vaan kuva tai ohjelma. Lataa raportti CSV-, teksti- tai Excel-tiedostona.',
      archive: 'Tämä on ZIP-paketti. Pura se ja anna siinä olevat raportit.',
      'old-excel': 'Tämä on vanhan Excelin tiedosto (.xls). Avaa se Excelissä ja tallenna muodossa .xlsx tai .csv.',
      'open-document':
        'Tämä on OpenDocument-taulukko (.ods). Lataa raportti CSV- tai Excel-tiedostona tai tallenna taulukko muodossa .xlsx tai .csv.',
      json: 'Tämä on JSON-tiedosto, ei taulukko. Lataa raportti CSV- tai Excel-tiedostona.',
      'web-page':
        'Tämä on verkkosivu, ei CSV- tai Excel-tiedosto. Kirjaudu oppimisympäristöön ja lataa raportti uudelleen CSV-, teksti- tai Excel-tiedostona.',
      'not-xlsx': 'Tiedostoa ei voi lukea Excel-tiedostona. Avaa se taulukko-ohjelmassa ja tallenna uudelleen.',
      'broken-off': 'Tiedosto katkeaa kesken tai ei ole taulukko. Lataa se uudelleen.',
      'too-much':
        'Tiedostossa on enemmän soluja kuin sivu voi lukea. Lataa raportti niin, että siinä ovat vain henkilöt ja suoritukset, tai tallenna se osina CSV-tiedostoiksi.',
      'unknown-heads': 'Raporttia ei tunneta. Kerro alempana, mikä sarake on mikä.',
      'lacks-attempt':
        'Raportista puuttuu suorituskerran sarake (Attempt), eikä siitä siksi näe, kuka on suorittanut mitä. Lataa raportti uudelleen kaikkine sarakkeineen.',
      'lacks-started':
        'Raportista puuttuu aloituspäivän sarake (Started on), eikä siitä siksi näe, kuka on aloittanut kurssin. Lataa raportti uudelleen kaikkine sarakkeineen.',
      'lacks-score':
        'Raportista puuttuu pisteiden sarake (Score), eikä siitä siksi näe, kenellä on ajokortti. Lataa raportti uudelleen kaikkine sarakkeineen.',
      'lacks-column': 'Valittua saraketta ei ole raportissa.',
      nobody:
        'Henkilöstölistassa pitää olla sarake, jossa on henkilönumero, sähköpostiosoite tai käyttäjätunnus. Otsikot voivat olla esimerkiksi: henkilönumero, nimi, sähköposti, yksikkö, esihenkilö.',
      gone: 'Tiedostoa ei voi enää lukea. Anna se uudelleen.',
    },
    tooLarge: (size: string, most: string) =>
      `Tiedosto on liian suuri: ${size} megatavua. Sivu lukee enintään ${most} megatavun tiedoston. Perusraportti on pienempi kuin vuorovaikutusraportti. Voit myös ladata raportin ryhmä kerrallaan ja antaa kaikki tiedostot sivulle.`,
    otherActivities: (names: string) => `Raportissa ei ole ajokortin nimistä aktiviteettia. Siinä ovat: ${names}.`,
    wrongMap: (reason: string) => `Saraketiedostoa ei ymmärretä: ${reason}`,
    mapReasons: {
      notYaml: (line: number) => `rivi ${line} ei ole YAMLia.`,
      unknownKeys: (keys: string) => `siinä on avaimia, joita ei tunneta: ${keys}.`,
      wrongValue: (place: string) => `kohdan ${place} arvo ei kelpaa.`,
      unknownClasses: (classes: string) => `kurssilla ei ole luokkaa ${classes}.`,
      lacksWho: 'mikään sarake ei kerro, kenestä on kyse (email, employeeNumber, account tai name).',
      lacksWhat: 'mikään sarake ei kerro, mitä on suoritettu (completed, classes tai item).',
    },
  },
  mapping: {
    head: (name: string) => `Mikä sarake on mikä? ${name}`,
    help: 'Sivu on arvannut, mitä sarakkeissa on. Korjaa arvaukset. Ainakin yhden sarakkeen pitää kertoa, kenestä on kyse, ja yhden, mitä on suoritettu.',
    column: 'Sarake',
    examples: 'Esimerkiksi',
    meaning: 'Mitä siinä on',
    meanings: {
      none: 'Ei tarvita',
      name: 'Nimi',
      firstName: 'Etunimi',
      lastName: 'Sukunimi',
      email: 'Sähköposti',
      employeeNumber: 'Henkilönumero',
      account: 'Käyttäjätunnus',
      unit: 'Yksikkö',
      manager: 'Esihenkilö',
      begun: 'Aloittanut (päivä tai sana)',
      completed: 'Koko ajokortti (päivä tai sana)',
      item: 'Suorituksen nimi (jokaisella oma rivi)',
      itemDay: 'Rivin suorituspäivä',
      itemStatus: 'Rivin tila',
    } as Record<Meaning, string>,
    classMeaning: (id: string) => `Luokka ${id} (päivä tai sana)`,
    items: 'Mitä kukin suorituksen nimi tarkoittaa?',
    itemsTooMany: 'Sarakkeessa on niin monta eri arvoa, etteivät ne voi olla suoritusten nimiä.',
    itemNone: 'Ei kuulu ajokorttiin',
    itemCompleted: 'Koko ajokortti',
    itemClass: (id: string) => `Luokka ${id}`,
    dayOrder: 'Miten päivä 3/4/2026 luetaan?',
    dmy: '3. huhtikuuta (Suomi)',
    mdy: '4. maaliskuuta (Yhdysvallat)',
    done: 'Sanat, jotka tavallisten lisäksi tarkoittavat ”suoritettu”. Erota ne pilkulla.',
    notDone: 'Sanat, jotka tarkoittavat, ettei ole suoritettu. Erota ne pilkulla.',
    more: 'Päivät ja omat sanat',
    read: 'Lue raportti näin',
    save: 'Tallenna sarakkeet tiedostoksi',
    load: 'Tai pudota sivulle aiemmin tallennettu saraketiedosto (.yaml).',
    lacksWho: 'Valitse sarake, joka kertoo, kenestä on kyse: nimi, sähköposti, henkilönumero tai käyttäjätunnus.',
    lacksWhat: 'Valitse sarake, joka kertoo, mitä on suoritettu: koko ajokortti, luokka tai suorituksen nimi.',
    twice: (meaning: string) => `”${meaning}” on valittu kahdelle sarakkeelle. Valitse se vain yhdelle.`,
    lacksItem: 'Valitse suorituksen nimen sarake, kun valitset rivin päivän tai tilan.',
    file: 'sarakkeet.yaml',
  },
  settings: {
    head: 'Asetukset',
    validFor: 'Ajokortti on voimassa',
    forever: 'toistaiseksi',
    /** @param count how many of them a licence is valid */
    units: (count: number) => (count === 1 ? { y: 'vuosi', m: 'kuukausi', d: 'päivä' } : { y: 'vuotta', m: 'kuukautta', d: 'päivää' }),
    validCount: 'Kuinka monta',
    asOf: 'Tilanne päivänä',
    asOfHelp: 'Jätä tyhjäksi, jos haluat tämän päivän tilanteen.',
    identify: 'Henkilö tunnistetaan näistä',
    identifiers: { employee: 'henkilönumero', email: 'sähköposti', account: 'käyttäjätunnus' },
    identifyNone: 'Valitse ainakin yksi.',
    pseudonymous: 'Peitetunnukset nimien tilalle',
    pseudonymousHelp: 'Tilastoa varten. Alle viiden hengen yksiköt yhdistetään. Tieto on silti henkilötietoa.',
    remember: 'Muista asetukset ja sarakkeet tässä selaimessa',
    rememberHelp: 'Henkilöitä ja suorituksia ei tallenneta selaimeen koskaan.',
    notRemembered: 'Selain ei salli sivun tallentaa mitään.',
  },
  result: {
    head: 'Suoritukset',
    nothing: 'Suoritukset näkyvät tässä, kun olet antanut ensimmäisen raportin.',
    making: 'Lasketaan…',
    first: 'Näkyvissä ovat ensimmäiset rivit. Loput ovat tulossa.',
    save: 'Tallenna',
    saveXlsx: 'Excel-tiedostona',
    saveCsv: 'CSV-tiedostona',
    saveHtml: 'sivuna',
    saveIcs: 'kalenterina',
    saveZip: 'yksiköittäin (ZIP)',
    zipHelp:
      'ZIP-paketissa on jokaiselle yksikölle oma Excel-tiedosto ja kalenteri, joten voit antaa esihenkilölle vain hänen omien työntekijöidensä tiedot.',
    zipHelpSheets:
      'ZIP-paketissa on jokaiselle yksikölle oma Excel-tiedosto, joten voit antaa esihenkilölle vain hänen omien työntekijöidensä tiedot.',
    icsHelp: 'Kun valitset asetuksista, kuinka kauan ajokortti on voimassa, voit tallentaa myös kalenterin vanhenevista ajokorteista.',
    saveHelp: 'Tallennetuissa tiedostoissa on henkilötietoja. Lähetä ne vain niille, joilla on oikeus nähdä ne.',
    saved: (name: string) => `Tallennettu: ${name}`,
    fileName: 'ajokortit',
    notices: 'Huomaa',
    conflicts: (count: string, names: string) =>
      `Henkilönumeroita, sähköpostiosoitteita tai käyttäjätunnuksia, jotka ovat usealla henkilöllä: ${count}${names && ` (${names})`}. Sellaisen perusteella ketään ei ole yhdistetty, ja suoritukset voivat näkyä omalla rivillään. Anna kullekin henkilölle oma numero tai osoite sekä henkilöstölistalla että oppimisympäristössä.`,
    unlikeNames: (count: string, names: string) =>
      `Henkilöitä, joiden tiedoissa on eri nimiä: ${count}${names && ` (${names})`}. Tarkista, onko nimi vaihtunut vai onko kahdella henkilöllä sama henkilönumero, sähköpostiosoite tai käyttäjätunnus.`,
    sameNames: (count: string, names: string) =>
      `Nimiä, jotka ovat usealla rivillä: ${count}${names && ` (${names})`}. Jos riveillä on sama henkilö, hänen suorituksensa ovat jakautuneet niille: lisää henkilöstölistalle osoite tai numero, jolla oppimisympäristö hänet tuntee. Jos hänellä on kaksi käyttäjätunnusta, tee listaan kaksi riviä: sama henkilönumero, eri osoitteet.`,
    ofSeveralUnits: (count: string, names: string) =>
      `Henkilöitä, jotka ovat henkilöstölistalla useassa yksikössä: ${count}${names && ` (${names})`}. Kukin näkyy vain siinä yksikössä, joka on listalla ensin, myös yksiköittäin tallennetuissa tiedostoissa.`,
    alike: (count: string) =>
      `Kaikilla ${count} oppijalla on sama nimi. Tarkista, että oppimisympäristö näyttää oikeat nimet ja että nimen sarake on valittu oikein.`,
    mayHold: (count: string) =>
      `Henkilöitä, joilla voi olla ajokortti aiemman säännön mukaan: ${count}. Tiedoista ei näy, onko luokat suoritettu ennen säännön muutosta. Tarkista päivät vuorovaikutusraportista tai henkilöltä itseltään.`,
    undated: (count: string) =>
      `Suorituksia, joista ei tiedetä, oliko ne tehty valittuun päivään mennessä: ${count}. Sellaiset eivät ole mukana sen päivän tilanteessa.`,
    future: 'Päivä on tulevaisuudessa: näet, kenen ajokortti on silloin vielä voimassa nykyisten tietojen mukaan.',
    silent:
      'Aktiviteettien suoritus -raportti ei kerro, kuka on aloittanut: jos ajokorttia ei ole, tilanne on aina ”Ei aloitettu”. Anna myös perusraportti.',
    withoutClasses: (count: string, files: string) =>
      `Henkilöitä, joilla on ajokortti mutta joiden luokat eivät näy missään raportissa: ${count}. Heidän rivillään ovat vain ajokorttiin tarvittavat luokat. Tiedostot, joista luokkia puuttuu: ${files}.`,
    strangers: (count: string, names: string) => `Oppijoita, jotka eivät ole henkilöstölistalla: ${count}${names && ` (${names})`}.`,
    staffOnly: 'Vasta henkilöstölista on luettu. Anna myös raportti, niin suoritukset näkyvät.',
  },
  fault: (reason: string) => `Sivussa on vika, eikä se voi jatkaa. Avaa sivu uudelleen ja kerro ylläpitäjälle: ${reason}`,
};

export type HrPageText = typeof fi;
