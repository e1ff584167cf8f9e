/** What the records command says of an LRS and of Moodle in Finnish. */
import { told } from '../told.ts';
import { fi as page } from '../../hr-page/fi.ts';
import { writing } from '../writing.ts';

const { number, counted, megabytes, names } = writing('fi', 'Mt', page);

const quoted = (name: string): string => `”${name}”`;

export const servers = {
  server: {
    tryingAgain: (what: string, seconds: number) => `${what} Uusi yritys ${seconds} sekunnin kuluttua.`,
    tooLarge: (source: string, kind: 'bytes' | 'values', most: number) =>
      told(
        `${source} lähettää liian suuren vastauksen: yli ${kind === 'bytes' ? megabytes(most) : `${number(most)} arvoa`}.`,
        'Pyydä vähemmän kerralla (--page-size) tai ilmoita palvelimen ylläpitäjälle.',
      ),
    nothingThere: (source: string, path: string, status: number) =>
      told(`${source}: osoitteessa ${path} ei ole mitään (${status}).`, 'Tarkista osoite.'),
    moved: (source: string, status: number, place: string | undefined) =>
      told(
        `${source} on muuttanut (${status})${place === undefined ? '' : ` osoitteeseen ${place}`}.`,
        'Anna uusi osoite. Ohjelma ei lähetä tunnuksia sinne automaattisesti.',
      ),
    half: (source: string, length: number) =>
      told(
        `${source} lähetti puolikkaan vastauksen: ${number(length)} merkkiä JSONia ilman loppua.`,
        'Aja uudelleen. Jos se ei auta, pyydä vähemmän kerralla (--page-size).',
      ),
    notJson: (source: string, type: string | undefined, answer: string) =>
      told(
        `${source} lähetti jotakin muuta kuin JSONia (${type ?? 'tyyppiä ei kerrota'}): ${answer === '' ? 'tyhjän vastauksen' : quoted(answer)}.`,
        'Tarkista osoite: välissä voi olla kirjautumis- tai huoltosivu.',
      ),
    badRequest: (source: string, status: number, answer: string) =>
      told(
        `${source} ei hyväksy pyyntöä (${status})${answer === '' ? '' : `: ${quoted(answer)}`}.`,
        'Tarkista osoite. Jotkin LRS:t vastaavat näin, kun avain tai salaisuus on väärä.',
      ),
    refused: (source: string, status: number) =>
      told(
        `${source} ei hyväksy tunnuksia (${status}).`,
        status === 401 ? 'Tarkista, että ne ovat oikein ja yhä voimassa.' : 'Pyydä niille lukuoikeus.',
      ),
    overloaded: (source: string, status: number, seconds: number | undefined) =>
      told(
        `${source} ei voi vastata nyt (${status}).${seconds === undefined ? '' : ` Se pyytää odottamaan ${seconds} sekuntia.`}`,
        'Aja myöhemmin uudelleen.',
      ),
    silent: (source: string, seconds: number) =>
      told(`${source} ei vastannut ${seconds} sekunnissa.`, 'Aja myöhemmin uudelleen tai anna lisää aikaa valitsimella --timeout.'),
    unreached: (source: string, reason: string) =>
      told(`${source}: yhteyttä ei saada, tai se katkesi (${reason}).`, 'Tarkista osoite ja verkkoyhteys, tai aja myöhemmin uudelleen.'),
  },
  lrs: {
    circle: (source: string) =>
      told(`${source} kiertää kehää: sen ”more” johtaa sivulle, joka on jo luettu.`, 'Ilmoita LRS:n ylläpitäjälle.'),
    withoutNews: (source: string, pages: number) =>
      told(`${source} ei lopu: ${number(pages)} peräkkäistä sivua ei tuonut yhtään uutta lausumaa.`, 'Ilmoita LRS:n ylläpitäjälle.'),
    tooManyPages: (source: string, pages: number) =>
      told(`${source} ei lopu: sivuja on yli ${number(pages)}.`, 'Ilmoita LRS:n ylläpitäjälle.'),
    noStatements: (source: string) =>
      told(`${source} lähetti JSONia, jossa ei ole lausumien luetteloa.`, 'Tarkista, että osoite on xAPI-osoite.'),
    noAddress: (source: string) => told(`${source} lähetti arvon ”more”, joka ei ole osoite.`, 'Ilmoita LRS:n ylläpitäjälle.'),
    read: (source: string, statements: number, ours: number, voidings: number) =>
      `${source}: xAPI-lausumia (statements) ${number(statements)}, joista tämän kurssin suorituksia ja aloituksia ${number(ours)}. Mitätöintejä ${number(voidings)}.`,
    foreign: (count: number) => `Lausumia, jotka eivät koske tätä kurssia eikä sen luokkia: ${number(count)}. Ne on jätetty pois.`,
    notLookedAt: (count: number) =>
      `Mitätöityjä lausumia, joita ei voitu tarkistaa: ${number(count)}. Ajokortti, joka perustui sellaiseen lausumaan, voi yhä näkyä.`,
    storedLate: (count: number) =>
      `Suorituksia, jotka on tallennettu yli vuosi lausumassa kerrotun päivän jälkeen: ${number(count)}. Näin kuuluu olla, jos lausumat on siirretty toisesta LRS:stä. Muuten oppijan koneen kello on ollut jäljessä, ja päivä on liian aikainen.`,
    broken: (id: string | undefined, lack: 'statement' | 'id' | 'actor' | 'time') =>
      `Lausumaa${id === undefined ? '' : ` ${id}`} ei ymmärretä, joten se on jätetty pois: ${{ statement: 'se ei ole lausuma', id: 'tunniste puuttuu', actor: 'tekijä ei ole yksi henkilö', time: 'aika puuttuu' }[lack]}.`,
  },
  moodle: {
    says: (source: string, request: string, message: string, code: string) =>
      `${source} vastasi pyyntöön ${request}: ”${message}” (${code === '' ? 'ei koodia' : code}).`,
    next: {
      refused:
        'Tarkista, että token on oikein, että sen palvelussa on tämä funktio ja että sen käyttäjä näkee kurssin osallistujat ja raportit.',
      'not-found': 'Tarkista numero, jonka annoit valitsimella --course.',
      unavailable: 'Aja myöhemmin uudelleen.',
      unreadable: 'Kysy Moodlen ylläpitäjältä, mitä tämä tarkoittaa.',
    },
    lacksCapability: (source: string, capability: string) =>
      told(
        `${source} ei hyväksy tokenia (missing capability: ${capability}).`,
        `Anna tokenin käyttäjälle järjestelmätason roolissa oikeus ${capability}.`,
      ),
    refusesAll: (source: string, message: string, code: string) =>
      told(
        `${source} hylkää jokaisen funktion: ”${message}” (${code}). Todennäköisesti tokenin käyttäjältä puuttuu oikeus webservice/rest:use, mitä Moodle ei kerro.`,
        'Anna oikeus käyttäjän järjestelmätason roolissa. Jos se ei auta, tarkista, että palvelu on käytössä ja sallittu tälle käyttäjälle ja tämän koneen osoitteesta.',
      ),
    lacksFunctions: (source: string, message: string, code: string, functions: readonly string[]) =>
      told(
        `${source} vastasi: ”${message}” (${code}). Tokenin palvelusta puuttuvat nämä funktiot: ${functions.join(', ')}.`,
        'Lisää ne sinne: Sivuston ylläpito > Palvelin > Verkkopalvelut > Ulkoiset palvelut (Site administration > Server > Web services > External services).',
      ),
    isProtocolOff:
      'Tarkista, että Moodlen verkkopalvelut (web services) ja REST-protokolla ovat käytössä ja ettei Moodlen edessä ole kirjautumista.',
    unknownShape: (source: string, request: string, places: readonly string[]) =>
      told(
        `${source} vastasi pyyntöön ${request} muodossa, jota ei tunneta (${places.map((place) => place || 'koko vastaus').join(', ')}).`,
        'Tarkista Moodlen versio: tunnetut ovat 4.1–5.',
      ),
    noActivity: (source: string, course: number, manifest: string, others: readonly (readonly [name: string, manifests: string])[]) =>
      told(
        `${source}: kurssilla ${course} ei ole aktiviteettia, jossa on paketti ”${manifest}”. ${
          others.length === 0
            ? 'Siellä ei ole yhtään SCORM-aktiviteettia.'
            : `Sen SCORM-aktiviteetit: ${names(others.map(([name, manifests]) => `”${name}” (${manifests || 'ei manifestia'})`))}.`
        }`,
        'Tarkista numero, jonka annoit valitsimella --course, ja se, että tokenin käyttäjä näkee aktiviteetin.',
      ),
    read: (source: string, course: number, learners: number, anew: number, activities: readonly string[]) =>
      `${source}, kurssi ${course}: ${counted(learners, 'oppija', 'oppijaa')}, uudelleen luettuja ${number(anew)}. Aktiviteetti: ${activities.map(quoted).join(', ')}.`,
    neverIn: (count: number) =>
      `Käyttäjätunnuksia, joita ei ole vahvistettu tai jotka on poistettu: ${number(count)}. Moodle ei kerro, mitä niillä on tehty.`,
    markedAsDone: (count: number) =>
      `Oppijoita, joilla on ajokortti vain siksi, että he ovat itse merkinneet aktiviteetin tehdyksi (”Mark as done”): ${number(count)}. Jos näin ei pidä olla, valitse Moodlessa aktiviteetin suorituksen seurantaan ehto ”Suoritettu” (Add requirements, Completed).`,
    openedOnly: (count: number) =>
      `Oppijoita, joiden aktiviteetti on Moodlessa suoritettu pelkästään siksi, että he ovat avanneet sen: ${number(count)}. Se ei ole ajokortti. Vaihda suorituksen ehdon ”Katselu” (View) tilalle ”Suoritettu” (Completed).`,
    elsewhere: (count: number) =>
      `Oppijoita, jotka ovat suorittaneet kurssisivulla cmi5- tai xAPI-aktiviteetin mutta eivät ole tehneet mitään ajokortin SCORM-aktiviteetissa: ${number(count)}. He näkyvät tilanteessa ”Ei aloitettu”. Jos se aktiviteetti on myös ajokortti, lue sen LRS samassa ajossa (--lrs).`,
  },
};

export type ServersText = typeof servers;
