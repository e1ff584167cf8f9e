import type { CourseSettings } from '../../course/settings.ts';
import { hostOf } from '../host-of.ts';
import type { Text } from '../text.ts';
import { givenDay, listed } from './days-and-numbers.ts';

const reported: Readonly<Record<CourseSettings['report'], string>> = {
  answers:
    'Till lärplattformens rapporter går uppgiften om vilka klasser du har fått och vad du har svarat på varje fråga. De som har rätt att läsa rapporterna ser det. Fråga din chef vilka de är på din arbetsplats. Svaren på vissa frågor går inte till rapporterna. Vid de frågorna står det ”Går inte till rapporterna”.',
  completion: 'Till lärplattformens rapporter går uppgiften om vilka klasser du har fått. Dina svar går inte till rapporterna.',
};

const KEPT =
  'Lärplattformen sparar alla dina svar så att du kan fortsätta där du slutade. Den sparar också dem som inte går till rapporterna. Den som administrerar lärplattformen eller datalagret (LRS) kan tekniskt sett läsa även dem.';

/** `docs/statements.md` tells how an answer is voided. */
const REPORTED_EARLIER =
  'Om en tidigare version av kursen redan har skickat ett svar som inte längre går till rapporterna försvinner svaret inte överallt. En SCORM-kurs ersätter det i rapporten med ett tomt svar nästa gång du använder kursen, men i rapporterna över tidigare försök blir svaret kvar. Ett svar som har skickats till ett datalager (LRS) blir kvar där tills en administratör ogiltigförklarar det. Begär det hos den som erbjuder kursen.';

/** Only whoever has assessed the course can say so; the gaps themselves are `gaps:` in content/course.yaml. */
const NO_GAPS = 'Det finns inga kända brister.';

/** The accessibility statement and the privacy page (Act 306/2019, section 9; GDPR, article 13). */
export const particulars: Text['particulars'] = {
  // In 320 pixels the heading breaks there.
  statementPage: 'Tillgänglighets\u00ADutlåtande',
  privacyPage: 'Dataskydd',
  statement: ({ title, organization, contact, authority, assessed, gaps = [] }) => [
    {
      title: '',
      paragraphs: [
        `Det här utlåtandet gäller kursen ${title}.`,
        ...(organization === undefined ? [] : [`Kursen erbjuds av ${organization}.`]),
        ...(assessed === undefined ? [] : [`Utlåtandet har gjorts upp ${givenDay(assessed)}.`]),
        'Lärplattformen där kursen finns har ett eget utlåtande.',
      ],
    },
    {
      title: 'Hur tillgänglig är kursen?',
      paragraphs: [
        'Kursen är gjord för att uppfylla kraven i lagen om tillhandahållande av digitala tjänster (306/2019), det vill säga kriterierna på nivåerna A och AA i WCAG-riktlinjerna.',
        'De som har gjort kursen har granskat den maskinellt och prövat den enbart med tangentbord, på en smal skärm och med förstorad text. Ingen utomstående har bedömt den.',
      ],
    },
    ...(gaps.length === 0 && assessed === undefined
      ? []
      : [{ title: 'Vilka brister finns det?', paragraphs: gaps.length > 0 ? gaps : [NO_GAPS] }]),
    {
      title: 'Berätta om du märker en brist',
      paragraphs: [
        `Kontaktuppgift: ${contact}`,
        'Du får svar inom 14 dagar. Du kan också be att få kursens innehåll i en tillgänglig form.',
      ],
    },
    {
      title: 'Tillsynsmyndighet',
      paragraphs: [
        'Om du inte får svar inom 14 dagar eller inte är nöjd med svaret kan du göra en anmälan till tillsynsmyndigheten.',
        ...(authority === undefined ? [] : [authority]),
      ],
    },
  ],
  privacy: ({ organization, contact, report, lrs = [] }, completed) => [
    {
      title: 'Vem ansvarar för dina personuppgifter?',
      paragraphs: [
        ...(organization === undefined
          ? []
          : [`Kursen erbjuds av ${organization}, som också ansvarar för hur dina personuppgifter behandlas.`]),
        `Mer information: ${contact}`,
      ],
    },
    {
      title: 'Vilka personuppgifter behandlar kursen?',
      paragraphs: [
        'Kursen använder ditt namn och ditt användarnamn, som den får av lärplattformen, och dina svar. På en lärplattform frågar kursen inte efter ditt namn.',
        'Skriv inte kunders namn eller andra personuppgifter i svaren.',
      ],
    },
    {
      title: 'Vad får lärplattformen veta?',
      paragraphs: [
        reported[report],
        KEPT,
        REPORTED_EARLIER,
        completed,
        ...(lrs.length > 0
          ? [`Förutom till kursens egen server skickas uppgifter bara till de här servrarna: ${listed(lrs.map(hostOf))}.`]
          : []),
        'I den förteckning över slutförda klasser som görs för arbetsgivaren står ditt namn, dina klasser och datumen. Där kan också stå ditt anställningsnummer, din e‑postadress, din enhet och din chef. Dina svar finns inte där.',
      ],
    },
    {
      title: 'Vad blir kvar i webbläsaren?',
      paragraphs: [
        'Det kan finnas en kopia av dina svar i webbläsaren tills de har sparats på lärplattformen. Kursen visar inte kopian för andra deltagare. När svaren finns på lärplattformen kan en krypterad kopia bli kvar. Nyckeln till den finns bara på lärplattformen, bland dina egna uppgifter.',
        'Om du öppnar kursen utan en lärplattform finns svaren bara i den webbläsare som du använder.',
      ],
    },
    {
      title: 'Dina rättigheter',
      paragraphs: [
        'Du har rätt att få veta vilka uppgifter det finns om dig och att be att de rättas eller raderas. Begär det hos den som erbjuder kursen.',
        'Du kan också lämna in ett klagomål till dataombudsmannen: https://tietosuoja.fi/sv',
      ],
    },
  ],
};
