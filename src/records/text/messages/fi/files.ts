/** What the records command says of files in Finnish, besides the words of HR's page. */
import type { CourseProblem } from '../../../licence-course.ts';
import type { Excess } from '../../../sources/report-limits.ts';
import { told } from '../told.ts';
import { fi as page } from '../../hr-page/fi.ts';
import { writing } from '../writing.ts';

const { number, counted, megabytes, names } = writing('fi', 'Mt', page);

/** What is too much in a file: goes on from its name. */
function tooMuch(excess: Excess): string {
  switch (excess.kind) {
    case 'file':
      return `on liian suuri: luetaan enintään ${megabytes(excess.most)}`;
    case 'unpacked':
      return `olisi purettuna ${megabytes(excess.bytes)}, mutta luetaan enintään ${megabytes(excess.most)}`;
    case 'parts':
      return `sisältää ${number(excess.count)} osaa, mutta luetaan enintään ${number(excess.most)}`;
    case 'part':
      return `sisältää osan ${excess.name}, joka on suurempi kuin paketti kertoo`;
    case 'row':
      return `sisältää rivin, jolla on yli ${number(excess.most)} solua: enempää ei lueta`;
    case 'reach':
      return `ulottuu riville ${number(excess.row)} ja sarakkeeseen ${number(excess.column)}: luetaan enintään ${number(excess.cells)} solua ${number(excess.columns)} sarakkeesta`;
  }
}

function wrongCourse(problem: CourseProblem): string {
  switch (problem.kind) {
    case 'not-yaml':
      return `rivi ${problem.line} ei ole YAMLia.`;
    case 'unknown-classes':
      return `ajokorttiin (licence) vaaditaan ${problem.classes.join(', ')}, mutta kurssilla ei ole sellaista luokkaa.`;
    case 'rule':
      return problem.at === ''
        ? 'ajokortin säännön (licence) lopusta puuttuu jotakin.'
        : `ajokortin säännössä (licence) on väärä sana: ”${problem.at}”.`;
    case 'rule-order':
      return 'jokaisella ajokortin säännöllä (licence) paitsi ensimmäisellä pitää olla päivä (from), joka on myöhempi kuin edellisen.';
    case 'period':
      return 'validFor on vuosia, kuukausia tai päiviä, enintään 100 vuotta: 3y, 18m, 90d.';
    case 'wrong-value':
      return `kohdan ${problem.place} arvo puuttuu tai ei kelpaa.`;
  }
}

export const files = {
  files: {
    unreadable: (path: string) => told(`Tiedostoa ${path} ei voi lukea.`, 'Tarkista polku ja lukuoikeus.'),
    missing: (path: string) => told(`Tiedostoa tai kansiota ${path} ei ole.`, 'Tarkista polku, jonka annoit valitsimella --file.'),
    noReports: (folder: string, endings: readonly string[]) =>
      told(`Kansiossa ${folder} ei ole raportteja (${endings.join(', ')}).`, 'Tarkista polku, jonka annoit valitsimella --file.'),
    tooMuch: (file: string, excess: Excess) =>
      told(
        `Tiedosto ${file} ${tooMuch(excess)}.`,
        'Lataa se uudelleen niin, että siinä ovat vain henkilöt ja suoritukset, tai tallenna se osina CSV-tiedostoiksi.',
      ),
    openQuote: (file: string, line: number) =>
      told(
        `Tiedosto ${file} katkeaa kesken tai ei ole taulukko: rivillä ${number(line)} on lainausmerkki, jolla ei ole paria.`,
        'Lataa se uudelleen.',
      ),
    unknownHeads: (file: string, heads: readonly string[]) =>
      told(
        `Tiedosto ${file} ei ole tunnettu raportti. Sen otsikot ovat: ${names(heads, ' | ')}.`,
        'Kerro, mikä sarake on mikä: --columns sarakkeet.yaml (jos tiedostoa ei ole, ohjelma kirjoittaa pohjan). Jos tiedosto ei ole raportti, siirrä se pois kansiosta.',
      ),
    nameActivity: 'Kerro, millä nimellä ajokortti siellä on: --activity-name "…". Jos sitä ei siellä ole, jätä tiedosto pois.',
    lacksMoodles: (file: string, head: string) =>
      told(`Tiedostosta ${file} puuttuu Moodlen raportin sarake ”${head}”.`, 'Lataa raportti uudelleen kaikkine sarakkeineen.'),
    lacksColumn: (file: string, head: string, heads: readonly string[]) =>
      told(
        `Tiedostossa ${file} ei ole saraketta ”${head}”. Siinä ovat: ${names(heads, ' | ')}.`,
        'Korjaa saraketiedosto, jonka annoit valitsimella --columns.',
      ),
    itsHeads: (heads: readonly string[]) => `Nyt otsikot ovat: ${names(heads, ' | ')}.`,
    read: (rows: number, reports: readonly string[]) => `${counted(rows, 'rivi', 'riviä')}: ${reports.join(', ')}.`,
    unreadSheets: (given: readonly string[], place: string) =>
      `Lukematta jäi ${names(given)} (${place}). Tallenna taulukot muotoon XLSX tai CSV.`,
    unsureItems:
      'Saraketiedosto ei kerro suoritusten päivää eikä tilaa, joten jokainen rivi lasketaan suoritetuksi. Kerro item.day tai item.status, jos raportissa on se.',
    orNameActivity: 'Voit myös kertoa aktiviteetin nimen: --activity-name "…".',
    monthFirst:
      'Tiedoston päivissä näyttää olevan kuukausi ensin, kuten Yhdysvalloissa. Merkintä 3/4/2026 luetaan huhtikuun kolmanneksi, joten päivät voivat olla väärin. Lataa raportti uudelleen avaamatta sitä välillä taulukko-ohjelmassa tai lue se saraketiedostolla (dayOrder: mdy).',
  },
  columns: {
    none: (path: string) =>
      told(`Saraketiedostoa ${path} ei ole.`, 'Anna myös --file, niin ohjelma kirjoittaa saraketiedoston pohjan raportin otsikoista.'),
    begun: (path: string, report: string) =>
      told(
        `Saraketiedostoa ei vielä ollut: ${path} on nyt pohja, jossa ovat raportin ${report} otsikot.`,
        'Täydennä se ja aja sama komento uudelleen.',
      ),
    unreadable: (path: string) => told(`Saraketiedostoa ${path} ei voi lukea.`, 'Tarkista lukuoikeus.'),
    mend: 'Korjaa se, tai poista se, niin saat uuden pohjan.',
  },
  course: {
    unreadable: (path: string) =>
      told(`Kurssia ${path} ei voi lukea.`, 'Kerro kurssin course.yaml-tiedoston polku valitsimella --course-file.'),
    notUnderstood: (path: string, problem: CourseProblem) =>
      told(`Kurssia ${path} ei ymmärretä: ${wrongCourse(problem)}`, 'Korjaa course.yaml.'),
  },
};

export type FilesText = typeof files;
