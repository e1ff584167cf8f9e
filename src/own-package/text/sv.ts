import type { OwnPackageText } from './fi.ts';

/** The same in Swedish, as it is written in Finland. */
export const sv: OwnPackageText = {
  title: 'Eget paket av kursen',
  lead: 'På den här sidan gör du din kommuns eget paket av kursen: du ger ett färdigt paket, fyller i uppgifterna och får ett nytt paket som du kan ta in i lärplattformen.',
  privacy: 'Ingenting skickas någonstans: paketet läses och görs i den här webbläsaren.',
  noScript: 'Sidan behöver JavaScript. Tillåt det i webbläsarens inställningar.',
  language: 'Språk',
  /** The words around it: what is said of each LMS is in `lms-advice.ts`. */
  lms: {
    head: 'Vilket paket?',
    which: 'Lärplattform som paketet ska till',
    choose: 'Välj',
    take: 'Ta paketet',
    or: 'eller',
    settings: 'Inställningar på lärplattformen',
    sure: 'Hur vi vet det här',
    sureness: {
      run: 'Paketen har körts i systemet eller i dess egen körmiljö.',
      read: 'Läst i systemets källkod.',
      told: 'Enligt systemets tillverkare eller användare. Vi har inte själva sett det.',
      unknown: 'Det finns ingen uppgift. Testa först.',
    },
    presetDone: 'Inställningarna är valda i formuläret.',
    preset: 'Välj kursens inställningar enligt detta',
    test: 'Öppna kursen som deltagare när paketet är på plats, och testa på sidan Tekniska uppgifter (Tekniset tiedot) att den sparar.',
  },
  package: {
    head: 'Paket',
    drop: 'Släpp paketet (zip) här eller välj det. Paketet finns i samma mapp som den här sidan.',
    choose: 'Välj paket',
    reading: 'Paketet läses…',
    file: 'Fil',
    standard: 'Standard',
    version: 'Innehållets version',
    languages: 'Språk',
    course: 'Kursens id',
    manifest: 'Paketets id',
    classes: 'Klassernas id',
    questions: 'Frågor',
    names: {
      scorm12: 'SCORM 1.2',
      'scorm2004-3rd': 'SCORM 2004, 3rd Edition',
      'scorm2004-4th': 'SCORM 2004, 4th Edition',
      web: 'webbsida utan lärplattform',
      xapi: 'xAPI',
      cmi5: 'cmi5',
    },
    languageNames: { fi: 'finska', sv: 'svenska', en: 'engelska' },
    sameIds:
      'Alla id förblir desamma, så deltagarnas svar och slutförda klasser finns kvar när du tar in det nya paketet i stället för det gamla.',
    problem: {
      large: 'är för stor för att vara ett paket av kursen. Välj en zip-fil i samma mapp som den här sidan.',
      'no-zip': 'är ingen zip-fil. Välj paketet som det är, utan att packa upp det.',
      foreign: 'är en zip-fil men inget paket av den här kursen.',
      damaged: 'är skadad: delar saknas eller har ändrats. Ladda ner paketet på nytt.',
      later: 'är nyare än den här sidan. Använd den sida som finns i samma mapp som paketet.',
    },
    unread: 'går inte att öppna. Välj den på nytt.',
    earlier: 'är en äldre version vars inställningar inte kan ändras här. Ge ett nyare paket.',
    kept: 'Paketet som du gav tidigare och det som du har fyllt i finns kvar.',
  },
  settings: {
    head: 'Uppgifter och inställningar',
    before: 'Fyll i uppgifterna här när du har gett ett paket. Bara de inställningar visas som har betydelse i paketets standard.',
    organization: 'Kursens anordnare',
    organizationHelp: 'Kommunen eller biblioteket som erbjuder kursen. Visas i tillgänglighetsutlåtandet och på dataskyddssidan.',
    authority: 'Tillsynsmyndighet för tillgängligheten',
    authorityHelp:
      'Myndigheten och adressen dit anmälan görs, till exempel: Transport- och kommunikationsverket Traficom, https://www.tillganglighetskrav.fi. Kontrollera att myndigheten är rätt innan du använder uppgiften.',
    assessed: 'Tillgänglighetsutlåtandets datum',
    assessedHelp: 'Den dag då utlåtandet gjordes upp eller granskades.',
    gaps: 'Kända brister i tillgängligheten',
    gapsHelp:
      'Varje brist på en egen rad: vad som inte är tillgängligt och hur man får samma sak på annat sätt. Lämna tomt om inga brister är kända.',
    accent: 'Länkarnas och knapparnas färg',
    accentHelp: 'Till exempel #0c4a80. Lämna tomt om kursens egen färg duger. Mörka sidor får en ljusare nyans av samma färg.',
    band: 'Logotypens bakgrund och linjen upptill',
    bandHelp: 'Till exempel #ffcc00. Visas på omslaget bakom logotypen eller anordnarens namn.',
    takeNearest: (colour: string) => `Ta ${colour}`,
    sample: 'Så här ser texten ut',
    logo: 'Logotyp',
    logoHelp: 'SVG, PNG, JPEG eller WebP, högst cirka 30 kB. Visas på omslaget 48 bildpunkter hög.',
    chooseLogo: 'Välj logotyp',
    removeLogo: 'Ta bort logotypen',
    logoAlt: 'Logotypen i ord',
    logoAltHelp: 'Vad som står i logotypen, till exempel kommunens namn. Skärmläsaren läser upp det.',
    noPicture: 'är ingen bild som visas i alla webbläsare. Välj SVG, PNG, JPEG eller WebP.',
    largeLogo: 'är för stor. Förminska bilden till högst 30 kilobyte.',
    contact: 'Kontaktuppgift',
    contactHelp: 'Var deltagaren får mer information: e-postadress, webbadress eller text.',
    defaultLanguage: 'Språk om lärplattformen inte ber om något annat',
    defaultLanguageHelp:
      'Deltagaren ser kursen på det här språket om varken lärplattformen eller webbläsaren ber om något av paketets språk.',
    completeWhen: 'När kursen är genomförd',
    completeWhenChoices: {
      compulsory: { label: 'Genast när körkortet är klart', help: 'Andra klasser kan göras också efter det.' },
      all: {
        label: 'Först när alla klasser är klara',
        help: 'Välj det här eller nästa om lärplattformen inte sparar någonting efter att kursen är genomförd.',
      },
      learner: { label: 'När deltagaren säger sig vara klar', help: 'Körkortet måste vara klart också då.' },
    },
    report: 'Vad som går till rapporterna',
    reportChoices: {
      answers: { label: 'Slutförda klasser och svar', help: 'Svaren syns för dem som har rätt att läsa lärplattformens rapporter.' },
      completion: { label: 'Bara slutförda klasser', help: 'Svaren finns kvar i deltagarens egen lagring.' },
    },
    statusWhenComplete: 'Ordet för genomförd',
    statusWhenCompleteChoices: {
      completed: { label: 'completed', help: 'Det vanliga.' },
      passed: { label: 'passed', help: 'Om lärplattformen väntar sig just det. Byt inte ord när kursen redan är i bruk.' },
    },
    overflow: 'Om svaren inte ryms (4 096 tecken)',
    overflowChoices: {
      pages: { label: 'Resten sparas i målen', help: 'De blir kolumner i lärplattformens målrapport.' },
      warn: { label: 'Deltagaren får veta det', help: 'Målen används inte. Kursen erbjuder en kopia av svaren.' },
    },
    wipes: 'Lärplattformen raderar svaren när kursen är genomförd',
    wipesHelp: 'Så gör Frappe LMS och Fuse. Om du väljer det här erbjuder kursen svaren som fil innan den markeras som genomförd.',
    lrs: 'Servrar som svaren får skickas till (LRS)',
    lrsHelp:
      'Servrarnas namn, till exempel lrs.exempel.fi. Räkna också upp lärplattformens server om den är en annan än LRS:en. Då skickar kursen ingenting någon annanstans. Om fältet är tomt frågar kursen deltagaren innan den skickar svar till en annan server.',
  },
  faults: {
    missing: 'Skriv något här.',
    host: (written: string) => `”${written}” är inget servernamn. Skriv bara namnet utan sökväg, till exempel lrs.exempel.fi.`,
    noColour: 'Skriv färgen i formen #0c4a80.',
    contrast: (nearest: string) => `Färgen syns inte tillräckligt väl (kontrasten är under 7:1). Den närmaste som syns är ${nearest}.`,
    count: (count: number) => (count === 1 ? 'En punkt måste rättas.' : `${count} punkter måste rättas.`),
  },
  update: {
    head: 'Vad uppdateringen ändrar',
    lead: 'Om lärplattformen redan har ett äldre paket kan du ge det här. Du ser vad som händer för deltagarna när du tar in det nya paketet i stället.',
    choose: 'Välj det gamla paketet',
    before: 'Ge först det nya paketet.',
    of: (older: string, newer: string) => `${older} → ${newer}`,
    nothing: 'Deltagarna märker inget av uppdateringen: alla id är desamma och varje svar finns på sin plats.',
    safe: 'Inget svar försvinner ur sikte.',
    loss: 'Observera: något som deltagarna har gjort syns inte längre efter uppdateringen.',
    unveils: 'Observera: svar som deltagarna har skrivit bara för sig själva går till rapporterna efter uppdateringen.',
    finding: {
      standard: (before: string, after: string) =>
        `Standarden byts (${before} → ${after}). Lärplattformen kopplar inte det som redan har slutförts till det nya paketet, så allt börjar från början. Ta samma paket som förut.`,
      course: (before: string, after: string) =>
        `Kursens id byts (${before} → ${after}). I xAPI- och cmi5-paket börjar allt från början, och förteckningen över slutförda klasser kopplar inte längre ihop det som har slutförts förut.`,
      shape: (before: string, after: string) =>
        `Paketen är olika kurser: förut ”${before}”, nu ”${after}”. Ersätt inte den ena med den andra. Lägg in det nya paketet som en egen kurs på lärplattformen, så finns det tidigare arbetet kvar. Deltagaren kan flytta sina svar med en fil.`,
      older: (before: string, after: string) => `Det nya paketets innehåll är en äldre version än det nuvarande (${before} → ${after}).`,
      language: 'Ett språk tas bort. De som använde det ser kursen på dess huvudspråk. Svaren finns kvar.',
      'removed-class':
        'En klass tas bort. Den syns inte längre på någons körkort. Det som redan har rapporterats finns kvar på lärplattformen.',
      'removed-field': 'En fråga tas bort. Svaren på den finns kvar i deltagarens lagring och fil, men kursen visar dem inte längre.',
      'removed-option': 'Ett alternativ tas bort. Den som hade valt det ser frågan som obesvarad.',
      retyped: 'Frågan byter slag. Det gamla svaret passar inte den nya frågan, så kursen visar det inte.',
      renamed: 'Ett id byts. Svaren flyttas av sig själva till det nya.',
      'new-class':
        'En ny klass. Om den är obligatorisk krävs den också för ett körkort som inte är klart. Klasser som redan är klara förblir det.',
      'new-field': 'En ny fråga. En uppgift som inte är klar kan få mer att göra. Klasser som redan är klara förblir det.',
      'licence-later':
        'Körkortet får en ny regel som gäller från och med den dag som anges nedan. Den som har fått körkortet före det behåller det.',
      'licence-stricter':
        'Körkortets regel byts utan startdag, och den nya kräver något annat än den gamla. Någon som redan har körkortet kan förlora det. Låt den gamla regeln stå kvar och skriv den nya under den med en dag (from).',
      'licence-eased': 'Det krävs mindre än förut för körkortet. En del av deltagarna får det genast när de öppnar kursen.',
      'valid-for':
        'Körkortets giltighetstid ändras. Den nya tiden gäller också körkort som redan har tagits, och den syns i uppgifterna om slutförda klasser när sidan eller kommandot för dem har gjorts av den här kursen.',
      'class-later': 'Klassen får en ny regel som gäller från och med den dag som anges nedan. Klasser som redan är klara förblir det.',
      'class-changed':
        'Klassens regel byts utan startdag. Klasser som redan är klara förblir det, men en påbörjad klass kan kräva något annat än deltagaren har läst.',
      unveiled:
        'Frågan är inte längre privat (private). Också de svar som deltagaren redan har skrivit bara för sig själv går till rapporterna när hen öppnar kursen nästa gång. Skriv tillbaka private: true, eller ge frågan ett nytt id.',
      required:
        'En fråga som inte behövde besvaras är nu obligatorisk. En uppgift som inte är klar får mer att göra. Klasser som redan är klara förblir det.',
      shortened:
        'Svaret får vara kortare än förut (maxLength). Det som redan är skrivet finns kvar, men ett svar i deltagarens fil som är längre än så läses inte in på nytt.',
    },
    setting: {
      statusWhenComplete:
        'Ordet för genomförd byts. Det som redan har slutförts har kvar det gamla ordet: lärplattformen kan betrakta det som oavslutat.',
      report: 'Rapporteringen ändras. Det som redan har rapporterats finns kvar på lärplattformen.',
      completeWhen: 'Villkoret för genomförd ändras. Kurser som redan är markerade som genomförda förblir det.',
      lrs: 'Förteckningen över tillåtna servrar ändras. Om deltagarens server inte finns i den öppnas kursen inte därifrån.',
    },
    ids: (count: number, ids: string) => (count === 1 ? ids : `${count}: ${ids}`),
  },
  make: {
    head: 'Nytt paket',
    button: 'Gör paketet',
    before: 'Ge först ett paket.',
    made: (name: string, kilobytes: string) =>
      `Paketet är gjort och kontrollerat: ${name} (${kilobytes} kB). Webbläsaren sparade det bland nedladdade filer.`,
    next: 'Ta in paketet i lärplattformen i stället för det förra, med samma namn. Om webbläsaren lade till en siffra i namnet, ta bort den. Testa sedan på kursens sida Tekniska uppgifter (Tekniset tiedot) att den sparar.',
    missing: (what: string) =>
      `I paketet saknas fortfarande: ${what}. Uppgiften är utelämnad från tillgänglighetsutlåtandet och dataskyddssidan.`,
    refused: 'Paketet gjordes inte, eftersom det inte klarar kontrollen:',
    fault: {
      'launch-size': 'När kursen öppnas skulle för mycket data överföras. Förkorta texterna.',
      'zip-size': 'Paketet skulle bli för stort. Förkorta texterna.',
    },
  },
  fault: (reason: string) => `Sidan har ett fel: ${reason}. Öppna sidan på nytt och meddela felet till kursens utgivare.`,
};
