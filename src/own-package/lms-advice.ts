/**
 * What is known of learning systems: which package to take, which settings matter, how sure that is. The table of `docs/lms.md` is made of it
 * (`lms-docs-table.ts`), and the administrator's page asks it. How many characters an LMS holds stands here in words; the tests run the
 * tables of `src/simulator/lms/`.
 */
import type { PackageName } from '../../build/packages.ts';
import type { Language } from '../course/course.ts';
import type { SettingsDraft } from './settings-draft.ts';

/**
 * run: the packages were taken in the system itself or in its own run-time; read: in the system's source; told: by its maker or users;
 * unknown: nothing citable.
 */
export type Sureness = 'run' | 'read' | 'told' | 'unknown';

/** English for `docs/lms.md`, in its Markdown; the others for the page, as plain text. */
export type AdviceText = Readonly<Record<Language, string>>;

export interface LmsAdvice {
  readonly id: string;
  readonly name: AdviceText;
  readonly take: PackageName;
  /** When to take another package. */
  readonly orTake?: AdviceText;
  readonly settings: AdviceText;
  readonly sure: Sureness;
  /** Version or part that was run or read. */
  readonly seen?: AdviceText;
  /** Settings of the course that the system makes necessary. */
  readonly presets?: Partial<Pick<SettingsDraft, 'completeWhen' | 'wipesOnCompletion'>>;
}

