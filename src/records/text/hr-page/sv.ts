import { listed } from '../../counted.ts';
import type { HrPageText } from './fi.ts';

/** @param count how many names are left out of a list */
const more = (count: number): string => `${count} till`;

/** The words of HR's page in Swedish. */
export const sv: HrPageText = {
  title: (course) => `${course}: slutförda klasser`,
  lead: 'På den här sidan ser du vem som har slutfört vilken klass i körkortet och när. Ge sidan de rapporter som du har laddat ner från lärplattformen, och personallistan om du har en.',
  privacy: 'Ingenting skickas någonstans: filerna läses i den här webbläsaren, och när du stänger sidan finns inget kvar av dem.',
  language: 'Språk',
  noScript: 'Sidan behöver JavaScript. Tillåt det i webbläsarens inställningar.',
  files: {
    head: 'Filer',
    drop: 'Släpp filer eller en mapp här, eller välj dem. Du kan ge flera på en gång och fler senare.',
    choose: 'Välj filer',
    chooseFolder: 'Välj mapp',
    whereFrom: 'Var hittar jag filerna?',
    whereFromMoodle: [
      'Öppna körkortets aktivitet i Moodle och bland dess rapporter grundrapporten (Basic report). Ladda ner den som text. Om du får välja vilka som är med i rapporten, välj alla användare.',
      'Öppna Slutförande av aktiviteter (Activity completion) bland kursens rapporter och ladda ner den som kalkylblad (.csv). Den visar det exakta datumet för körkortet.',
      'Släpp båda här, och därtill personallistan med anställningsnummer, e-postadress eller användarnamn samt enhet.',
    ],
    whereFromClasses:
      'Grundrapporten och rapporten om slutförande visar körkortet, men inte de valfria klasserna. Klasserna finns i interaktionsrapporten (Interactions report). Den innehåller också deltagarnas svar, så ladda ner den bara om du får se dem.',
    whereFromOther: 'En rapport från en annan lärplattform duger som CSV- eller Excel-fil. Sidan frågar vilken kolumn som är vilken.',
    list: 'Tillagda filer',
    remove: (name) => `Ta bort ${name}`,
    removeShort: 'Ta bort',
    asStaff: 'Läs som personallista',
    asReport: 'Ange kolumnerna',
    asCompletions: 'Läs som rapport',
    reading: (rows) => `Läser… ${rows} rader`,
    kinds: {
      'activity-completion': 'Moodles rapport om slutförande av aktiviteter',
      basic: 'Moodles grundrapport för SCORM',
      interactions: 'Moodles interaktionsrapport för SCORM',
      objectives: 'Moodles målrapport för SCORM',
      mapped: 'Rapport vars kolumner har angetts',
    },
    rows: (count, written) => (count === 1 ? '1 rad läst' : `${written} rader lästa`),
    staff: (count, written) => (count === 1 ? 'Personallista: 1 person' : `Personallista: ${written} personer`),
    map: 'Kolumnfil: kolumnerna är nu kända',
    same: (name) => `${name} har redan lagts till och lästes därför inte på nytt.`,
    notOpened: (names) => `Kunde inte öppnas och lästes därför inte: ${names}. Kontrollera att filen finns och att du får öppna den.`,
    skipped: (names) => `Ur mappen lästes inte: ${names}. Rapporternas namn slutar på .csv, .tsv, .txt eller .xlsx.`,
    more,
    parts: (names) =>
      `Utifrån namnet räknas de här som delar av körkortet: ${listed(
        names.map((name) => `”${name}”`),
        ', ',
        more,
      )}. Om någon av dem inte är en del av körkortet, ge den ett annat namn i Moodle och ladda ner rapporten på nytt.`,
    notes: {
      'without-questions':
        'Rapporten saknar frågornas id. Välj ”Frågetext” (Question text) i rapportens inställningar i Moodle och ladda ner rapporten på nytt, så syns klasserna och datumen för dem.',
      'unsure-items':
        'Varken datum eller läge har valts i rapporten, så varje rad räknas som slutförd. Välj någotdera om rapporten har det.',
      'unsure-activity':
        'Grundrapporten säger inte vilken aktivitet den gäller, och det framgår inte heller av filens namn. Kontrollera att rapporten har laddats ner från körkortets aktivitet. Byt inte namn på filer som du laddar ner: rapporten om en enskild del känns igen bara på filens namn.',
    },
    noRows:
      'Rapporten innehåller inga personer. Om det borde finnas personer, välj alla användare i Moodle och ladda ner rapporten på nytt.',
    breaksOff:
      'Filens sista rad är avbruten. Den har utelämnats, och fler rader kan saknas. Ladda ner filen på nytt. Om filen är hel, lägg till en radbrytning i slutet.',
    otherSheets:
      'Bara det första bladet i filen lästes, trots att det finns uppgifter också på andra blad. Om de gäller personer eller slutförda klasser, spara varje blad som en egen fil och ge alla filerna.',
    staffByNameOnly: (count, names) =>
      `Personer på listan med enbart namn: ${count}${names && ` (${names})`}. På en sådan rad står alltid ”Inte påbörjat”, vad personen än har slutfört. Skriv på listan det anställningsnummer, den e-postadress eller det användarnamn som lärplattformen känner igen personen på.`,
    monthFirst:
      'Datumen i filen tycks ha månaden först, som i USA. Sidan läser 3/4/2026 som den 3 april, så datumen kan vara fel. Ladda ner rapporten på nytt och ge den till sidan utan att öppna den i ett kalkylprogram däremellan.',
    monthFirstMapped:
      'Datumen i filen tycks ha månaden först, som i USA. Sidan läser 3/4/2026 som den 3 april, så datumen kan vara fel. Ange kolumnerna på nytt och välj under ”Datum och egna ord” hur datumen läses.',
    nameless: (count) => `Rader där det inte framgår vem det gäller: ${count}. Sådana rader har utelämnats.`,
    byNameOnly: (count) => `Rader med enbart namn: ${count}. Personer med samma namn räknas som en.`,
    doubts: (count, column, examples, hasDayToCome) =>
      `I kolumnen ”${column}” finns celler som inte går att förstå: ${count}. Till exempel ${examples.map((cell) => `”${cell}”`).join(', ')}. Sådana har utelämnats.${hasDayToCome ? ' Ett datum i framtiden kan inte vara den dag då något slutfördes. Kontrollera att dag och månad står i rätt ordning och att kolumnen innehåller slutförandedatum.' : ''}`,
    asksAnswers:
      'Rapporten innehåller deltagarnas svar. Sidan läser bara datumen för klasserna ur den och visar inga svar, men läs den bara om du får behandla svaren. Grundrapporten räcker för körkortet.',
    readIt: 'Läs datumen för klasserna',
    leaveIt: 'Utelämna',
    asksCourse: (part) => `Rapporten gäller aktiviteten ”${part}”, inte körkortet. Är den ändå körkortets rapport?`,
    readOther: 'Ja, läs den',
    asksActivity: 'Vilken av dessa är körkortet?',
    thisIsIt: 'Det är den',
    failed: {
      empty: 'Filen är tom. Ladda ner rapporten på nytt.',
      pdf: 'Det här är en PDF. Ladda ner rapporten som CSV-, text- eller Excel-fil.',
      picture: 'Det här är ingen tabell utan en bild eller ett program. Ladda ner rapporten som CSV-, text- eller Excel-fil.',
      archive: 'Det här är ett ZIP-paket. Packa upp det och ge rapporterna i det.',
      'old-excel': 'Det här är en äldre Excel-fil (.xls). Öppna den i Excel och spara den som .xlsx eller .csv.',
      'open-document':
        'Det här är en OpenDocument-tabell (.ods). Ladda ner rapporten som CSV eller Excel, eller spara tabellen som .xlsx eller .csv.',
      json: 'Det här är en JSON-fil, ingen tabell. Ladda ner rapporten som CSV eller Excel.',
      'web-page':
        'Det här är en webbsida, ingen CSV- eller Excel-fil. Logga in på lärplattformen och ladda ner rapporten på nytt som CSV, text eller Excel.',
      'not-xlsx': 'Filen går inte att läsa som Excel-fil. Öppna den i ett kalkylprogram och spara den på nytt.',
      'broken-off': 'Filen tar slut mitt i eller är ingen tabell. Ladda ner den på nytt.',
      'too-much':
        'Filen har fler celler än sidan kan läsa. Ladda ner rapporten med bara personerna och vad de har slutfört, eller spara den i delar som CSV-filer.',
      'unknown-heads': 'Rapporten känns inte igen. Ange längre ner vilken kolumn som är vilken.',
      'lacks-attempt':
        'Rapporten saknar kolumnen för försök (Attempt). Därför syns det inte vem som har genomfört vad. Ladda ner rapporten på nytt med alla kolumner.',
      'lacks-started':
        'Rapporten saknar kolumnen för startdag (Started on). Därför syns det inte vem som har börjat kursen. Ladda ner rapporten på nytt med alla kolumner.',
      'lacks-score':
        'Rapporten saknar kolumnen för poäng (Score). Därför syns det inte vem som har körkortet. Ladda ner rapporten på nytt med alla kolumner.',
      'lacks-column': 'Rapporten saknar en kolumn som har valts.',
      nobody:
        'Personallistan behöver en kolumn med anställningsnummer, e-postadress eller användarnamn. Rubrikerna kan vara till exempel: anställningsnummer, namn, e-post, enhet, chef.',
      gone: 'Filen går inte längre att läsa. Ge den på nytt.',
    },
    tooLarge: (size, most) =>
      `Filen är för stor: ${size} megabyte. Sidan läser filer på högst ${most} megabyte. Grundrapporten är mindre än interaktionsrapporten. Du kan också ladda ner rapporten i delar, till exempel en grupp i taget, och ge sidan alla delarna.`,
    otherActivities: (names) => `Rapporten har ingen aktivitet med körkortets namn. Den har: ${names}.`,
    wrongMap: (reason) => `Kolumnfilen går inte att förstå: ${reason}`,
    mapReasons: {
      notYaml: (line) => `rad ${line} är inte YAML.`,
      unknownKeys: (keys) => `den har okända nycklar: ${keys}.`,
      wrongValue: (place) => `värdet för ${place} duger inte.`,
      unknownClasses: (classes) => `kursen har ingen klass ${classes}.`,
      lacksWho: 'ingen kolumn säger vem det gäller (email, employeeNumber, account eller name).',
      lacksWhat: 'ingen kolumn säger vad som har slutförts (completed, classes eller item).',
    },
  },
  mapping: {
    head: (name) => `Vilken kolumn är vilken? ${name}`,
    help: 'Sidan har gissat vad kolumnerna innehåller. Rätta gissningarna. Minst en kolumn ska säga vem och en vad som har slutförts.',
    column: 'Kolumn',
    examples: 'Till exempel',
    meaning: 'Vad den innehåller',
    meanings: {
      none: 'Behövs inte',
      name: 'Namn',
      firstName: 'Förnamn',
      lastName: 'Efternamn',
      email: 'E-post',
      employeeNumber: 'Anställningsnummer',
      account: 'Användarnamn',
      unit: 'Enhet',
      manager: 'Chef',
      begun: 'Påbörjat (datum eller ord)',
      completed: 'Hela körkortet (datum eller ord)',
      item: 'Prestationens namn (en rad för varje)',
      itemDay: 'Radens datum',
      itemStatus: 'Radens läge',
    },
    classMeaning: (id) => `Klass ${id} (datum eller ord)`,
    items: 'Vad betyder varje namn?',
    itemsTooMany: 'Kolumnen har för många olika värden för att de ska vara namn på prestationer.',
    itemNone: 'Hör inte till körkortet',
    itemCompleted: 'Hela körkortet',
    itemClass: (id) => `Klass ${id}`,
    dayOrder: 'Hur läses datumet 3/4/2026?',
    dmy: '3 april (Finland)',
    mdy: '4 mars (USA)',
    done: 'Ord som utöver de vanliga betyder ”slutfört”. Skilj dem åt med komma.',
    notDone: 'Ord som betyder att det inte är slutfört. Skilj dem åt med komma.',
    more: 'Datum och egna ord',
    read: 'Läs rapporten så här',
    save: 'Spara kolumnerna som fil',
    load: 'Eller släpp en tidigare sparad kolumnfil (.yaml) på sidan.',
    lacksWho: 'Välj en kolumn som säger vem: namn, e-post, anställningsnummer eller användarnamn.',
    lacksWhat: 'Välj en kolumn som säger vad som har slutförts: hela körkortet, en klass eller prestationens namn.',
    twice: (meaning) => `”${meaning}” har valts för två kolumner. Välj det för bara en.`,
    lacksItem: 'Välj kolumnen med prestationens namn när du väljer radens datum eller läge.',
    file: 'kolumner.yaml',
  },
  settings: {
    head: 'Inställningar',
    validFor: 'Körkortet gäller',
    forever: 'tills vidare',
    units: (count) => (count === 1 ? { y: 'år', m: 'månad', d: 'dag' } : { y: 'år', m: 'månader', d: 'dagar' }),
    validCount: 'Hur många',
    asOf: 'Läget per datum',
    asOfHelp: 'Lämna tomt om du vill ha dagens läge.',
    identify: 'En person känns igen på',
    identifiers: { employee: 'anställningsnummer', email: 'e-post', account: 'användarnamn' },
    identifyNone: 'Välj minst ett.',
    pseudonymous: 'Pseudonymer i stället för namn',
    pseudonymousHelp: 'För statistik. Enheter med färre än fem personer slås ihop. Uppgifterna är ändå personuppgifter.',
    remember: 'Kom ihåg inställningar och kolumner i den här webbläsaren',
    rememberHelp: 'Personer och vad de har slutfört sparas aldrig.',
    notRemembered: 'Webbläsaren låter inte sidan komma ihåg något.',
  },
  result: {
    head: 'Slutförda klasser',
    nothing: 'Här syns vad som har slutförts när du har gett den första rapporten.',
    making: 'Räknar…',
    first: 'De första raderna visas. Resten är på väg.',
    save: 'Spara',
    saveXlsx: 'som Excel-fil',
    saveCsv: 'som CSV-fil',
    saveHtml: 'som sida',
    saveIcs: 'som kalender',
    saveZip: 'enhetsvis (ZIP)',
    zipHelp: 'ZIP-paketet har en egen Excel-fil och kalender för varje enhet, så att chefen bara får sina egna medarbetares uppgifter.',
    zipHelpSheets: 'ZIP-paketet har en egen Excel-fil för varje enhet, så att chefen bara får sina egna medarbetares uppgifter.',
    icsHelp: 'När du i inställningarna väljer hur länge körkortet gäller kan du också spara en kalender över de körkort som går ut.',
    saveHelp: 'De sparade filerna innehåller personuppgifter. Skicka dem bara till dem som har rätt att se dem.',
    saved: (name) => `Sparad: ${name}`,
    fileName: 'korkort',
    notices: 'Observera',
    conflicts: (count, names) =>
      `Anställningsnummer, e-postadresser eller användarnamn som flera personer har: ${count}${names && ` (${names})`}. Ingen har slagits ihop utifrån dem, och det som personen har slutfört kan stå på en egen rad. Ge var och en ett eget nummer eller en egen adress både på personallistan och i lärplattformen.`,
    unlikeNames: (count, names) =>
      `Personer vars uppgifter har olika namn: ${count}${names && ` (${names})`}. Kontrollera om namnet har ändrats eller om två personer har samma anställningsnummer, e-postadress eller användarnamn.`,
    sameNames: (count, names) =>
      `Namn som står på flera rader: ${count}${names && ` (${names})`}. Om raderna gäller samma person är det som personen har slutfört uppdelat på dem: skriv på personallistan den adress eller det nummer som lärplattformen känner igen personen på. Om personen har två konton, skriv två rader på listan: samma anställningsnummer, olika adresser.`,
    ofSeveralUnits: (count, names) =>
      `Personer som finns på personallistan i flera enheter: ${count}${names && ` (${names})`}. Var och en visas bara i den enhet som står först på listan, också i de enhetsvisa filerna.`,
    alike: (count) =>
      `Alla ${count} deltagare har samma namn. Kontrollera att lärplattformen visar de rätta namnen och att rätt kolumn har valts för namnet.`,
    mayHold: (count) =>
      `Personer som kan ha körkortet enligt en tidigare regel: ${count}. Uppgifterna visar inte om de slutförde klasserna innan regeln ändrades. Kontrollera datumen i interaktionsrapporten eller hos personen själv.`,
    undated: (count) =>
      `Slutförda klasser där det inte framgår om de var klara det valda datumet: ${count}. De ingår inte i läget för det datumet.`,
    future: 'Datumet ligger i framtiden: du ser vems körkort då fortfarande gäller enligt det som är känt nu.',
    silent:
      'Rapporten om slutförande säger inte vem som har börjat: de som saknar körkort visas som ”Inte påbörjat”. Ge också grundrapporten.',
    withoutClasses: (count, files) =>
      `Personer som har körkortet men vars klasser ingen rapport visar: ${count}. På en sådan rad syns bara de klasser som behövs för körkortet. Filer där klasser saknas: ${files}.`,
    strangers: (count, names) => `Deltagare som inte finns på personallistan: ${count}${names && ` (${names})`}.`,
    staffOnly: 'Hittills har bara personallistan lästs. Ge också en rapport, så syns vad som har slutförts.',
  },
  fault: (reason) => `Sidan har ett fel och kan inte fortsätta. Öppna den på nytt och anmäl felet till administratören: ${reason}`,
};
