import type { Text } from '../text.ts';
import { counted, number } from './forms.ts';

export const stakeholderMap: Text['stakeholderMap'] = {
  mapHeading: 'The map as a picture',
  outlineHeading: 'The map as a list',
  outlineHelp:
    'Write the items in the list. The map is drawn as you write. With the buttons beside an item you add items below it, and move or remove it.',
  summary: (centre, nodes) =>
    `Mind map with ${centre} in the middle. ${nodes === 0 ? 'There are no items on the map yet.' : nodes === 1 ? 'There is one item on the map.' : `There are ${counted(nodes, 'item', 'items')} on the map.`} The same items are in the list.`,
  view: 'The window of the map. Move with the arrow keys, zoom in and out with plus and minus, and see the whole map with zero.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show the whole map',
  scale: (percent) => `${percent}%`,
  saveSvg: 'Save as a picture (SVG)',
  savePng: 'Save as a picture (PNG)',
  notSaved: 'The PNG picture could not be made. Save the map as an SVG picture.',
  fileName: 'stakeholder-map',
  add: (branch) => `Add an item: ${branch}`,
  addChild: 'Add an item below',
  more: 'Edit item',
  node: (parent) => `Item below ${parent}`,
  unnamed: 'item without a name',
  up: 'Move up',
  down: 'Move down',
  in: 'Move inwards',
  out: 'Move outwards',
  remove: 'Remove',
  moved: (name, parent, place, count) => `${name}: now number ${place} of ${count} below ${parent}`,
  cannotMove: 'The item cannot be moved in this direction.',
  full: (maximum) => `The map is full: it holds ${number(maximum)} items. Remove one if you want to add another.`,
  removedWithChildren: (name, count) =>
    count === 0 ? name : `${name} and ${count === 1 ? 'the item below it' : `${counted(count, 'item', 'items')} below it`}`,
  keysHeading: 'Keys',
  keys: [
    ['Enter', 'new item on the same level'],
    ['Ctrl + Enter', 'new item below'],
    ['Up and down arrow', 'previous and next item'],
    ['Alt + up and down arrow', 'move the item up or down'],
    ['Alt + right and left arrow', 'move the item inwards or outwards'],
    ['Alt + Delete', 'remove the item and all items below it'],
    ['Esc', 'hide the buttons of the item'],
    ['Backspace in an empty item', 'remove the empty item'],
  ],
};
