import type { ServersText } from '../fi/servers.ts';
import { sv as page } from '../../hr-page/sv.ts';
import { writing } from '../writing.ts';

const { number, counted, names } = writing('sv', 'MB', page);

const quoted = (name: string): string => `”${name}”`;

/** What the records command says of an LRS and of Moodle in Swedish. */
export const servers: ServersText = {
  server: {
    tryingAgain: (what, seconds) => `${what} Nytt försök om ${seconds} s.`,
    tooLarge: (source, kind, most) => [
      `${source} skickar ett för stort svar: mer än ${kind === 'bytes' ? `${number(most / 2 ** 20)} MB` : `${number(most)} värden`}.`,
      'Be om mindre åt gången (--page-size), eller meddela den som sköter servern.',
    ],
    nothingThere: (source, path, status) => [`${source}: det finns inget på adressen ${path} (${status}).`, 'Kontrollera adressen.'],
    moved: (source, status, place) => [
      `${source} har flyttat (${status})${place === undefined ? '' : ` till ${place}`}.`,
      'Ange den nya adressen. Nycklarna skickas inte vidare automatiskt.',
    ],
    half: (source, length) => [
      `${source} skickade ett halvt svar: ${number(length)} tecken JSON utan slut.`,
      'Kör på nytt. Om det inte hjälper, be om mindre åt gången (--page-size).',
    ],
    notJson: (source, type, answer) => [
      `${source} skickade något annat än JSON (${type ?? 'ingen typ anges'}): ${answer === '' ? 'ett tomt svar' : quoted(answer)}.`,
      'Kontrollera adressen: det kan finnas en inloggnings- eller underhållssida emellan.',
    ],
    badRequest: (source, status, answer) => [
      `${source} godkänner inte begäran (${status})${answer === '' ? '' : `: ${quoted(answer)}`}.`,
      'Kontrollera adressen. Vissa LRS:er svarar så här när nyckeln eller hemligheten är fel.',
    ],
    refused: (source, status) => [
      `${source} godkänner inte nycklarna (${status}).`,
      status === 401 ? 'Kontrollera att de är rätt och fortfarande gäller.' : 'Be om läsrätt för dem.',
    ],
    overloaded: (source, status, seconds) => [
      `${source} kan inte svara nu (${status}).${seconds === undefined ? '' : ` Den ber dig vänta i ${seconds} s.`}`,
      'Kör på nytt senare.',
    ],
    silent: (source, seconds) => [`${source} svarade inte inom ${seconds} s.`, 'Kör på nytt senare, eller ge mer tid med --timeout.'],
    unreached: (source, reason) => [
      `${source} går inte att nå, eller så bröts förbindelsen (${reason}).`,
      'Kontrollera adressen och nätet, eller kör på nytt senare.',
    ],
  },
  lrs: {
    circle: (source) => [`${source} går i cirkel: dess ”more” leder till en sida som redan är läst.`, 'Meddela den som sköter LRS:en.'],
    withoutNews: (source, pages) => [
      `${source} tar aldrig slut: ${number(pages)} sidor i rad gav inte en enda ny utsaga.`,
      'Meddela den som sköter LRS:en.',
    ],
    tooManyPages: (source, pages) => [
      `${source} tar aldrig slut: det finns mer än ${number(pages)} sidor.`,
      'Meddela den som sköter LRS:en.',
    ],
    noStatements: (source) => [`${source} skickade JSON utan någon lista över utsagor.`, 'Kontrollera att adressen är en xAPI-adress.'],
    noAddress: (source) => [`${source} skickade ett ”more” som inte är en adress.`, 'Meddela den som sköter LRS:en.'],
    read: (source, statements, ours, voidings) =>
      `${source}: xAPI-utsagor (statements) ${number(statements)}, av dem slutföranden och påbörjanden på den här kursen ${number(ours)}. Ogiltigförklaringar ${number(voidings)}.`,
    foreign: (count) => `Utsagor som inte gäller den här kursen eller dess klasser: ${number(count)}. De har utelämnats.`,
    notLookedAt: (count) =>
      `Ogiltigförklarade utsagor som inte gick att läsa: ${number(count)}. Ett körkort som byggde på någon av dem kan fortfarande synas.`,
    storedLate: (count) =>
      `Slutföranden som lagrades mer än ett år efter dagen i utsagan: ${number(count)}. Det är rätt om utsagorna har flyttats från en annan LRS. Annars har klockan i deltagarens dator gått efter, och datumet är för tidigt.`,
    broken: (id, lack) =>
      `Utsagan${id === undefined ? '' : ` ${id}`} går inte att förstå och har utelämnats: ${{ statement: 'den är ingen utsaga', id: 'den saknar id', actor: 'aktören är inte en enda person', time: 'tiden saknas' }[lack]}.`,
  },
  moodle: {
    says: (source, request, message, code) =>
      `${source} svarade på begäran ${request}: ”${message}” (${code === '' ? 'ingen kod' : code}).`,
    next: {
      refused:
        'Kontrollera att nyckeln (token) är rätt, att dess tjänst har den här funktionen och att dess användare ser kursens deltagare och rapporter.',
      'not-found': 'Kontrollera numret som du angav med --course.',
      unavailable: 'Kör på nytt senare.',
      unreadable: 'Fråga Moodles administratör vad det här betyder.',
    },
    lacksCapability: (source, capability) => [
      `${source} godkänner inte nyckeln (missing capability: ${capability}).`,
      `Ge nyckelns användare rätten ${capability} i en roll på systemnivå.`,
    ],
    refusesAll: (source, message, code) => [
      `${source} avvisar varje funktion: ”${message}” (${code}). Troligen saknar nyckelns användare rätten webservice/rest:use, vilket Moodle inte säger.`,
      'Ge rätten i en roll som användaren har på systemnivå. Om det inte hjälper, kontrollera att tjänsten är aktiverad och tillåten för den här användaren och från den här datorns adress.',
    ],
    lacksFunctions: (source, message, code, functions) => [
      `${source} svarade: ”${message}” (${code}). Nyckelns tjänst saknar ${functions.length === 1 ? 'funktionen' : 'funktionerna'} ${functions.join(', ')}.`,
      `Lägg till ${functions.length === 1 ? 'den' : 'dem'}: Webbplatsadministration > Server > Webbtjänster > Externa tjänster (Site administration > Server > Web services > External services).`,
    ],
    isProtocolOff:
      'Kontrollera att Moodles webbtjänster (web services) och REST-protokollet är aktiverade, och att ingen inloggning står framför Moodle.',
    unknownShape: (source, request, places) => [
      `${source} svarade på begäran ${request} i en okänd form (${places.map((place) => place || 'hela svaret').join(', ')}).`,
      'Kontrollera Moodles version: 4.1–5 är kända.',
    ],
    noActivity: (source, course, manifest, others) => [
      `${source}: kursen ${course} har ingen aktivitet med paketet ”${manifest}”. ${
        others.length === 0
          ? 'Den har inte en enda SCORM-aktivitet.'
          : `Dess SCORM-aktiviteter: ${names(others.map(([name, manifests]) => `”${name}” (${manifests || 'inget manifest'})`))}.`
      }`,
      'Kontrollera numret som du angav med --course, och att nyckelns användare ser aktiviteten.',
    ],
    read: (source, course, learners, anew, activities) =>
      `${source}, kurs ${course}: ${number(learners)} deltagare, lästa på nytt ${number(anew)}. Aktivitet: ${activities.map(quoted).join(', ')}.`,
    neverIn: (count) =>
      `${counted(count, 'konto', 'konton')} har aldrig bekräftats eller har raderats. Av Moodle framgår inte vad som har gjorts där.`,
    markedAsDone: (count) =>
      `Deltagare som har körkortet bara för att de själva har markerat aktiviteten som klar (”Mark as done”): ${number(count)}. Om det inte ska vara så, välj i Moodle villkoret ”Slutförd” för aktivitetens slutförande (Add requirements, Completed).`,
    openedOnly: (count) =>
      `Deltagare vars aktivitet är slutförd i Moodle bara för att de har öppnat den: ${number(count)}. Det är inget körkort. Byt villkoret för slutförande från ”Visning” (View) till ”Slutförd” (Completed).`,
    elsewhere: (count) =>
      `Deltagare som har slutfört en cmi5- eller xAPI-aktivitet på kurssidan men inte har gjort något i körkortets SCORM-aktivitet: ${number(count)}. De visas som ”Inte påbörjat”. Om den aktiviteten också är körkortet, läs dess LRS i samma körning (--lrs).`,
  },
};
