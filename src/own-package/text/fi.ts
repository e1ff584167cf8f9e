/** The words of the administrator's page in Finnish. Their shape is the other languages' too. */
import type { PackageFaultCode } from '../../../build/package-error.ts';
import type { PackageName } from '../../../build/packages.ts';
import type { CompleteWhen, Overflow, Report, StatusWhenComplete } from '../../course/settings.ts';
import type { Sureness } from '../lms-advice-entry.ts';
import type { PackageProblem } from '../read-package.ts';

/** A choice with what it means. */
export interface Choice {
  readonly label: string;
  readonly help: string;
}

export const fi = {
  title: 'Kurssin oma paketti',
  lead: 'Tällä sivulla teet kurssista oman kuntasi paketin: annat valmiin paketin, täytät tiedot ja saat uuden paketin, jonka voit viedä oppimisympäristöön.',
  privacy: 'Mitään ei lähetetä mihinkään: paketti luetaan ja tehdään tässä selaimessa.',
  noScript: 'Sivu tarvitsee JavaScriptin. Salli se selaimen asetuksista.',
  language: 'Kieli',
  /** The words around it: what is said of each LMS is in `lms-advice.ts`. */
  lms: {
    head: 'Mikä paketti?',
    which: 'Oppimisympäristö, johon paketti viedään',
    choose: 'Valitse',
    take: 'Ota paketti',
    or: 'tai',
    settings: 'Asetukset oppimisympäristössä',
    sure: 'Mistä tämä tiedetään',
    sureness: {
      run: 'Paketit on ajettu järjestelmässä tai sen omassa ajoympäristössä.',
      read: 'Luettu järjestelmän lähdekoodista.',
      told: 'Järjestelmän tekijän tai käyttäjien kertomaa, jota emme ole nähneet itse.',
      unknown: 'Tietoa ei ole. Kokeile ensin.',
    } as Record<Sureness, string>,
    presetDone: 'Asetukset on valittu lomakkeeseen.',
    preset: 'Valitse kurssin asetukset tämän mukaan',
    test: 'Avaa kurssi viennin jälkeen oppijana ja kokeile sivulla Tekniset tiedot, toimiiko tallennus.',
  },
  package: {
    head: 'Paketti',
    drop: 'Pudota paketti (zip) tähän tai valitse se. Paketti on samassa kansiossa kuin tämä sivu.',
    choose: 'Valitse paketti',
    reading: 'Luetaan pakettia…',
    file: 'Tiedosto',
    standard: 'Standardi',
    version: 'Sisällön versio',
    languages: 'Kielet',
    course: 'Kurssin tunnus',
    manifest: 'Paketin tunnus',
    classes: 'Luokkien tunnukset',
    questions: 'Kysymyksiä',
    names: {
      scorm12: 'SCORM 1.2',
      'scorm2004-3rd': 'SCORM 2004, 3rd Edition',
      'scorm2004-4th': 'SCORM 2004, 4th Edition',
      web: 'verkkosivu ilman oppimisympäristöä',
      xapi: 'xAPI',
      cmi5: 'cmi5',
    } as Record<PackageName, string>,
    languageNames: { fi: 'suomi', sv: 'ruotsi', en: 'englanti' },
    sameIds: 'Tunnukset pysyvät samoina, joten oppijoiden vastaukset ja suoritukset säilyvät, kun viet uuden paketin vanhan tilalle.',
    problem: {
      large: 'on liian suuri kurssin paketiksi. Valitse zip-tiedosto, joka on samassa kansiossa kuin tämä sivu.',
      'no-zip': 'ei ole zip-tiedosto. Valitse paketti sellaisena kuin se on, purkamatta sitä.',
      foreign: 'on zip-tiedosto, mutta ei tämän kurssin paketti.',
      damaged: 'on vioittunut: siitä puuttuu osia tai niitä on muutettu. Lataa paketti uudelleen.',
      later: 'on uudempi kuin tämä sivu. Käytä sitä sivua, joka on samassa kansiossa kuin paketti.',
    } as Record<PackageProblem, string>,
    unread: 'ei avaudu. Valitse se uudelleen.',
    earlier: 'on vanhempi versio, jonka asetuksia ei voi muuttaa täällä. Anna uudempi paketti.',
    kept: 'Aiemmin annettu paketti ja täyttämäsi tiedot ovat tallella.',
  },
  settings: {
    head: 'Tiedot ja asetukset',
    before: 'Kun olet antanut paketin, täytä tähän tiedot. Näkyvissä ovat ne asetukset, joilla on merkitystä paketin standardissa.',
    organization: 'Kurssin tarjoaja',
    organizationHelp: 'Kunta tai kirjasto, joka tarjoaa kurssin. Näkyy saavutettavuusselosteessa ja tietosuojasivulla.',
    authority: 'Saavutettavuuden valvontaviranomainen',
    authorityHelp:
      'Viranomainen ja osoite, johon ilmoitus tehdään, esimerkiksi: Liikenne- ja viestintävirasto Traficom, https://www.saavutettavuusvaatimukset.fi. Tarkista viranomainen ennen käyttöä.',
    assessed: 'Saavutettavuusselosteen päivä',
    assessedHelp: 'Päivä, jona seloste on laadittu tai tarkistettu.',
    gaps: 'Tiedossa olevat puutteet saavutettavuudessa',
    gapsHelp:
      'Kukin puute omalle rivilleen: mikä ei ole saavutettavaa, ja mistä saman saa muulla tavalla. Jätä tyhjäksi, jos puutteita ei tiedetä.',
    accent: 'Linkkien ja painikkeiden väri',
    accentHelp:
      'Esimerkiksi #0c4a80. Jätä tyhjäksi, jos kurssin oma väri käy. Tummilla sivuilla samasta väristä käytetään vaaleampaa sävyä.',
    band: 'Logon tausta ja yläreunan viiva',
    bandHelp: 'Esimerkiksi #ffcc00. Näkyy kannessa logon tai kurssin tarjoajan nimen takana.',
    takeNearest: (colour: string) => `Ota ${colour}`,
    sample: 'Tältä teksti näyttää',
    logo: 'Logo',
    logoHelp: 'SVG, PNG, JPEG tai WebP, enintään noin 30 kt. Näkyy kannessa 48 kuvapisteen korkuisena.',
    chooseLogo: 'Valitse logo',
    removeLogo: 'Poista logo',
    logoAlt: 'Logo sanoina',
    logoAltHelp: 'Mitä logossa lukee, esimerkiksi kunnan nimi. Ruudunlukija lukee tämän.',
    noPicture: 'ei ole kuva, joka näkyisi jokaisessa selaimessa. Valitse SVG, PNG, JPEG tai WebP.',
    largeLogo: 'on liian suuri. Pienennä kuva enintään 30 kilotavuun.',
    contact: 'Yhteystieto',
    contactHelp: 'Mistä oppija saa lisätietoa: sähköpostiosoite, verkko-osoite tai teksti.',
    defaultLanguage: 'Kieli, jos oppimisympäristö ei pyydä muuta',
    defaultLanguageHelp: 'Oppija näkee kurssin tällä kielellä, jos oppimisympäristö tai selain ei pyydä mitään paketin kielistä.',
    completeWhen: 'Milloin kurssi on suoritettu',
    completeWhenChoices: {
      compulsory: {
        label: 'Heti, kun ajokortti on suoritettu',
        help: 'Valinnaisia luokkia voi tehdä senkin jälkeen.',
      },
      all: {
        label: 'Vasta, kun kaikki luokat on suoritettu',
        help: 'Valitse tämä tai seuraava, jos oppimisympäristö ei tallenna mitään suorituksen jälkeen.',
      },
      learner: { label: 'Kun oppija ilmoittaa olevansa valmis', help: 'Ajokortin pitää silloinkin olla suoritettu.' },
    } as Record<CompleteWhen, Choice>,
    report: 'Mitä raportteihin lähtee',
    reportChoices: {
      answers: {
        label: 'Suoritukset ja vastaukset',
        help: 'Vastaukset näkyvät niille, joilla on oikeus katsoa oppimisympäristön raportteja.',
      },
      completion: { label: 'Vain suoritukset', help: 'Vastaukset säilyvät oppijan omassa tallennuksessa.' },
    } as Record<Report, Choice>,
    statusWhenComplete: 'Suorituksen sana',
    statusWhenCompleteChoices: {
      completed: { label: 'completed', help: 'Tavallinen.' },
      passed: { label: 'passed', help: 'Jos oppimisympäristö odottaa juuri sitä. Älä vaihda sanaa, kun kurssi on jo käytössä.' },
    } as Record<StatusWhenComplete, Choice>,
    overflow: 'Jos vastaukset eivät mahdu (4 096 merkkiä)',
    overflowChoices: {
      pages: { label: 'Loput tallennetaan tavoitteisiin', help: 'Oppimisympäristön tavoiteraporttiin tulee niistä sarakkeita.' },
      warn: { label: 'Oppijalle kerrotaan', help: 'Tavoitteita ei käytetä. Kurssi tarjoaa vastauksista kopion.' },
    } as Record<Overflow, Choice>,
    wipes: 'Oppimisympäristö poistaa vastaukset, kun kurssi on suoritettu',
    wipesHelp:
      'Näin tekevät Frappe LMS ja Fuse. Kun valitset tämän, kurssi tarjoaa vastaukset tiedostona, ennen kuin se merkitään suoritetuksi.',
    lrs: 'Palvelimet, joille vastaukset saa lähettää (LRS)',
    lrsHelp:
      'Palvelimien nimet, esimerkiksi lrs.esimerkki.fi. Luettele myös oppimisympäristön palvelin, jos se on eri kuin LRS. Muualle kurssi ei sitten lähetä mitään. Jos kenttä on tyhjä, kurssi kysyy oppijalta, ennen kuin lähettää vastauksia toiselle palvelimelle.',
  },
  faults: {
    missing: 'Kirjoita tähän jotakin.',
    host: (written: string) => `”${written}” ei ole palvelimen nimi. Kirjoita pelkkä nimi ilman polkua, esimerkiksi lrs.esimerkki.fi.`,
    noColour: 'Kirjoita väri muodossa #0c4a80.',
    contrast: (nearest: string) => `Väri ei erotu tarpeeksi (kontrasti alle 7:1). Lähin, joka erottuu, on ${nearest}.`,
    count: (count: number) => (count === 1 ? 'Yksi kohta pitää korjata.' : `${count} kohtaa pitää korjata.`),
  },
  update: {
    head: 'Mitä päivitys muuttaa',
    lead: 'Jos oppimisympäristössä on jo vanhempi paketti, anna se tähän. Näet, mitä oppijoille tapahtuu, kun viet uuden paketin sen tilalle.',
    choose: 'Valitse vanha paketti',
    before: 'Anna ensin uusi paketti.',
    of: (older: string, newer: string) => `${older} → ${newer}`,
    nothing: 'Oppijat eivät huomaa päivitystä: kaikki tunnukset ovat samat, ja jokainen vastaus on paikallaan.',
    safe: 'Yksikään oppijan vastaus ei katoa näkyvistä.',
    loss: 'Huomaa: jotakin oppijoiden tekemää ei enää näy päivityksen jälkeen.',
    unveils: 'Huomaa: vastauksia, jotka oppijat ovat kirjoittaneet vain itselleen, lähtee päivityksen jälkeen raportteihin.',
    finding: {
      standard: (before: string, after: string) =>
        `Standardi vaihtuu (${before} → ${after}). Oppimisympäristö ei yhdistä vanhoja suorituksia uuteen pakettiin, joten kaikki alkaa alusta. Ota sama paketti kuin ennen.`,
      course: (before: string, after: string) =>
        `Kurssin tunnus vaihtuu (${before} → ${after}). xAPI- ja cmi5-paketeissa kaikki alkaa alusta, ja suoritusluettelo ei enää yhdistä vanhoja suorituksia.`,
      shape: (before: string, after: string) =>
        `Paketit ovat eri kursseja: ennen ”${before}”, nyt ”${after}”. Älä korvaa toista toisella. Vie uusi paketti oppimisympäristöön omaksi kurssikseen, niin aiempi työ säilyy. Oppija voi siirtää vastauksensa tiedostolla.`,
      older: (before: string, after: string) => `Uuden paketin sisältö on vanhempi versio kuin nykyisen (${before} → ${after}).`,
      language: 'Kieli poistuu. Ne, jotka käyttivät sitä, näkevät kurssin sen pääkielellä. Vastaukset säilyvät.',
      'removed-class': 'Luokka poistuu. Sitä ei enää näy kenenkään ajokortissa. Aiemmin raportoitu suoritus jää oppimisympäristöön.',
      'removed-field':
        'Kysymys poistuu. Vastaukset siihen säilyvät oppijan tallennuksessa ja hänen tiedostossaan, mutta kurssi ei enää näytä niitä.',
      'removed-option': 'Vaihtoehto poistuu. Se, joka oli valinnut sen, näkee kysymyksen vastaamattomana.',
      retyped: 'Kysymyksen laji vaihtuu. Vanha vastaus ei sovi uuteen kysymykseen, joten kurssi ei näytä sitä.',
      renamed: 'Tunnus vaihtuu. Vastaukset siirtyvät uuden tunnuksen alle itsestään.',
      'new-class': 'Uusi luokka. Jos se on pakollinen, sekin vaaditaan niiltä, joilla ei vielä ole ajokorttia. Jo saadut luokat pysyvät.',
      'new-field': 'Uusi kysymys. Keskeneräinen tehtävä voi vaatia uusia vastauksia. Jo saadut luokat pysyvät.',
      'licence-later':
        'Ajokortille tulee uusi sääntö, joka on voimassa alla mainitusta päivästä alkaen. Joka on saanut ajokortin sitä ennen, saa pitää sen.',
      'licence-stricter':
        'Ajokortin sääntö vaihtuu ilman alkamispäivää, ja uusi sääntö vaatii muuta kuin vanha. Joku, jolla on jo ajokortti, voi menettää sen. Jätä vanha sääntö paikalleen ja kirjoita uusi sen alle päivineen (from).',
      'licence-eased': 'Ajokorttiin riittää vähemmän kuin ennen. Osa oppijoista saa sen heti, kun avaa kurssin.',
      'valid-for':
        'Ajokortin voimassaoloaika vaihtuu. Uusi aika koskee myös aiemmin saatuja ajokortteja, ja se näkyy suoritusluettelossa, kun sen sivu tai komento on tehty tästä kurssista.',
      'class-later': 'Luokalle tulee uusi sääntö, joka on voimassa alla mainitusta päivästä alkaen. Jo saadut luokat pysyvät.',
      'class-changed':
        'Luokan sääntö vaihtuu ilman alkamispäivää. Jo saadut luokat pysyvät, mutta keskeneräinen luokka voi vaatia muuta kuin oppija on lukenut.',
      unveiled:
        'Kysymys ei ole enää yksityinen (private). Myös ne vastaukset, jotka oppija on jo kirjoittanut vain itselleen, lähtevät raportteihin, kun hän seuraavan kerran avaa kurssin. Kirjoita takaisin private: true, tai anna kysymykselle uusi tunnus.',
      required:
        'Kysymys, johon ei tarvinnut vastata, on nyt pakollinen. Keskeneräinen tehtävä vaatii uusia vastauksia. Jo saadut luokat pysyvät.',
      shortened:
        'Vastaus saa olla lyhyempi kuin ennen (maxLength). Jo kirjoitetut pysyvät, mutta oppijan tiedostosta ei tuoda takaisin vastausta, joka on sallittua pidempi.',
    },
    setting: {
      statusWhenComplete:
        'Suorituksen sana vaihtuu. Aiempiin suorituksiin jää vanha sana: oppimisympäristö voi pitää niitä keskeneräisinä.',
      report: 'Raportointi muuttuu. Se, mitä on jo raportoitu, jää oppimisympäristöön.',
      completeWhen: 'Suorituksen ehto muuttuu. Jo suoritetuksi merkityt pysyvät suoritettuina.',
      lrs: 'Sallittujen palvelimien luettelo muuttuu. Jos oppijan palvelin ei ole luettelossa, kurssi ei avaudu sieltä.',
    },
    ids: (count: number, ids: string) => (count === 1 ? ids : `${count}: ${ids}`),
  },
  make: {
    head: 'Uusi paketti',
    button: 'Tee paketti',
    before: 'Anna ensin paketti.',
    made: (name: string, kilobytes: string) =>
      `Paketti on tehty ja tarkistettu: ${name} (${kilobytes} kt). Selain tallensi sen ladattuihin tiedostoihin.`,
    next: 'Vie paketti oppimisympäristöön entisen tilalle samalla nimellä. Jos selain lisäsi nimeen numeron, poista se. Kokeile sitten kurssin sivulla Tekniset tiedot, toimiiko tallennus.',
    missing: (what: string) => `Paketista puuttuu yhä: ${what}. Tieto jää pois saavutettavuusselosteesta ja tietosuojasivulta.`,
    refused: 'Pakettia ei tehty, koska se ei läpäise tarkistusta:',
    fault: {
      'launch-size': 'Kurssin avaaminen siirtäisi liikaa tietoa. Lyhennä tekstejä.',
      'zip-size': 'Paketti olisi liian suuri. Lyhennä tekstejä.',
    } as Partial<Record<PackageFaultCode, string>>,
  },
  fault: (reason: string) => `Sivussa on vika: ${reason}. Avaa sivu uudelleen ja kerro viasta kurssin julkaisijalle.`,
};

export type OwnPackageText = typeof fi;
