import { expect, test } from 'vitest';
import type { SaveStatus } from '../../src/session/save-status.ts';
import { saveAnnouncement, saveWords } from '../../src/shell/notices/save-words.ts';
import { en } from '../../src/text/en.ts';
import { fi } from '../../src/text/fi.ts';
import { sv } from '../../src/text/sv.ts';

const at = new Date(2026, 10, 24, 14, 5).getTime();
type Reason = Extract<SaveStatus, { state: 'not-saved' }>['reason'];
const reasons: Reason[] = ['offline', 'session-ended', 'other-page', 'replaced', 'refused', 'full', 'read-only', 'no-lms', 'storage'];
const notSaved = (reason: Reason, local = true, retryAt?: number): SaveStatus => ({
  state: 'not-saved',
  reason,
  local,
  ...(retryAt === undefined ? {} : { retryAt }),
});

test('every status is said in words', () => {
  const statuses: SaveStatus[] = [
    { state: 'unchanged' },
    { state: 'pending' },
    { state: 'saving', local: true },
    { state: 'saved', at },
    { state: 'sent', at },
    { state: 'local', at },
    ...reasons.flatMap((reason) => [notSaved(reason, true, at), notSaved(reason, false)]),
  ];
  const words = statuses.map((status) => {
    const { label, detail, urgent } = saveWords(status, fi);
    return [label, detail, urgent ? '(!)' : undefined].filter(Boolean).join(' | ');
  });
  expect(words).toMatchInlineSnapshot(`
    [
      "",
      "Odottaa tallennusta",
      "Tallennetaan",
      "Tallennettu klo 14.05",
      "Lähetetty klo 14.05",
      "Tallessa selaimessa klo 14.05",
      "Ei yhteyttä | Ei yhteyttä – teksti on tallessa tällä koneella. Yritetään uudelleen klo 14.05.",
      "Ei yhteyttä | Ei yhteyttä – teksti on vain tällä sivulla. Ota siitä kopio, ennen kuin suljet sivun. | (!)",
      "Istunto päättyi | Istunto on päättynyt – teksti on tallessa tällä koneella. Yritetään uudelleen klo 14.05. Sulje kurssi, lataa oppimisympäristön sivu uudelleen ja kirjaudu. Avaa sitten kurssi uudelleen. Kirjautuminen toisessa välilehdessä tai tämän sivun lataaminen ei riitä. Tallentamatta jäänyt teksti tulee mukana, kun avaat kurssin tällä koneella samassa selaimessa. | (!)",
      "Istunto päättyi | Istunto on päättynyt – teksti on vain tällä sivulla. Ota siitä kopio, ennen kuin suljet sivun. Sulje kurssi, lataa oppimisympäristön sivu uudelleen ja kirjaudu. Avaa sitten kurssi uudelleen. Kirjautuminen toisessa välilehdessä tai tämän sivun lataaminen ei riitä. Tuo kopio sen jälkeen kurssiin Oma työkirja -⁠sivulla. | (!)",
      "Ei tallennu | Tallennus ei juuri nyt onnistu – teksti on tallessa tällä koneella. Yritetään uudelleen klo 14.05. Ehkä et nyt pääse kurssille, istuntosi on päättynyt tai verkko pyytää kirjautumaan. Tarkista asia oppimisympäristön sivulta toisessa välilehdessä. Jos tallennus ei sitten jatku, sulje kurssi ja avaa se uudelleen. Tallentamatta jäänyt teksti tulee mukana, kun avaat kurssin tällä koneella samassa selaimessa. | (!)",
      "Ei tallennu | Tallennus ei juuri nyt onnistu – teksti on vain tällä sivulla. Ota siitä kopio, ennen kuin suljet sivun. Ehkä et nyt pääse kurssille, istuntosi on päättynyt tai verkko pyytää kirjautumaan. Tarkista asia oppimisympäristön sivulta toisessa välilehdessä. Jos tallennus ei sitten jatku, sulje kurssi ja avaa se uudelleen. Tuo kopio sen jälkeen kurssiin Oma työkirja -⁠sivulla. | (!)",
      "Ei tallennu | Oppimisympäristö ei enää tallenna tältä sivulta – teksti on tallessa tällä koneella. Ehkä kurssi on avattu uudelleen toisessa välilehdessä tai toisella laitteella. Sulje kurssi, lataa oppimisympäristön sivu uudelleen ja avaa kurssi sieltä. Tallentamatta jäänyt teksti tulee mukana, kun avaat kurssin tällä koneella samassa selaimessa. | (!)",
      "Ei tallennu | Oppimisympäristö ei enää tallenna tältä sivulta – teksti on vain tällä sivulla. Ota siitä kopio, ennen kuin suljet sivun. Ehkä kurssi on avattu uudelleen toisessa välilehdessä tai toisella laitteella. Sulje kurssi, lataa oppimisympäristön sivu uudelleen ja avaa kurssi sieltä. Tuo kopio sen jälkeen kurssiin Oma työkirja -⁠sivulla. | (!)",
      "Ei tallennu | Oppimisympäristö ei ota tallennusta vastaan – teksti on tallessa tällä koneella. Yritetään uudelleen klo 14.05. Sulje kurssi, lataa oppimisympäristön sivu uudelleen ja avaa kurssi sieltä. Jos se ei auta, ota yhteyttä oppimisympäristön tukeen. Tallentamatta jäänyt teksti tulee mukana, kun avaat kurssin tällä koneella samassa selaimessa. | (!)",
      "Ei tallennu | Oppimisympäristö ei ota tallennusta vastaan – teksti on vain tällä sivulla. Ota siitä kopio, ennen kuin suljet sivun. Sulje kurssi, lataa oppimisympäristön sivu uudelleen ja avaa kurssi sieltä. Jos se ei auta, ota yhteyttä oppimisympäristön tukeen. Tuo kopio sen jälkeen kurssiin Oma työkirja -⁠sivulla. | (!)",
      "Tila täynnä | Oppimisympäristön tila vastauksillesi on täynnä – teksti on tallessa tällä koneella. Yritetään uudelleen klo 14.05. Ota vastauksistasi kopio. Lyhennä sitten jotakin vastausta, niin tallennus jatkuu. | (!)",
      "Tila täynnä | Oppimisympäristön tila vastauksillesi on täynnä – teksti on vain tällä sivulla. Ota siitä kopio, ennen kuin suljet sivun. Ota vastauksistasi kopio. Lyhennä sitten jotakin vastausta, niin tallennus jatkuu. | (!)",
      "Ei tallenneta | Katselutilassa mitään ei tallenneta.",
      "Ei tallenneta | Katselutilassa mitään ei tallenneta.",
      "Ei yhteyttä | Yhteys oppimisympäristöön on katkennut – teksti on tallessa tällä koneella. Yritetään uudelleen klo 14.05. Sulje kurssi, lataa oppimisympäristön sivu uudelleen ja avaa kurssi sieltä. Tallentamatta jäänyt teksti tulee mukana, kun avaat kurssin tällä koneella samassa selaimessa. | (!)",
      "Ei yhteyttä | Yhteys oppimisympäristöön on katkennut – teksti on vain tällä sivulla. Ota siitä kopio, ennen kuin suljet sivun. Sulje kurssi, lataa oppimisympäristön sivu uudelleen ja avaa kurssi sieltä. Tuo kopio sen jälkeen kurssiin Oma työkirja -⁠sivulla. | (!)",
      "Ei tallennu | Selain ei ota tallennusta vastaan – teksti on tallessa tällä koneella. Yritetään uudelleen klo 14.05. | (!)",
      "Ei tallennu | Selain ei ota tallennusta vastaan – teksti on vain tällä sivulla. Ota siitä kopio, ennen kuin suljet sivun. | (!)",
    ]
  `);
});

