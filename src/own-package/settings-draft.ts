/** Settings while they are being filled in: what stands in the fields, and what is wrong with it. */
import type { Standard } from '../../build/packages.ts';
import type { CompleteWhen, CourseSettings, Overflow, Report, StatusWhenComplete, Theme } from '../course/settings.ts';
import type { Language } from '../course/course.ts';
import { nearestPassing, readColour, type ThemeColour } from '../theme/own-colours.ts';
import { lrsOrigin } from './lrs-origin.ts';

export interface SettingsDraft {
  readonly organization: string;
  readonly contact: string;
  readonly authority: string;
  /** `2026-11-26`, or empty. */
  readonly assessed: string;
  /** One a line. */
  readonly gaps: string;
  readonly completeWhen: CompleteWhen;
  readonly report: Report;
  readonly statusWhenComplete: StatusWhenComplete;
  readonly wipesOnCompletion: boolean;
  readonly overflow: Overflow;
  /** Hosts with spaces, commas or line ends between. */
  readonly lrs: string;
  /** `#rrggbb`, or empty for the course's own. */
  readonly accent: string;
  readonly band: string;
  /** A `data:` address, or empty. */
  readonly logo: string;
  readonly logoAlt: string;
  /** Empty for the package's main language. */
  readonly defaultLanguage: Language | '';
}

export type DraftField = keyof SettingsDraft;

/** missing: has to be filled in; host: no host; colour: no colour, or one that is not read where it is used, with the nearest that is. */
export type DraftFault =
  | { readonly field: DraftField; readonly what: 'missing' }
  | { readonly field: 'lrs'; readonly what: 'host'; readonly written: string }
  | { readonly field: ThemeColour; readonly what: 'colour'; readonly nearest?: string };

/** The settings that mean something in a package of a standard. */
export function asksFor(field: DraftField, standard: Standard): boolean {
  switch (field) {
    case 'lrs':
      return standard === 'xapi' || standard === 'cmi5';
    case 'overflow':
      return standard === 'scorm12';
    case 'statusWhenComplete':
    case 'wipesOnCompletion':
      return standard === 'scorm12' || standard === 'scorm2004';
    default:
      return true;
  }
}

export function draftOf(settings: CourseSettings): SettingsDraft {
  const {
    organization = '',
    contact,
    authority = '',
    assessed = '',
    gaps = [],
    completeWhen,
    report,
    statusWhenComplete = 'completed',
    wipesOnCompletion = false,
    overflow = 'pages',
    lrs = [],
    defaultLanguage = '',
    theme: { accent = '', band = '', logo } = {},
  } = settings;
  const look = { accent, band, logo: logo?.src ?? '', logoAlt: logo?.alt ?? '' };
  const lines = { gaps: gaps.join('\n'), lrs: lrs.map(hostOf).join('\n') };
  return {
    organization,
    contact,
    authority,
    assessed,
    completeWhen,
    report,
    statusWhenComplete,
    wipesOnCompletion,
    overflow,
    defaultLanguage,
    ...look,
    ...lines,
  };
}

/** @returns all faults, or the settings. Where the standard does not ask for a setting, the package's own stays. */
export function settingsFrom(draft: SettingsDraft, own: CourseSettings, standard: Standard): CourseSettings | readonly DraftFault[] {
  const hosts = draft.lrs.split(/[\s,;]+/).filter((host) => host !== '');
  const faults: DraftFault[] = [
    ...(draft.contact.trim() === '' ? [{ field: 'contact', what: 'missing' } as const] : []),
    ...(asksFor('lrs', standard)
      ? hosts.filter((host) => lrsOrigin(host) === undefined).map((written) => ({ field: 'lrs', what: 'host', written }) as const)
      : []),
  ];
  for (const name of ['accent', 'band'] as const) {
    const fault = colourFault(name, draft[name]);
    if (fault) faults.push(fault);
  }
  if (draft.logo !== '' && draft.logoAlt.trim() === '') faults.push({ field: 'logoAlt', what: 'missing' });
  if (faults.length > 0) return faults;
  const asked = <Value>(field: keyof CourseSettings & DraftField, value: Value | undefined): Record<string, Value> | object => {
    const kept = asksFor(field, standard) ? value : own[field];
    return kept === undefined ? {} : { [field]: kept };
  };
  // What is not written in course.yaml is what the course does by itself: it stays unwritten, so that the package is the build's.
  const unless = <Value>(value: Value, usual: Value, before: Value | undefined): Value | undefined =>
    value === usual && before === undefined ? undefined : value;
  const origins = [...new Set(hosts.flatMap((host) => lrsOrigin(host) ?? []))];
  const gaps = linesOf(draft.gaps);
  return {
    ...written('organization', draft.organization),
    contact: draft.contact.trim(),
    ...written('authority', draft.authority),
    ...written('assessed', draft.assessed),
    ...(gaps.length > 0 ? { gaps } : {}),
    completeWhen: draft.completeWhen,
    report: draft.report,
    ...asked('statusWhenComplete', unless(draft.statusWhenComplete, 'completed', own.statusWhenComplete)),
    ...asked('wipesOnCompletion', unless(draft.wipesOnCompletion, false, own.wipesOnCompletion)),
    ...asked('overflow', unless(draft.overflow, 'pages', own.overflow)),
    ...asked('lrs', origins.length > 0 || own.lrs?.length === 0 ? origins : undefined),
    ...themeOf(draft),
    ...(draft.defaultLanguage === '' ? {} : { defaultLanguage: draft.defaultLanguage }),
  };
}

function written(field: 'organization' | 'authority' | 'assessed', text: string): object {
  return text.trim() === '' ? {} : { [field]: text.trim() };
}

function colourFault(field: ThemeColour, written: string): DraftFault | undefined {
  if (written.trim() === '') return undefined;
  const colour = readColour(written);
  if (colour === undefined) return { field, what: 'colour' };
  const nearest = nearestPassing(field, colour);
  return nearest === colour ? undefined : { field, what: 'colour', nearest };
}

/** In the order of `course.yaml`. */
function themeOf({ accent, band, logo, logoAlt }: SettingsDraft): { readonly theme?: Theme } {
  const colours = Object.entries({ accent, band }).flatMap(([name, written]) => {
    const colour = readColour(written);
    return colour === undefined ? [] : [[name, colour] as const];
  });
  const theme: Theme = { ...Object.fromEntries(colours), ...(logo === '' ? {} : { logo: { src: logo, alt: logoAlt.trim() } }) };
  return Object.keys(theme).length === 0 ? {} : { theme };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** An origin as an administrator writes it. */
function hostOf(origin: string): string {
  return origin.replace(/^https:\/\//, '');
}
