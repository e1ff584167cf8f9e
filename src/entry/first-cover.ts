/**
 * Runs in the page itself, before the course's script has come: shows the cover's title, which the build has written there hidden
 * (`build/write-first-cover.ts`), where this launch opens with the cover and the title will stand.
 */
import type { Language } from '../course/course.ts';
import type { SettingsBlock } from '../course/settings.ts';
import { wasReloaded } from '../shell/frame/reloaded.ts';
import { wantedLanguage } from '../text/wanted-language.ts';

const cover = document.getElementById('first-cover');
const offerer = cover?.querySelector<HTMLElement>('.offerer');
const settings = document.getElementById('course-settings');
if (cover && offerer && settings && opensWithCover()) {
  const { defaultLanguage, organization, theme } = (JSON.parse(settings.textContent) as SettingsBlock).settings;
  const { lang } = document.documentElement;
  const offered = (cover.dataset['languages'] ?? '').split(' ') as Language[];
  // What she has chosen in the course and what her LMS says is not known yet.
  const wanted = wantedLanguage(offered, { browser: navigator.languages, byDefault: defaultLanguage ?? (lang as Language) });
  // As `CoverPage` has it above the title: only the room, since the colours are worked out by the course's script.
  offerer.hidden = !theme?.logo && (organization === undefined || theme?.band === undefined);
  if (theme?.logo) offerer.style.height = '72px';
  else offerer.children[0]?.append(organization ?? '');
  cover.hidden = wanted !== lang;
}

/** A link into the course and a reload lead past the cover. */
function opensWithCover(): boolean {
  return location.hash.length < 2 && !wasReloaded(window);
}
