import type { Text } from '../text.ts';

/** What the page says in the place of the course: before it is open, where it cannot be or another tab has it, and once it is closed (`SessionPhase`). */
export const insteadOfCourse: Text['insteadOfCourse'] = {
  opening: 'Kursen öppnas…',
  noLms: {
    title: 'Ingen anslutning till lärplattformen',
    reason: {
      'no-lms': 'Kursen har öppnats utan en lärplattform.',
      'initialize-failed': 'Lärplattformen öppnade inte kursen.',
      'launch-incomplete': 'Lärplattformen öppnade kursen med en bristfällig länk.',
      'fetch-refused': 'Engångstillståndet från lärplattformen är redan använt.',
      'session-over': 'Sessionen är slut. Det händer till exempel när sidan laddas om.',
      unreachable: 'Lärplattformen svarar inte.',
      'barred-site': 'Länken som kursen öppnades med skulle skicka dina svar till en server som inte är tillåten i kursens inställningar.',
      'not-sent': 'Du valde att dina svar inte ska skickas.',
    },
    what: 'Dina svar och uppgiften om vad du har slutfört skickas nu ingenstans. Om du öppnade kursen från lärplattformen, stäng den här sidan och öppna kursen därifrån på nytt.',
    local:
      'Du kan också fortsätta utan anslutning. Det som du tidigare har sparat på lärplattformen finns kvar där, även om det inte syns här. Ny text sparas bara i den här webbläsaren, och andra som använder samma webbläsare kan läsa den. Ta en kopia på sidan Min arbetsbok innan du slutar.',
    goOn: 'Fortsätt i den här webbläsaren',
    details: 'För support',
  },
  unconfirmed: {
    title: 'Vart skickas dina svar?',
    what: (sites) =>
      sites === 1
        ? 'Kursen öppnades med en länk som säger att dina svar, ditt namn och uppgiften om vad du har slutfört skickas till den här adressen:'
        : 'Kursen öppnades med en länk som säger att dina svar, ditt namn och uppgiften om vad du har slutfört skickas till de här adresserna:',
    fromLms: 'Om du öppnade kursen från lärplattformen hör adressen vanligtvis till dess tjänster, och du kan fortsätta.',
    fromElsewhere:
      'Om du fick länken från annat håll, till exempel i ett meddelande, skicka inte dina svar. Öppna kursen från lärplattformen eller fråga dess support vem adressen tillhör.',
    once: 'När du fortsätter frågar kursen inte om detta på nytt i den här webbläsaren.',
    goOn: 'Fortsätt',
    dontSend: 'Skicka inte',
  },
  elsewhere: {
    title: 'Kursen är öppen på en annan flik',
    what: 'Skriv på ett ställe i taget, så går ingenting förlorat. När du fortsätter här finns det som du har skrivit på den andra fliken kvar.',
    takeOver: 'Fortsätt på den här fliken',
  },
  stale: {
    title: 'Din senaste text finns inte på den här sidan',
    what: 'Den här webbläsaren har tydligen redan visat en nyare version av dina svar än den som öppnades nu. Kanske tog webbläsaren fram sidan ur sitt minne. Eller så har kursen samtidigt varit öppen på en annan enhet, och versionen som sparades där har ersatt den nyare.',
    reload:
      'Stäng först sidan och öppna kursen på nytt från lärplattformen. Om du ser det här meddelandet också då finns den nyare versionen troligen inte längre på lärplattformen. Stäng då kursen på dina andra enheter, fortsätt från den här versionen och kontrollera på sidan Min arbetsbok om något saknas.',
    goOn: 'Fortsätt från den här versionen',
  },
  closing: {
    title: 'Kursen stängs',
    saving: 'Ditt arbete sparas. Håll sidan öppen tills du ser att allt är sparat.',
    notSaved: 'Allt är inte sparat ännu',
    trying: 'Ett nytt försök pågår.',
    again: 'Försök på nytt',
    stay: 'Tillbaka till kursen',
    unsaved: 'Avsluta ändå',
  },
  closed: {
    title: 'Kursen är stängd',
    saved: 'Ditt arbete är sparat. Du kan stänga den här sidan.',
    sent: 'Ditt arbete har skickats till lärplattformen. Du kan stänga den här sidan. Nästa gång du öppnar kursen kontrollerar den att allt har kommit fram.',
    local: 'Ditt arbete är sparat i den här webbläsaren. Du kan stänga den här sidan.',
    removed: 'Dina svar har tagits bort från den här webbläsaren. Du kan stänga den här sidan.',
    browse: 'Du tittade på kursen, så ingenting sparades. Du kan stänga den här sidan.',
    saving: 'Ditt arbete sparas fortfarande. Håll sidan öppen en stund.',
    notSaved: 'Allt hann inte fram till lärplattformen.',
    comesAlong:
      'När du öppnar kursen på den här enheten i samma webbläsare skickas den del som saknas på nytt. Ta för säkerhets skull också en kopia.',
    bringCopy: 'När du öppnar kursen på nytt, hämta in kopian på sidan Min arbetsbok.',
    wayBack: (host) => `Tillbaka till ${host}`,
  },
};
