/** A municipality's own two colours, held to what the course uses them for. Computed where they are chosen: at the build and in the administrator's page. */
import { channelsOf, contrast, TEXT_CONTRAST } from './contrast.ts';
import { dark, light, type Palette, type Role } from './palette.ts';

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
  return GROUNDS.every((ground) => contrast(colour, palette[ground]) >= TEXT_CONTRAST);
}

/** What is read on a ground: white or ink. */
function inkOn(ground: string): string | undefined {
  return ['#ffffff', light.ink].find((ink) => contrast(ink, ground) >= TEXT_CONTRAST);
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

function hex(channels: readonly number[]): string {
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
