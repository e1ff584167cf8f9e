import { expect, test } from 'vitest';
import type { SaveStatus } from '../../src/session/save-status.ts';
import { saveAnnouncement, saveWords } from '../../src/shell/save-words.ts';
import { fi } from '../../src/text/fi.ts';

const at = new Date(2026, 10, 24, 14, 5).getTime();
type Reason = Extract<SaveStatus, { state: 'not-saved' }>['reason'];
const reasons: Reason[] = ['offline', 'session-ended', 'refused', 'full', 'read-only', 'no-lms', 'storage'];
const notSaved = (reason: Reason, local = true, retryAt?: number): SaveStatus => ({
  state: 'not-saved',
  reason,
  local,
  ...(retryAt === undefined ? {} : { retryAt }),
});

test('every status is said in words', () => {
  const statuses: SaveStatus[] = [
    { state: 'unchanged' },
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
      "Tallennetaan",
      "Tallennettu 14.05",
      "Lähetetty 14.05",
      "Tässä selaimessa 14.05",
      "Ei yhteyttä | Ei yhteyttä – teksti on tallessa tällä koneella. Yritetään uudelleen klo 14.05.",
      "Ei yhteyttä | Ei yhteyttä – teksti on vain tällä sivulla. Ota siitä kopio, ennen kuin suljet sivun. | (!)",
      "Istunto päättyi | Kirjautuminen on päättynyt – teksti on tallessa tällä koneella. Yritetään uudelleen klo 14.05. Kirjaudu uudelleen toisessa välilehdessä ja palaa tähän. Jos se ei auta, sulje kurssi ja avaa se uudelleen. | (!)",
      "Istunto päättyi | Kirjautuminen on päättynyt – teksti on vain tällä sivulla. Ota siitä kopio, ennen kuin suljet sivun. Kirjaudu uudelleen toisessa välilehdessä ja palaa tähän. Jos se ei auta, sulje kurssi ja avaa se uudelleen. | (!)",
      "Ei tallennu | Oppimisympäristö ei ota tallennusta vastaan – teksti on tallessa tällä koneella. Yritetään uudelleen klo 14.05. Sulje kurssi ja avaa se uudelleen. Jos se ei auta, ota yhteyttä oppimisympäristön tukeen. | (!)",
      "Ei tallennu | Oppimisympäristö ei ota tallennusta vastaan – teksti on vain tällä sivulla. Ota siitä kopio, ennen kuin suljet sivun. Sulje kurssi ja avaa se uudelleen. Jos se ei auta, ota yhteyttä oppimisympäristön tukeen. | (!)",
      "Tila täynnä | Oppimisympäristön tila vastauksillesi on täynnä – teksti on tallessa tällä koneella. Yritetään uudelleen klo 14.05. Ota vastauksistasi kopio. Lyhennä sitten jotakin vastausta, niin tallennus jatkuu. | (!)",
      "Tila täynnä | Oppimisympäristön tila vastauksillesi on täynnä – teksti on vain tällä sivulla. Ota siitä kopio, ennen kuin suljet sivun. Ota vastauksistasi kopio. Lyhennä sitten jotakin vastausta, niin tallennus jatkuu. | (!)",
      "Ei tallenneta | Tässä tilassa mitään ei tallenneta.",
      "Ei tallenneta | Tässä tilassa mitään ei tallenneta.",
      "Ei yhteyttä | Yhteys oppimisympäristöön on poissa – teksti on tallessa tällä koneella. Yritetään uudelleen klo 14.05. Sulje kurssi ja avaa se oppimisympäristöstä uudelleen. | (!)",
      "Ei yhteyttä | Yhteys oppimisympäristöön on poissa – teksti on vain tällä sivulla. Ota siitä kopio, ennen kuin suljet sivun. Sulje kurssi ja avaa se oppimisympäristöstä uudelleen. | (!)",
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