test('nobody is told that work is saved while it is not', () => {
  for (const reason of reasons) {
    const { label, detail } = saveWords(notSaved(reason, false), fi);
    expect(`${label} ${detail}`).not.toMatch(/Tallennettu|Lähetetty|on tallessa/);
  }
});

test('words that wait for a save are not called saved, and nothing is told aloud', () => {
  const { label, urgent } = saveWords({ state: 'pending' }, fi);
  expect(label).not.toBe('');
  expect(label).not.toMatch(/Tallennettu|Lähetetty/);
  expect(urgent).toBe(false);
  expect(saveAnnouncement({ state: 'saved', at }, { state: 'pending' }, fi)).toBe('');
  expect(saveAnnouncement(notSaved('offline'), { state: 'pending' }, fi)).toBe('');
});

test('who was logged out is sent to the page of the LMS, and told how her text comes along', () => {
  for (const local of [true, false]) {
    const { next } = saveWords(notSaved('session-ended', local), fi);
    expect(next).toContain('lataa oppimisympäristön sivu uudelleen');
    expect(next).toContain('toisessa välilehdessä tai tämän sivun lataaminen ei riitä');
    expect(next).toContain(local ? fi.saving.comesAlong : fi.saving.bringCopy);
  }
});

test('a page that may be a login, a network’s or that of a closed course is told as no more than that', () => {
  for (const text of [fi, sv, en]) {
    const { label, what, next } = saveWords(notSaved('other-page', true, at), text);
    expect(`${label} ${what}`).not.toContain(text.saving.why['session-ended']);
    expect(label).not.toBe(text.saving.notSaved['session-ended']);
    expect(next).toContain(text.saving.retryAt(at));
    expect(next).toContain(text.saving.comesAlong);
  }
});

test('text that is nowhere but on the page is always urgent', () => {
  for (const reason of reasons.filter((one) => one !== 'read-only')) expect(saveWords(notSaved(reason, false), fi).urgent).toBe(true);
});

test('a screen reader hears the first save, and no save after it', () => {
  expect(saveAnnouncement({ state: 'unchanged' }, { state: 'saved', at }, fi)).toBe(fi.saving.firstSaved);
  expect(saveAnnouncement({ state: 'saved', at }, { state: 'saving', local: true }, fi)).toBe('');
  expect(saveAnnouncement({ state: 'saved', at }, { state: 'saved', at: at + 60_000 }, fi)).toBe('');
});

test('a screen reader hears that saving stopped, once, and that it works again', () => {
  expect(saveAnnouncement({ state: 'saved', at }, notSaved('offline', true, at), fi)).toContain('Ei yhteyttä');
  expect(saveAnnouncement(notSaved('offline', true, at), notSaved('offline', true, at + 30_000), fi)).toBe('');
  expect(saveAnnouncement(notSaved('offline'), { state: 'sent', at }, fi)).toBe(fi.saving.backAgain);
});
