import { expect, test } from 'vitest';
import { foldVoices } from '../../build/fold-voice.ts';

const voice = (inside: string): string => `<figure class="voice"><div>\n${inside}\n</div><figcaption>Lea, kirjasto</figcaption></figure>`;
const short = 'Hän pitää tiedonhakua perustyönä. ';
const long = 'Hänet tunnistaa siitä, että kysyminen, kuunteleminen ja etsiminen sujuvat ja että yhteiset palvelut ovat tuttuja.';
const button = '<button type="button" class="quiet more" aria-expanded="false"></button>';

test('a long voice is folded after the first sentence that leaves a hundred letters to be seen', () => {
  expect(foldVoices(voice(`<p>${short.repeat(3)}${long} ${long}</p>`))).toBe(
    voice(`<p>${short.repeat(3).trim()}</p>\n<div class="rest" hidden="until-found">\n<p>${long} ${long}</p>\n</div>\n${button}`),
  );
});

test('no sentence is folded within a mark, and further paragraphs are folded whole', () => {
  const html = foldVoices(voice(`<p><em>${long} ${long}</em> Ja vielä tämä. ${long}</p>\n<p>Toinen kappale.</p>`));
  expect(html).toContain('</em> Ja vielä tämä.</p>\n<div class="rest" hidden="until-found">');
  expect(html).toContain('<p>Toinen kappale.</p>\n</div>');
});

test('a short voice, and text that is none, stay as they are', () => {
  for (const html of [voice(`<p>${short}</p>`), voice(`<p>${long} ${short}</p>`), `<p>${long} ${long}</p>`])
    expect(foldVoices(html)).toBe(html);
});

test('the edit mode’s invisible marks change nothing of where a voice is folded', () => {
  const first = 'Tiedonhaku on hänestä perustyötä, jota tehdään joka päivä ja jossa kukaan ei ole heti kaikkitietävä. ';
  expect(first.trim().length).toBeGreaterThanOrEqual(100);
  const almost = first.slice(0, 96).trim().replace(/.$/, '.');
  const marked = `\u2060\u2061\u2062\u2063\u2064\u2060${almost}`;
  expect(foldVoices(voice(`<p>${almost} ${long} ${long}</p>`)).indexOf('class="rest"')).toBeGreaterThan(0);
  const folded = foldVoices(voice(`<p>${marked} ${long} ${long}</p>`)).replace(/[\u2060-\u2064]/g, '');
  expect(folded).toBe(foldVoices(voice(`<p>${almost} ${long} ${long}</p>`)));
});
