/** A municipality's own two colours, held to what the course uses them for. Computed where they are chosen: at the build and in the administrator's page. */
import { dark, light, type Palette, type Role } from './palette.ts';

/** Contrast of text on its ground (WCAG 2.2, 1.4.6). */
const TEXT = 7;

/** accent: links and buttons; band: the ground of logo and organization on the cover, and the line above the header. */
export type ThemeColour = 'accent' | 'band';

/** The colours as the course uses them, by the names of its custom properties. */
export interface ThemeColours {
  readonly light: Readonly<Record<string, string>>;
  readonly dark: Readonly<Record<string, string>>;
}

const GROUNDS: readonly Role[] = ['paper', 'panel', 'field', 'tint-a', 'tint-b', 'tint-c', 'tint-d', 'tint-e', 'tint-p'];

/** `#rrggbb`, small letters; undefined for anything else. */
export function readColour(written: string): string | undefined {
  const [, digits] = /^#?([0-9a-f]{6})$/i.exec(written.trim()) ?? [];
  return digits === undefined ? undefined : `#${digits.toLowerCase()}`;
}

/** The colour itself where it passes, else the nearest one of the same hue that does. */
export function nearestPassing(name: ThemeColour, colour: string): string {
  return nearest(colour, name === 'accent' ? (other) => isRead(other, light) : (other) => inkOn(other) !== undefined);
}

/** Both colours have to pass. */
export function themeColours({ accent, band }: Readonly<Partial<Record<ThemeColour, string>>>): ThemeColours {
  const both = band === undefined ? {} : { band, 'on-band': inkOn(band) ?? light.ink, 'band-line': '4px' };
  return {
    light: { ...both, ...(accent === undefined ? {} : { accent, focus: accent }) },
    // The evening's accent is the same hue, as light as the dark grounds want it.
    dark: { ...both, ...(accent === undefined ? {} : { accent: nearest(accent, (other) => isRead(other, dark)), focus: dark.focus }) },
  };
}

function isRead(colour: string, palette: Palette): boolean {
  return GROUNDS.every((ground) => contrast(colour, palette[ground]) >= TEXT);
}

/** What is read on a ground: white or ink. */
function inkOn(ground: string): string | undefined {
  return ['#ffffff', light.ink].find((ink) => contrast(ink, ground) >= TEXT);
}

/** The same hue, as much lighter or darker as is needed and no more. */
function nearest(colour: string, passes: (colour: string) => boolean): string {
  const [red, green, blue] = channelsOf(colour);
  for (let step = 0; step <= 200; step++) {
    const share = step / 200;
    const mixed = [0, 255].map((end) => hex([red, green, blue].map((value) => Math.round(value + (end - value) * share))));
    const found = mixed.find(passes);
    if (found !== undefined) return found;
  }
  return light.ink;
}

export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance of `#rrggbb` (WCAG 2.2, definitions). */
function luminance(colour: string): number {
  const [red, green, blue] = channelsOf(colour)
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(colour: string): [red: number, green: number, blue: number] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return [red, green, blue];
}

function hex(channels: readonly number[]): string {
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
