export const stakeholderMap = {
  sidesLabel: 'Kartan esitystapa',
  sides: { list: 'Luettelo', picture: 'Kartta' },
  outlineHelp: 'Kartta piirtyy luettelosta. Kohdan vierestä voit lisätä sille alakohdan, siirtää sitä tai poistaa sen.',
  /** What the picture shows, for somebody who does not see it. */
  summary: (centre: string, nodes: number) =>
    `Miellekartta, keskellä ${centre}. ${nodes === 0 ? 'Kartassa ei ole vielä kohtia.' : nodes === 1 ? 'Kartassa on yksi kohta.' : `Kartassa on ${nodes} kohtaa.`} Samat kohdat ovat luettelossa.`,
  view: 'Kartan ikkuna. Nuolilla liikut, plussalla ja miinuksella lähennät ja loitonnat, nollalla näet koko kartan.',
  zoomIn: 'Lähennä',
  zoomOut: 'Loitonna',
  fit: 'Näytä koko kartta',
  scale: (percent: number) => `${percent}\u00a0%`,
  saveSvg: 'Tallenna kuvana (SVG)',
  savePng: 'Tallenna kuvana (PNG)',
  notSaved: 'PNG-kuvaa ei saatu tehtyä. Tallenna kartta SVG-kuvana.',
  /** The name of a saved picture's file, without its ending. */
  fileName: 'sidosryhmakartta',
  /** Montako kohtaa haarassa on. */
  nodes: (count: number) => (count === 1 ? '1 kohta' : `${count} kohtaa`),
  add: (branch: string) => `Lisää kohta: ${branch}`,
  addChild: 'Lisää alakohta',
  more: 'Muokkaa kohtaa',
  node: (parent: string) => `Kohta, yläkohtana ${parent}`,
  unnamed: 'nimetön kohta',
  up: 'Siirrä ylös',
  down: 'Siirrä alas',
  in: 'Siirrä sisemmäs',
  out: 'Siirrä ulommas',
  remove: 'Poista',
  moved: (name: string, parent: string, place: number, count: number) =>
    `${name}: nyt numero ${place}, kohtia kaikkiaan ${count}, yläkohtana ${parent}`,
  cannotMove: 'Tähän suuntaan kohtaa ei voi siirtää.',
  full: (maximum: number) => `Kartta on täynnä: siihen mahtuu ${maximum} kohtaa. Poista jokin, jos haluat lisätä uuden.`,
  /** Monen rivin leike on jaettu kohdiksi. */
  pasted: (lines: number) => `Liitit ${lines} riviä. Jokaisesta tuli oma kohta.`,
  removedWithChildren: (name: string, count: number) =>
    count === 0 ? name : `${name} ja sen ${count === 1 ? 'alakohta' : `${count} alakohtaa`}`,
  keysHeading: 'Näppäimet',
  keys: [
    ['Enter', 'uusi kohta saman yläkohdan alle'],
    ['Ctrl + Enter', 'uusi alakohta'],
    ['Nuoli ylös tai alas', 'edellinen tai seuraava kohta'],
    ['Alt + nuoli ylös tai alas', 'siirrä kohtaa ylös tai alas'],
    ['Alt + nuoli oikealle tai vasemmalle', 'siirrä kohta sisemmäs tai ulommas'],
    ['Alt + Delete', 'poista kohta alakohtineen'],
    ['Esc', 'piilota kohdan painikkeet'],
    ['Askelpalautin tyhjässä kohdassa', 'poista tyhjä kohta'],
  ],
};
