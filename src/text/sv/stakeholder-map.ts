import type { Text } from '../text.ts';
import { counted, number } from './forms.ts';

export const stakeholderMap: Text['stakeholderMap'] = {
  mapHeading: 'Kartan som bild',
  outlineHeading: 'Kartan som lista',
  outlineHelp:
    'Skriv punkterna i listan. Kartan ritas samtidigt. Med knapparna bredvid en punkt lägger du till underpunkter och flyttar eller tar bort punkten.',
  summary: (centre, nodes) =>
    `Tankekarta med ${centre} i mitten. ${nodes === 0 ? 'Det finns inga punkter på kartan ännu.' : nodes === 1 ? 'Det finns en punkt på kartan.' : `Det finns ${counted(nodes, 'punkt', 'punkter')} på kartan.`} Samma punkter finns i listan.`,
  view: 'Kartans fönster. Med pilarna rör du dig, med plus och minus zoomar du in och ut, och med noll ser du hela kartan.',
  zoomIn: 'Zooma in',
  zoomOut: 'Zooma ut',
  fit: 'Visa hela kartan',
  scale: (percent) => `${percent}\u00a0%`,
  saveSvg: 'Spara som bild (SVG)',
  savePng: 'Spara som bild (PNG)',
  notSaved: 'Det gick inte att göra någon PNG-bild. Spara kartan som SVG-bild.',
  fileName: 'intressentkarta',
  add: (branch) => `Lägg till en punkt: ${branch}`,
  addChild: 'Lägg till en underpunkt',
  more: 'Ändra punkten',
  node: (parent) => `Punkt under ${parent}`,
  unnamed: 'punkt utan namn',
  up: 'Flytta upp',
  down: 'Flytta ner',
  in: 'Flytta inåt',
  out: 'Flytta utåt',
  remove: 'Ta bort',
  moved: (name, parent, place, count) => `${name}: nu nummer ${place} av ${count} under ${parent}`,
  cannotMove: 'Punkten kan inte flyttas åt det hållet.',
  full: (maximum) => `Kartan är full: den rymmer ${number(maximum)} punkter. Ta bort någon om du vill lägga till en ny.`,
  removedWithChildren: (name, count) =>
    count === 0 ? name : `${name} och ${count === 1 ? 'dess underpunkt' : `dess ${counted(count, 'underpunkt', 'underpunkter')}`}`,
  keysHeading: 'Tangenter',
  keys: [
    ['Enter', 'ny punkt på samma nivå'],
    ['Ctrl + Enter', 'ny underpunkt'],
    ['Pil upp och ner', 'föregående och nästa punkt'],
    ['Alt + pil upp och ner', 'flytta punkten upp eller ner'],
    ['Alt + pil höger och vänster', 'flytta punkten inåt eller utåt'],
    ['Alt + Delete', 'ta bort punkten med dess underpunkter'],
    ['Esc', 'dölj punktens knappar'],
    ['Backsteg i en tom punkt', 'ta bort den tomma punkten'],
  ],
};