export const lmsAdvices: readonly LmsAdvice[] = [
  {
    id: 'moodle',
    name: { en: 'Moodle', fi: 'Moodle', sv: 'Moodle' },
    take: 'scorm12',
    settings: {
      en: '_Activity completion_: require status **Completed**. _Grading_: highest grade, maximum 100. _Attempts_: unlimited, "force new attempt" **no**. _Compatibility_: "force completed" **no**. Leave "SCORM standards mode" off if you can: it holds 4,096 characters of state, the default 64,000.',
      fi: 'Aktiviteetin suoritus: vaadi tila Suoritettu (Completed). Arviointi: paras arvosana, enintään 100. Suorituskerrat: rajaton, ”Pakota uusi suorituskerta”: ei. Yhteensopivuus: ”Pakota suoritetuksi”: ei. Jätä SCORM-standarditila pois päältä, jos voit: päällä se antaa tilaa 4 096 merkille, muuten 64 000:lle.',
      sv: 'Aktivitetsslutförande: kräv status Slutförd (Completed). Betyg: högsta betyg, högst 100. Försök: obegränsat, ”Tvinga nytt försök”: nej. Kompatibilitet: ”Tvinga slutförd”: nej. Låt läget för SCORM-standard vara av om du kan: då ryms 64 000 tecken, annars 4 096.',
    },
    sure: 'run',
    seen: { en: '4.5.6', fi: '4.5.6', sv: '4.5.6' },
  },
  {
    id: 'moodle-app',
    name: { en: 'Moodle app', fi: 'Moodlen sovellus', sv: 'Moodles app' },
    take: 'scorm12',
    settings: {
      en: 'The course can be downloaded and taken offline. Nothing that a closing page sends arrives; the course saves sooner there. A finished attempt opens in review; set `completeWhen: all` if optional classes are expected.',
      fi: 'Kurssin voi ladata puhelimeen ja tehdä ilman yhteyttä. Sulkeutuvan sivun viimeiset lähetykset eivät mene perille, joten kurssi tallentaa siellä tiheämmin. Suoritettu kerta avautuu katselutilassa: jos valinnaisiakin luokkia tehdään, kurssi on paras merkitä suoritetuksi vasta, kun kaikki luokat on suoritettu.',
      sv: 'Kursen kan laddas ner och göras utan anslutning. Det sista som en sida skickar när den stängs kommer inte fram, så kursen sparar oftare där. Ett slutfört försök öppnas för granskning: om också valfria klasser ska göras är det bäst att markera kursen som genomförd först när alla klasser är klara.',
    },
    sure: 'run',
    seen: { en: "the app's data model 5.3.0", fi: 'sovelluksen tietomalli 5.3.0', sv: 'appens datamodell 5.3.0' },
    presets: { completeWhen: 'all' },
  },
  {
    id: 'totara',
    name: { en: 'Totara', fi: 'Totara', sv: 'Totara' },
    take: 'scorm12',
    settings: {
      en: '"SCORM standards mode" **off** (it is on at first). The app\'s offline mode off. "Force new attempt" no. Completion: status Completed. Version 12 stores nothing that a tab sends while it is closed: have learners leave by "Exit activity".',
      fi: 'Ota SCORM-standarditila pois päältä (se on aluksi päällä). Sovelluksen käyttö ilman yhteyttä pois. ”Pakota uusi suorituskerta”: ei. Suoritus: tila Suoritettu. Versio 12 ei tallenna sitä, mitä välilehti lähettää sulkeutuessaan: neuvo oppijoita poistumaan linkistä ”Exit activity”.',
      sv: 'Stäng av läget för SCORM-standard (det är på från början). Appens läge utan anslutning av. ”Tvinga nytt försök”: nej. Slutförande: status Slutförd. Version 12 sparar inget av det som en flik skickar när den stängs: be deltagarna lämna kursen med länken ”Exit activity”.',
    },
    sure: 'run',
    seen: { en: '12.9.1; 13 read', fi: '12.9.1; 13 luettu', sv: '12.9.1; 13 läst' },
  },
  {
    id: 'ilias',
    name: { en: 'ILIAS', fi: 'ILIAS', sv: 'ILIAS' },
    take: 'scorm12',
    settings: {
      en: "Switch _checks of values_ **off** in the module's settings, if you may: on, it holds 4,096 characters, and the course writes the rest into pages. Updating takes only packages with the same manifest, which every release of this course has. With a SCORM 2004 package leave _enable storing data without session_ **on** in the administration, as it is at first: else a page that is left open stores for whoever logs in next in that browser. On, only the page that was launched last stores: who goes on in an older one is told so, and her text is sent when she opens the course again in that browser. In the newest ILIAS that goes for SCORM 1.2 too. Learning progress is off at first; where it goes by the SCORM objects, assign the course: with none assigned ILIAS completes everybody at the first launch.",
      fi: 'Ota arvojen tarkistus pois päältä moduulin asetuksista, jos voit: päällä se antaa tilaa 4 096 merkille, ja kurssi kirjoittaa loput sivuiksi. Päivitys hyväksyy vain paketin, jossa on sama manifesti. Se on sama kurssin jokaisessa versiossa. Jos paketti on SCORM 2004, pidä hallinnassa päällä tietojen tallentaminen ilman istuntoa. Se on aluksi päällä. Ilman sitä auki jäänyt sivu tallentaa vastaukset sille, joka seuraavaksi kirjautuu samassa selaimessa. Sen kanssa ILIAS tallentaa vain viimeksi avatulta sivulta: sille, joka jatkaa vanhemmalla sivulla, kerrotaan asiasta, ja teksti lähetetään, kun hän avaa kurssin uudelleen samassa selaimessa. Uusin ILIAS toimii samoin myös SCORM 1.2 -paketin kanssa. Oppimisen edistyminen ei ole aluksi käytössä. Jos se seuraa SCORM-objekteja, valitse kurssi niiden joukosta: muuten ILIAS merkitsee kaikki suorittaneiksi heti ensimmäisellä avauksella.',
      sv: 'Stäng av kontrollen av värden i modulens inställningar om du får: med den ryms 4 096 tecken, och kursen skriver resten som sidor. Uppdateringen godkänner bara ett paket med samma manifest. Det är detsamma i varje version av kursen. Om paketet är SCORM 2004, låt inställningen att data sparas utan session vara på i administrationen. Den är på från början. Utan den sparar en sida som lämnats öppen svaren åt den som loggar in härnäst i samma webbläsare. Med den sparar ILIAS bara från den sida som öppnades senast: den som fortsätter på en äldre sida får veta det, och texten skickas när hen öppnar kursen på nytt i samma webbläsare. Den nyaste versionen av ILIAS gör likadant med SCORM 1.2. Lärandeframsteg är inte i bruk från början. Om de följer SCORM-objekten, välj kursen bland dem: annars räknar ILIAS alla som klara när de öppnar den första gången.',
    },
    sure: 'run',
    seen: {
      en: '7.10; the run-time of SCORM 1.2 of 5.4 too',
      fi: '7.10; SCORM 1.2:n ajoympäristö myös versiosta 5.4',
      sv: '7.10; körmiljön för SCORM 1.2 även från 5.4',
    },
  },
  {
    id: 'chamilo',
    name: { en: 'Chamilo', fi: 'Chamilo', sv: 'Chamilo' },
    take: 'scorm12',
    settings: {
      en: 'Never the 2004 package: Chamilo has no API for it, completes it on leaving and stores nothing. Set `completeWhen: learner`, since nothing is stored after completion: with `all`, what is written after the last class is lost. Leave the attempts at single: with multiple attempts each launch after completion begins an empty attempt, and the completion goes back. Have learners open the course from the list of learning paths: a bookmark of the player’s page hands over, and stores again, what that login had before. Upload updates under the same file name.',
      fi: 'Älä koskaan ota SCORM 2004 -pakettia: Chamilo merkitsee sen suoritetuksi poistuttaessa eikä tallenna mitään. Suorituksen jälkeen ei tallennu mitään, joten kurssi on merkittävä suoritetuksi vasta, kun oppija ilmoittaa olevansa valmis. Salli vain yksi suorituskerta: jos niitä on useita, jokainen avaus suorituksen jälkeen aloittaa tyhjän kerran ja suoritusmerkintä peruuntuu. Neuvo oppijoita avaamaan kurssi oppimispolkujen luettelosta: soittimen sivulle tehty kirjanmerkki tuo ja tallentaa uudelleen sen, mitä samassa kirjautumisessa oli aiemmin. Vie päivitykset samalla tiedostonimellä.',
      sv: 'Ta aldrig SCORM 2004-paketet: Chamilo markerar det som slutfört när man lämnar det och sparar ingenting. Ingenting sparas efter slutförandet, så kursen ska markeras som genomförd först när deltagaren säger sig vara klar. Tillåt bara ett försök: med flera försök börjar varje öppning efter slutförandet ett tomt försök, och slutförandet går tillbaka. Be deltagarna öppna kursen från listan över lärstigar: ett bokmärke till spelarens sida hämtar, och sparar på nytt, det som samma inloggning hade tidigare. Ta in uppdateringar under samma filnamn.',
    },
    sure: 'run',
    seen: { en: '1.11.28', fi: '1.11.28', sv: '1.11.28' },
    presets: { completeWhen: 'learner' },
  },
  {
    id: 'open-edx',
    name: { en: 'Open edX', fi: 'Open edX', sv: 'Open edX' },
    take: 'scorm12',
    orTake: {
      en: ', or `cmi5` with a cmi5 XBlock',
      fi: 'tai cmi5, jos käytössä on cmi5-XBlock',
      sv: 'eller cmi5 om ett cmi5-XBlock används',
    },
    settings: {
      en: 'SCORM XBlock: weight and display as you like. Saves come back without a receipt, so the course says "Sent" until the next launch proves it.',
      fi: 'SCORM XBlock: paino ja näyttötapa ovat vapaat. Tallennuksista ei tule kuittausta, joten kurssi sanoo ”Lähetetty”, kunnes seuraava avaaminen todistaa tallennuksen.',
      sv: 'SCORM XBlock: vikt och visning är fria. Ingen bekräftelse kommer på det som sparas, så kursen säger ”Skickat” tills nästa öppning bevisar att det är sparat.',
    },
    sure: 'run',
    seen: { en: 'its run-time, 2025-08', fi: 'sen ajoympäristö, 2025-08', sv: 'dess körmiljö, 2025-08' },
  },
  {
    id: 'openolat',
    name: { en: 'OpenOlat', fi: 'OpenOlat', sv: 'OpenOlat' },
    take: 'scorm12',
    settings: {
      en: '2004 is refused. Replacing the resource wipes what learners have done: add a new course element instead.',
      fi: 'SCORM 2004 ei kelpaa. Jos aineiston korvaa, oppijoiden työ häviää: lisää sen sijaan uusi kurssielementti.',
      sv: 'SCORM 2004 godkänns inte. Om resursen ersätts försvinner deltagarnas arbete: lägg i stället till ett nytt kurselement.',
    },
    sure: 'run',
    seen: { en: 'its run-time (scorm-again 1.5.4)', fi: 'sen ajoympäristö (scorm-again 1.5.4)', sv: 'dess körmiljö (scorm-again 1.5.4)' },
  },
  {
    id: 'rustici',
    name: { en: 'SCORM Cloud, Rustici Engine', fi: 'SCORM Cloud, Rustici Engine', sv: 'SCORM Cloud, Rustici Engine' },
    take: 'scorm12',
    settings: {
      en: '`suspendDataMaxLength` 64000, `launchCompletedRegsAsNoCredit` off, reset "never". Never move learners to a new version: their progress is lost.',
      fi: 'suspendDataMaxLength 64000, launchCompletedRegsAsNoCredit pois, reset ”never”. Älä koskaan siirrä oppijoita uuteen versioon: heidän työnsä häviää.',
      sv: 'suspendDataMaxLength 64000, launchCompletedRegsAsNoCredit av, reset ”never”. Flytta aldrig deltagare till en ny version: deras arbete försvinner.',
    },
    sure: 'read',
    seen: { en: 'older client', fi: 'vanhempi asiakasohjelma', sv: 'en äldre klient' },
  },
  {
    id: 'canvas',
    name: { en: 'Canvas', fi: 'Canvas', sv: 'Canvas' },
    take: 'scorm12',
    orTake: {
      en: '; `scorm2004-3rd` if answers pass 4 kB',
      fi: 'scorm2004-3rd, jos vastauksia on yli 4 000 merkkiä',
      sv: 'scorm2004-3rd om svaren är längre än 4 000 tecken',
    },
    settings: {
      en: 'Upload in the course where it is used. Leave by "Save and close".',
      fi: 'Vie paketti siihen kurssiin, jossa sitä käytetään. Lopetetaan painikkeella ”Tallenna ja sulje”.',
      sv: 'Ta in paketet i den kurs där det används. Avsluta med knappen ”Spara och stäng”.',
    },
    sure: 'told',
  },
  {
    id: 'blackboard',
    name: { en: 'Blackboard', fi: 'Blackboard', sv: 'Blackboard' },
    take: 'scorm12',
    settings: {
      en: 'Attempts: one, or unlimited without starting anew. Decide grading before the import.',
      fi: 'Salli yksi suorituskerta tai rajaton määrä ilman alusta aloittamista. Päätä arvioinnista ennen tuontia.',
      sv: 'Ett försök, eller obegränsat utan att börja om. Bestäm om bedömning före importen.',
    },
    sure: 'told',
  },
  {
    id: 'brightspace',
    name: { en: 'Brightspace', fi: 'Brightspace', sv: 'Brightspace' },
    take: 'scorm12',
    settings: {
      en: 'The new player. The grade needs leaving by "Save and close".',
      fi: 'Uusi soitin. Arvosana syntyy, kun lopetetaan painikkeella ”Tallenna ja sulje”.',
      sv: 'Den nya spelaren. Betyget uppstår när man avslutar med knappen ”Spara och stäng”.',
    },
    sure: 'told',
  },
  {
    id: 'successfactors',
    name: { en: 'SAP SuccessFactors', fi: 'SAP SuccessFactors', sv: 'SAP SuccessFactors' },
    take: 'scorm12',
    settings: {
      en: 'Leave keep-alive as it is, and the content page open.',
      fi: 'Jätä keep-alive ennalleen ja sisältösivu auki.',
      sv: 'Låt keep-alive vara som det är och innehållssidan vara öppen.',
    },
    sure: 'told',
  },
  {
    id: 'cornerstone',
    name: { en: 'Cornerstone', fi: 'Cornerstone', sv: 'Cornerstone' },
    take: 'scorm2004-3rd',
    settings: {
      en: 'Completed, not passed. Leave by the button.',
      fi: 'Suoritustila Completed, ei Passed. Lopetetaan painikkeella.',
      sv: 'Status Completed, inte Passed. Avsluta med knappen.',
    },
    sure: 'told',
  },
  {
    id: 'docebo',
    name: { en: 'Docebo', fi: 'Docebo', sv: 'Docebo' },
    take: 'scorm2004-3rd',
    settings: {
      en: '64,000 characters and readable answers; its 1.2 holds 4,096.',
      fi: '64 000 merkkiä ja luettavat vastaukset; SCORM 1.2 antaisi siellä 4 096 merkkiä.',
      sv: '64 000 tecken och läsbara svar; med SCORM 1.2 ryms där 4 096 tecken.',
    },
    sure: 'told',
  },
  {
    id: 'workday',
    name: { en: 'Workday, Learn365', fi: 'Workday, Learn365', sv: 'Workday, Learn365' },
    take: 'scorm12',
    settings: {
      en: 'Learn365: trainers see the status only; never delete an attempt.',
      fi: 'Learn365: kouluttajat näkevät vain tilan. Älä koskaan poista suorituskertaa.',
      sv: 'Learn365: utbildare ser bara status. Ta aldrig bort ett försök.',
    },
    sure: 'told',
  },
  {
    id: 'sakai',
    name: { en: 'Sakai', fi: 'Sakai', sv: 'Sakai' },
    take: 'scorm2004-3rd',
    settings: {
      en: 'A sitting ends after two hours from its launch, unless the limit is raised. Attempts unlimited.',
      fi: 'Istunto päättyy kahden tunnin kuluttua avaamisesta, ellei rajaa nosteta. Suorituskertoja rajaton määrä.',
      sv: 'En session slutar två timmar efter öppnandet om gränsen inte höjs. Obegränsat antal försök.',
    },
    sure: 'read',
  },
  {
    id: 'opigno',
    name: { en: 'Opigno', fi: 'Opigno', sv: 'Opigno' },
    take: 'scorm2004-3rd',
    settings: {
      en: 'Opigno gives the grade when learners press its own "Next". It shows trainers no answers. Never replace the zip of an activity: everybody begins anew.',
      fi: 'Opigno antaa arvosanan, kun oppija painaa sen omaa ”Next”-painiketta. Kouluttaja ei näe vastauksia. Älä vaihda aktiviteetin zip-tiedostoa: kaikki aloittaisivat alusta.',
      sv: 'Opigno ger betyget när deltagaren trycker på dess egen knapp ”Next”. Svaren visas inte för utbildaren. Byt aldrig zip-filen i en aktivitet: då börjar alla om från början.',
    },
    sure: 'run',
    seen: { en: '3.0.4', fi: '3.0.4', sv: '3.0.4' },
  },
  {
    id: 'forma',
    name: { en: 'forma.lms', fi: 'forma.lms', sv: 'forma.lms' },
    take: 'scorm12',
    settings: {
      en: 'Not the 2004 package: forma.lms refuses its identifiers, so answers and classes have no names in the reports. Completion reaches its reports when the course is closed. Give the object the _End course marker_ if it is to complete the course. Leave `force_scorm_finish` **on**, as it is at first. Once a login has ended, an open page cannot save any more, and forma.lms may show an alert in English at each try: have learners close the course and open it again in the same browser.',
      fi: 'Älä ota SCORM 2004 -pakettia: forma.lms ei hyväksy sen tunnuksia, joten vastauksilla ja luokilla ei ole raporteissa nimiä. Suoritus näkyy raporteissa, kun oppija on sulkenut kurssin. Merkitse objekti kurssin päätteeksi (End course marker), jos se päättää kurssin suorituksen. Pidä asetus force_scorm_finish päällä; se on aluksi päällä. Kun kirjautuminen on päättynyt, auki jäänyt sivu ei enää voi tallentaa, ja forma.lms saattaa näyttää joka yrityksellä englanninkielisen ilmoituksen: neuvo oppijaa sulkemaan kurssi ja avaamaan se uudelleen samassa selaimessa.',
      sv: 'Ta inte SCORM 2004-paketet: forma.lms godkänner inte dess id:n, så svar och klasser saknar namn i rapporterna. Slutförandet syns i rapporterna när deltagaren har stängt kursen. Märk objektet som kursens slut (End course marker) om det ska slutföra kursen. Låt inställningen force_scorm_finish vara på; den är på från början. När inloggningen har upphört kan en öppen sida inte längre spara, och forma.lms visar kanske ett meddelande på engelska vid varje försök: be deltagaren stänga kursen och öppna den på nytt i samma webbläsare.',
    },
    sure: 'run',
    seen: { en: '4.0.19', fi: '4.0.19', sv: '4.0.19' },
  },
  {
    id: 'frappe',
    name: { en: 'Frappe LMS', fi: 'Frappe LMS', sv: 'Frappe LMS' },
    take: 'scorm2004-3rd',
    settings: {
      en: 'Not recommended. What is typed in the last seconds before closing never arrives: the course brings it at the next launch in the same browser, and nowhere else. Open in two tabs at once, one writes over the other. A hyphen in the chapter’s title makes its address an empty page. Completing deletes the answers: `completeWhen: learner` and `wipesOnCompletion: true`.',
      fi: 'Ei suositella. Mitä viimeisinä sekunteina ennen sulkemista kirjoitetaan, ei mene perille: kurssi tuo sen seuraavalla kerralla, mutta vain samassa selaimessa. Jos kurssi on auki kahdessa välilehdessä, toinen kirjoittaa toisen päälle. Yhdysmerkki luvun nimessä tekee sen osoitteesta tyhjän sivun. Suoritus poistaa vastaukset: merkitse kurssi suoritetuksi, kun oppija ilmoittaa olevansa valmis, ja valitse, että oppimisympäristö poistaa vastaukset.',
      sv: 'Rekommenderas inte. Det som skrivs under de sista sekunderna före stängningen kommer inte fram: kursen tar med det nästa gång, men bara i samma webbläsare. Om kursen är öppen i två flikar skriver den ena över den andra. Ett bindestreck i kapitlets namn gör dess adress till en tom sida. Slutförandet raderar svaren: markera kursen som genomförd när deltagaren säger sig vara klar, och välj att lärplattformen raderar svaren.',
    },
    sure: 'run',
    seen: {
      en: 'its page, 91bc5478; its server read',
      fi: 'sen sivu 91bc5478; palvelin vain lähdekoodista',
      sv: 'dess sida 91bc5478; servern bara i källkoden',
    },
    presets: { completeWhen: 'learner', wipesOnCompletion: true },
  },
  {
    id: 'fuse',
    name: { en: 'Fuse', fi: 'Fuse', sv: 'Fuse' },
    take: 'scorm12',
    settings: {
      en: 'Completing deletes the answers: `wipesOnCompletion: true`.',
      fi: 'Suoritus poistaa vastaukset: valitse, että oppimisympäristö poistaa vastaukset.',
      sv: 'Slutförandet raderar svaren: välj att lärplattformen raderar svaren.',
    },
    sure: 'told',
    presets: { wipesOnCompletion: true },
  },
  {
    id: 'tincanlaunch',
    name: { en: 'mod_tincanlaunch', fi: 'Moodlen mod_tincanlaunch', sv: 'Moodles mod_tincanlaunch' },
    take: 'xapi',
    settings: {
      en: 'Completion by the verb _completed_; it looks every 30 s and, by cron, once a day.',
      fi: 'Suoritus verbistä completed. Se tarkistetaan 30 sekunnin välein ja ajastetusti kerran päivässä.',
      sv: 'Slutförande enligt verbet completed. Det kontrolleras var 30:e sekund och schemalagt en gång om dagen.',
    },
    sure: 'read',
  },
  {
    id: 'grassblade',
    name: { en: 'GrassBlade, an LRS of your own', fi: 'GrassBlade, oma LRS', sv: 'GrassBlade, egen LRS' },
    take: 'xapi',
    settings: {
      en: '',
      fi: 'Luettele LRS:n nimi kohdassa ”Palvelimet, joille vastaukset saa lähettää”.',
      sv: 'Ange LRS:ens namn i ”Servrar som svaren får skickas till”.',
    },
    sure: 'run',
    seen: { en: "ADL's LRS", fi: 'ADL:n LRS', sv: 'ADL:s LRS' },
  },
  {
    id: 'moodle-cmi5',
    name: { en: "Moodle's cmi5launch or mod_cmi5", fi: 'Moodlen cmi5launch tai mod_cmi5', sv: 'Moodles cmi5launch eller mod_cmi5' },
    take: 'cmi5',
    settings: {
      en: 'moveOn is _Completed_. mod_cmi5 makes its grade of the progress told before completion: go by completion, not by the grade.',
      fi: 'moveOn on Completed. mod_cmi5 tekee arvosanan edistymisestä ennen suoritusta: seuraa suoritusta, älä arvosanaa.',
      sv: 'moveOn är Completed. mod_cmi5 gör betyget av framstegen före slutförandet: följ slutförandet, inte betyget.',
    },
    sure: 'run',
    seen: { en: "ADL's cmi5 conformance suite", fi: 'ADL:n cmi5-testisarja', sv: 'ADL:s cmi5-testsvit' },
  },
  {
    id: 'cmi5',
    name: { en: "ILIAS, Chamilo's plug-in, cmi5", fi: 'ILIAS, Chamilon lisäosa, cmi5', sv: 'ILIAS, Chamilos tillägg, cmi5' },
    take: 'cmi5',
    settings: {
      en: 'ILIAS: switch learning progress on. Open edX: its XBlock hears of a completion only with an LRS in its settings (`LRS_ENDPOINT`).',
      fi: 'ILIAS: ota oppimisen edistyminen käyttöön. Open edX: sen XBlock saa tiedon suorituksesta vain, kun asetuksissa on LRS (LRS_ENDPOINT).',
      sv: 'ILIAS: ta lärandeframsteg i bruk. Open edX: dess XBlock får veta om slutförandet bara när inställningarna har en LRS (LRS_ENDPOINT).',
    },
    sure: 'read',
  },
  {
    id: 'talentlms',
    name: { en: 'TalentLMS', fi: 'TalentLMS', sv: 'TalentLMS' },
    take: 'cmi5',
    settings: {
      en: 'xAPI on; answers in Reports → Timeline.',
      fi: 'xAPI päälle. Vastaukset ovat kohdassa Reports → Timeline.',
      sv: 'xAPI på. Svaren finns under Reports → Timeline.',
    },
    sure: 'told',
  },
  {
    id: 'test-first',
    name: {
      en: 'itslearning, Eduhouse, eOppiva, Valamis',
      fi: 'itslearning, Eduhouse, eOppiva, Valamis',
      sv: 'itslearning, Eduhouse, eOppiva, Valamis',
    },
    take: 'scorm12',
    settings: {
      en: 'Test first: write, close, reopen on another computer.',
      fi: 'Kokeile ensin: kirjoita, sulje ja avaa toisella tietokoneella.',
      sv: 'Testa först: skriv, stäng och öppna på en annan dator.',
    },
    sure: 'unknown',
  },
  {
    id: 'none',
    name: { en: 'None', fi: 'Ei oppimisympäristöä', sv: 'Ingen lärplattform' },
    take: 'web',
    settings: {
      en: 'Any web server, or unpack and double-click `index.html`. It says plainly that nothing is reported.',
      fi: 'Mikä tahansa verkkopalvelin, tai pura paketti ja kaksoisnapsauta tiedostoa index.html. Kurssi sanoo selvästi, ettei mitään raportoida.',
      sv: 'Vilken webbserver som helst, eller packa upp paketet och dubbelklicka på index.html. Kursen säger tydligt att ingenting rapporteras.',
    },
    sure: 'run',
  },
];

/** What the page says in a language; English without the Markdown of the table. */
export function adviceText(text: AdviceText, language: Language): string {
  if (language !== 'en') return text[language];
  return text.en.replaceAll(/[`*]|\b_|_\b/g, '').replace(/^[,;] (or )?/, '');
}
