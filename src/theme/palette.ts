/**
 * Every colour of the course, by its role. Text on its ground has a contrast of at least 7:1, the border of a control 3:1;
 * a test computes it. Each class has a sign colour, and a tint that is ground for text.
 */
export type Palette = Readonly<Record<Role, string>>;

export type Role =
  | 'paper'
  | 'ink'
  | 'ink-soft'
  | 'line'
  | 'control'
  | 'field'
  | 'panel'
  | 'accent'
  | 'focus'
  | 'ok'
  | 'attention'
  | 'error'
  | SceneRole
  | `class-${SignColour}`
  | `tint-${SignColour}`;

/** What the drawn scenes are filled with; no text stands on them but the library's name, in ink. */
type SceneRole =
  'road' | 'paint' | 'pen' | 'wall' | 'far' | 'near' | 'verge' | 'leaf' | 'fir' | 'water' | 'sun' | 'brick' | 'glass' | 'bark';

/** The letters that have a colour of their own. */
export type SignColour = 'a' | 'b' | 'c' | 'd' | 'e' | 'p';

/** Day in a Finnish reading room: birch paper, blue-black ink. */
export const light: Palette = {
  paper: '#fbfaf7',
  ink: '#1a2127',
  'ink-soft': '#414b53',
  line: '#d8d6ce',
  control: '#767d83',
  field: '#ffffff',
  panel: '#f1efe8',
  accent: '#0c4a80',
  focus: '#0c4a80',
  ok: '#17563a',
  attention: '#6b4200',
  error: '#8c1d18',
  road: '#333c43',
  paint: '#fbfaf7',
  pen: '#1a2127',
  wall: '#ffffff',
  far: '#dfe8e1',
  near: '#c9dacb',
  verge: '#b4cbb8',
  leaf: '#8fb396',
  fir: '#4d7a62',
  water: '#cfe0ec',
  sun: '#f3c66b',
  brick: '#c9704a',
  glass: '#d5e6f2',
  bark: '#f7f5ef',
  'class-a': '#0c4a80',
  'class-b': '#17563a',
  'class-c': '#823500',
  'class-d': '#5d2c86',
  'class-e': '#8b1a44',
  'class-p': '#0d5257',
  'tint-a': '#e3edf6',
  'tint-b': '#e2f0e7',
  'tint-c': '#faead9',
  'tint-d': '#efe6f6',
  'tint-e': '#f9e5eb',
  'tint-p': '#dff0f0',
};

/** The same room in the evening. */
export const dark: Palette = {
  paper: '#14181b',
  ink: '#eeece6',
  'ink-soft': '#bfc4c6',
  line: '#383f45',
  control: '#8a9399',
  field: '#1c2226',
  panel: '#1f262b',
  accent: '#9fcbf3',
  focus: '#ffd479',
  ok: '#93d6b0',
  attention: '#f2c274',
  error: '#ffb3ab',
  // In the evening the windows are lit.
  road: '#333c43',
  paint: '#eeece6',
  pen: '#0d1012',
  wall: '#3a444b',
  far: '#1d2a2a',
  near: '#1f322b',
  verge: '#1a2a24',
  leaf: '#3c5c49',
  fir: '#24433a',
  water: '#20323f',
  sun: '#e9dfc0',
  brick: '#6d3f2c',
  glass: '#f2c274',
  bark: '#bfc4c6',
  'class-a': '#9fcbf3',
  'class-b': '#93d6b0',
  'class-c': '#f6b98a',
  'class-d': '#d5b6f2',
  'class-e': '#f7adc2',
  'class-p': '#8fd5d8',
  'tint-a': '#1b2c3a',
  'tint-b': '#1a2f25',
  'tint-c': '#35271a',
  'tint-d': '#2c2338',
  'tint-e': '#3a212a',
  'tint-p': '#173032',
};
