/** What the records command says of a run in Finnish, besides the words of HR's page. */
import { writtenDay } from '../../../written-day.ts';
import { told } from '../told.ts';
import { fi as page } from '../../hr-page/fi.ts';
import { writing } from '../writing.ts';

const { number, counted } = writing('fi', 'Mt', page);

export const run = {
  warning: (said: string) => `Varoitus: ${said}`,
  error: (said: string) => `Virhe: ${said}`,
  progress: {
    statements: (count: number) => `${number(count)} lausumaa`,
    learners: (count: number, all: number) => `${number(count)} / ${number(all)} oppijaa`,
    rows: (count: number) => `${number(count)} riviä`,
  },
  run: {
    exitCode: (code: number) => `Paluukoodi ${code}.`,
    defect: (reason: string) => `Ohjelmassa on vika. Ilmoita siitä ylläpitäjälle: ${reason}`,
    readUntilThen: (read: string) => `Lukeminen ehti näin pitkälle. ${read}`,
    nothingWritten: 'Tuloksia ei kirjoitettu: aiemmat tiedostot ovat ennallaan.',
    figures: (people: number, valid: number, expired: number, asOf: string) =>
      `${counted(people, 'henkilö', 'henkilöä')}, voimassa olevia ajokortteja ${number(valid)}${expired === 0 ? '' : `, vanhentuneita ${number(expired)}`}. Tilanne ${writtenDay(asOf, 'fi')}.`,
    unitFiles: (files: number, units: number) => `${counted(files, 'tiedosto', 'tiedostoa')} ${number(units)} yksikölle.`,
    moreNotUnderstood: (count: number) => `Lisäksi samanlaisia kohtia, joita ei ymmärretä: ${number(count)}.`,
    notEncrypted: (origin: string) => `${origin} ei ole salattu: ulkopuolinen voi lukea tunnukset matkalla. Käytä https-osoitetta.`,
    nobody:
      'Lähteessä ei ole yhtään oppijaa, joten henkilöstölistan henkilöt näkyvät tilanteessa ”Ei aloitettu”. Tarkista osoite tai tiedosto ja se, että tunnuksilla saa lukea kaikkien oppijoiden suoritukset.',
    nobodyAnyMore: (source: string, count: number) =>
      told(
        `Lähteessä ei ole enää ketään (${source}). Edellisellä kerralla oppijoita oli ${number(count)}.`,
        'Tarkista, että lähde on kunnossa ja että tunnuksilla saa lukea kaikkien oppijoiden suoritukset. Jos kaikki on oikein, poista tilatiedosto (--state) ja aja uudelleen.',
      ),
    nothingAnyMore: (source: string, count: number) =>
      told(
        `Lähteestä ovat hävinneet kaikki suoritukset (${source}). Edellisellä kerralla niitä oli ${number(count)} oppijalla. Näin käy, kun kurssi tyhjennetään uutta kierrosta varten.`,
        'Säilytä entiset tiedostot. Jos kaikki on oikein, poista tilatiedosto (--state) ja aja uudelleen.',
      ),
    someVanished: (source: string, count: number) =>
      `Oppijoita, joiden suoritukset ovat hävinneet lähteestä edellisen kerran jälkeen: ${number(count)} (${source}). Suorituskerta on ehkä poistettu, tai oppija ei ole enää kurssilla. Entisissä tiedostoissa suoritukset vielä ovat.`,
    unnamed: (count: number) =>
      `Oppijoita, joista lähde ei kerro nimeä, osoitetta, numeroa eikä käyttäjätunnusta: ${number(count)}. Kukaan ei näe, keitä he ovat. Anna henkilöstölista, jossa on sähköpostiosoitteet (--people), tai kysy lähteen ylläpitäjältä.`,
  },
  state: {
    isOfOther: 'Tilatiedosto kuuluu toiseen kurssiin, aikavyöhykkeeseen tai ohjelmaversioon, joten kaikki luetaan uudelleen.',
    unreadable: (path: string, code: string) =>
      told(`Tilatiedostoa ${path} ei voi lukea (${code}).`, 'Tarkista tiedoston polku ja lukuoikeus.'),
    damaged: (path: string) =>
      told(`Tilatiedosto ${path} on vioittunut.`, 'Ota käyttöön aiempi kopio tai poista tiedosto: silloin kaikki luetaan uudelleen.'),
    foreign: (path: string) =>
      told(
        `Tilatiedosto ${path} ei ole tämän ohjelman kirjoittama.`,
        'Ota käyttöön aiempi kopio tai poista tiedosto: silloin kaikki luetaan uudelleen.',
      ),
  },
  secrets: {
    openToOthers: (path: string) => `Tiedoston ${path} voivat lukea muutkin tämän koneen käyttäjät. Aja: chmod 600 ${path}`,
    missing: (name: string, option: string) =>
      told(
        `${name} puuttuu: ${option} tarvitsee sen.`,
        'Anna se ympäristömuuttujana tai tiedostossa, jonka kerrot valitsimella --secrets.',
      ),
    unreadable: (path: string) => told(`Tunnusten tiedostoa ${path} ei voi lukea.`, 'Tarkista polku ja lukuoikeus.'),
    wrongLine: (path: string, line: number, known: readonly string[]) =>
      told(
        `Tunnusten tiedostosta ${path} ei ymmärretä riviä ${line}.`,
        `Kirjoita rivit näin: ASPA_LRS_KEY: avain. Nimet ovat ${known.join(', ')}.`,
      ),
  },
  outputs: {
    noFolder: (folder: string) => told(`Kansiota ${folder} ei ole.`, 'Luo se tai anna toinen polku.'),
    isFolder: (path: string) => told(`${path} on kansio.`, 'Anna tiedoston nimi.'),
    refused: (path: string, code: string) =>
      told(
        `Tiedostoon ${path} ei voi kirjoittaa (${code}).`,
        'Tarkista tiedoston ja sen kansion oikeudet. Jos tiedosto on auki esimerkiksi taulukko-ohjelmassa, sulje se.',
      ),
    noRoom: (path: string, code: string) => told(`Tiedosto ${path} ei mahdu levylle (${code}).`, 'Vapauta levyltä tilaa.'),
    noReader: told('Vakiotulosteen lukija lopetti kesken.', 'Lue tuloste loppuun tai anna tiedoston nimi.'),
    failed: (path: string | undefined, reason: string) =>
      told(
        `${path === undefined ? 'Vakiotulosteeseen' : `Tiedostoon ${path}`} ei voi kirjoittaa: ${reason}.`,
        'Tarkista polku, oikeudet ja levy.',
      ),
    unchanged: 'Aiemmat tiedostot ovat ennallaan.',
    newAlready: (paths: readonly string[]) => `Jo kirjoitettu: ${paths.join(', ')}. Muut ovat ennallaan.`,
  },
};

export type RunText = typeof run;
