/** What the page says in the place of the course: before it is open, where it cannot be or another tab has it, and once it is closed (`SessionPhase`). */
export const insteadOfCourse = {
  opening: 'Avataan kurssia…',
  noLms: {
    title: 'Kurssi ei saanut yhteyttä oppimisympäristöön',
    reason: {
      'no-lms': 'Kurssi on avattu ilman oppimisympäristöä.',
      'initialize-failed': 'Oppimisympäristö ei avannut kurssia.',
      'launch-incomplete': 'Oppimisympäristö avasi kurssin puutteellisella linkillä.',
      'fetch-refused': 'Oppimisympäristön antama kertakäyttöinen lupa on jo käytetty.',
      'session-over': 'Istunto on päättynyt. Niin käy esimerkiksi, kun sivu ladataan uudelleen.',
      unreachable: 'Oppimisympäristö ei vastaa.',
      'barred-site': 'Linkki, jolla kurssi avattiin, veisi vastauksesi palvelimelle, jota ei ole sallittu kurssin asetuksissa.',
      'not-sent': 'Valitsit, ettei vastauksiasi lähetetä.',
    },
    what: 'Suorituksesi ja vastauksesi eivät nyt siirry minnekään. Jos avasit kurssin oppimisympäristöstä, sulje tämä sivu ja avaa kurssi sieltä uudelleen.',
    local:
      'Voit myös jatkaa ilman yhteyttä. Aiemmin tallentamasi vastaukset ovat tallessa oppimisympäristössä, vaikka ne eivät näy tässä. Uusi teksti tallentuu vain tähän selaimeen, ja muut saman selaimen käyttäjät voivat lukea sen. Ota lopuksi kopio Oma työkirja\u00A0-\u2060sivulta.',
    goOn: 'Jatka tässä selaimessa',
    details: 'Tukea varten',
  },
  /** Linkki nimeää vastauksille palvelimen, jota kurssi ei tunne. */
  unconfirmed: {
    title: 'Minne vastauksesi lähetetään?',
    what: (sites: number): string =>
      sites === 1
        ? 'Kurssi avattiin linkillä, jonka mukaan vastauksesi, suorituksesi ja nimesi lähetetään tähän osoitteeseen:'
        : 'Kurssi avattiin linkillä, jonka mukaan vastauksesi, suorituksesi ja nimesi lähetetään näihin osoitteisiin:',
    fromLms: 'Jos avasit kurssin oppimisympäristöstä, osoite kuuluu yleensä sen palveluihin, ja voit jatkaa.',
    fromElsewhere:
      'Jos sait linkin muualta, esimerkiksi viestissä, älä lähetä vastauksiasi. Avaa kurssi oppimisympäristöstä tai kysy sen tuesta, kenen osoite on.',
    once: 'Kun jatkat, tätä ei kysytä tässä selaimessa uudelleen.',
    goOn: 'Jatka',
    dontSend: 'Älä lähetä',
  },
  elsewhere: {
    title: 'Kurssi on auki toisessa välilehdessä',
    what: 'Kirjoita yhdessä paikassa kerrallaan, niin mitään ei katoa. Kun jatkat tässä, toisessa välilehdessä kirjoittamasi säilyy.',
    takeOver: 'Jatka tässä välilehdessä',
  },
  /** What this browser, or the LMS, is known to have had is newer: the learner is told both ways to that, and what to do in each. */
  stale: {
    title: 'Uusin tekstisi ei ole tällä sivulla',
    what: 'Tässä selaimessa on ilmeisesti jo näkynyt uudempi versio vastauksistasi. Ehkä selain palautti sivun muististaan. Tai kurssi oli auki toisella laitteella, ja siellä tallennettu versio korvasi uudemman.',
    reload:
      'Sulje ensin sivu ja avaa kurssi uudelleen oppimisympäristöstä. Jos näet tämän viestin silloinkin, uudempi versio ei luultavasti ole enää oppimisympäristössä. Sulje kurssi silloin muilla laitteilla, jatka tästä versiosta ja tarkista Oma työkirja\u00A0-\u2060sivulta, puuttuuko jotakin.',
    goOn: 'Jatka tästä versiosta',
  },
  closing: {
    title: 'Kurssia suljetaan',
    saving: 'Vastauksiasi tallennetaan. Pidä sivu auki, kunnes näet, että kaikki on tallessa.',
    notSaved: 'Kaikki ei ole vielä tallessa',
    trying: 'Yritetään uudelleen nyt.',
    again: 'Yritä uudelleen',
    stay: 'Palaa kurssille',
    unsaved: 'Lopeta silti',
  },
  closed: {
    title: 'Kurssi on suljettu',
    saved: 'Vastauksesi ovat tallessa. Voit sulkea tämän sivun.',
    sent: 'Vastauksesi on lähetetty oppimisympäristöön. Voit sulkea tämän sivun. Kun avaat kurssin seuraavan kerran, se tarkistaa, että kaikki on perillä.',
    local: 'Vastauksesi ovat tallessa tässä selaimessa. Voit sulkea tämän sivun.',
    removed: 'Vastauksesi on poistettu tästä selaimesta. Voit sulkea tämän sivun.',
    browse: 'Katselit kurssia, joten mitään ei tallennettu. Voit sulkea tämän sivun.',
    saving: 'Vastauksiasi tallennetaan vielä. Pidä sivu auki hetki.',
    notSaved: 'Kaikki ei ehtinyt oppimisympäristöön.',
    comesAlong: 'Kun avaat kurssin tällä koneella samassa selaimessa, puuttuva osa lähetetään uudelleen. Ota varmuuden vuoksi myös kopio.',
    bringCopy: 'Kun avaat kurssin uudelleen, tuo kopio siihen Oma työkirja\u00A0-\u2060sivulla.',
    wayBack: (host: string) => `Palaa osoitteeseen ${host}`,
  },
};
