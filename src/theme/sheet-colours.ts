import { unsafeCSS, type CSSResult } from 'lit';
import { light } from './palette.ts';

/** Paper is white by night too: what is drawn as a sheet has these colours in every light. */
export const SHEET = {
  paper: '#ffffff',
  ink: light.ink,
  'ink-soft': light['ink-soft'],
  /** Words that stand where something is still to be written. */
  'ink-faint': '#5a646c',
  edge: light.control,
  heading: light['class-p'],
  ground: light['tint-p'],
  /** The part of the sheet that will not be printed. */
  outgrown: '#fdeeda',
  error: light.error,
} as const;

/** For a style sheet. */
export const sheetColours = Object.fromEntries(Object.entries(SHEET).map(([role, colour]) => [role, unsafeCSS(colour)])) as Readonly<
  Record<keyof typeof SHEET, CSSResult>
>;
