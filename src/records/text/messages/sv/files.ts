import type { CourseProblem } from '../../../licence-course.ts';
import type { Excess } from '../../../sources/report-limits.ts';
import type { FilesText } from '../fi/files.ts';
import { sv as page } from '../../hr-page/sv.ts';
import { writing } from '../writing.ts';

const { number, counted, megabytes, names } = writing('sv', 'MB', page);

/** What is too much in a file: goes on from its name. */
function tooMuch(excess: Excess): string {
  switch (excess.kind) {
    case 'file':
      return `är för stor: högst ${megabytes(excess.most)} läses`;
    case 'unpacked':
      return `blir ${megabytes(excess.bytes)} när den packas upp, och högst ${megabytes(excess.most)} läses`;
    case 'parts':
      return `har ${number(excess.count)} delar, och högst ${number(excess.most)} läses`;
    case 'part':
      return `innehåller delen ${excess.name}, som är större än paketet uppger`;
    case 'row':
      return `har en rad med fler än ${number(excess.most)} celler: fler läses inte`;
    case 'reach':
      return `når till rad ${number(excess.row)} och kolumn ${number(excess.column)}: högst ${number(excess.cells)} celler i ${number(excess.columns)} kolumner läses`;
  }
}

function wrongCourse(problem: CourseProblem): string {
  switch (problem.kind) {
    case 'not-yaml':
      return `rad ${problem.line} är inte YAML.`;
    case 'unknown-classes':
      return `körkortet (licence) kräver ${problem.classes.join(', ')}, men kursen har ingen sådan klass.`;
    case 'rule':
      return problem.at === ''
        ? 'i slutet av körkortets regel (licence) saknas något.'
        : `körkortets regel (licence) har ett oväntat ord: ”${problem.at}”.`;
    case 'rule-order':
      return 'varje regel för körkortet (licence) utom den första ska ha ett datum (from) som är senare än den föregåendes.';
    case 'period':
      return 'validFor är år, månader eller dagar, högst 100 år: 3y, 18m, 90d.';
    case 'wrong-value':
      return `värdet för ${problem.place} saknas eller duger inte.`;
  }
}

/** What the records command says of files in Swedish, besides the words of HR's page. */
export const files: FilesText = {
  files: {
    unreadable: (path) => [`Filen ${path} går inte att läsa.`, 'Kontrollera sökvägen och läsrätten.'],
    missing: (path) => [`Det finns ingen fil eller mapp ${path}.`, 'Kontrollera sökvägen som du angav med --file.'],
    noReports: (folder, endings) => [
      `Mappen ${folder} har inga rapporter (${endings.join(', ')}).`,
      'Kontrollera sökvägen som du angav med --file.',
    ],
    tooMuch: (file, excess) => [
      `Filen ${file} ${tooMuch(excess)}.`,
      'Ladda ner den på nytt med bara personerna och vad de har slutfört, eller spara den i delar som CSV-filer.',
    ],
    openQuote: (file, line) => [
      `Filen ${file} tar slut mitt i eller är ingen tabell: ett citattecken på rad ${number(line)} saknar sitt par.`,
      'Ladda ner den på nytt.',
    ],
    unknownHeads: (file, heads) => [
      `Filen ${file} är ingen känd rapport. Dess rubriker är: ${names(heads, ' | ')}.`,
      'Ange vilken kolumn som är vilken: --columns kolumner.yaml (om filen inte finns skriver programmet ett utkast). Om filen inte är en rapport, flytta bort den ur mappen.',
    ],
    nameActivity: 'Ange vad körkortet heter där: --activity-name "…". Om det inte finns där, ta inte med filen.',
    lacksMoodles: (file, head) => [
      `Filen ${file} saknar kolumnen ”${head}” i Moodles rapport.`,
      'Ladda ner rapporten på nytt med alla kolumner.',
    ],
    lacksColumn: (file, head, heads) => [
      `Filen ${file} har ingen kolumn ”${head}”. Den har: ${names(heads, ' | ')}.`,
      'Rätta kolumnfilen som du angav med --columns.',
    ],
    itsHeads: (heads) => `Nu är rubrikerna: ${names(heads, ' | ')}.`,
    read: (rows, reports) => `${counted(rows, 'rad', 'rader')}: ${reports.join(', ')}.`,
    unreadSheets: (given, place) => `Inte läst: ${names(given)} (${place}). Spara sådana tabeller som XLSX eller CSV.`,
    unsureItems:
      'Kolumnfilen anger varken datum eller läge för prestationerna, så varje rad räknas som slutförd. Ange item.day eller item.status om rapporten har det.',
    orNameActivity: 'Du kan också ange vad aktiviteten heter: --activity-name "…".',
    monthFirst:
      'Datumen i filen tycks ha månaden först, som i USA. 3/4/2026 läses som den 3 april, så datumen kan vara fel. Ladda ner rapporten på nytt utan att öppna den i ett kalkylprogram emellan, eller läs den med en kolumnfil (dayOrder: mdy).',
  },
  columns: {
    none: (path) => [
      `Kolumnfilen ${path} finns inte.`,
      'Ange också --file, så skriver programmet ett utkast till kolumnfil utifrån rapportens rubriker.',
    ],
    begun: (path, report) => [
      `Det fanns ingen kolumnfil ännu: i ${path} finns nu ett utkast med rubrikerna från ${report}.`,
      'Fyll i det och kör samma kommando på nytt.',
    ],
    unreadable: (path) => [`Kolumnfilen ${path} går inte att läsa.`, 'Kontrollera läsrätten.'],
    mend: 'Rätta den, eller ta bort den så får du ett nytt utkast.',
  },
  course: {
    unreadable: (path) => [`Kursen ${path} går inte att läsa.`, 'Ange sökvägen till kursens course.yaml med --course-file.'],
    notUnderstood: (path, problem) => [`Kursen ${path} går inte att förstå: ${wrongCourse(problem)}`, 'Rätta course.yaml.'],
  },
};
