/**
 * How a further language comes into the page: its file (`src/own-package/script-files.ts`) is a plain script, since a page on a disk can fetch nothing, and it
 * hands over what it holds by an event, which the course's own script waits for.
 */
import type { Language } from '../course/course.ts';
import type { CourseContent } from '../course/settings.ts';
import type { Text } from './text.ts';

/** What the file of a language holds. */
export interface LanguagePack {
  readonly language: Language;
  readonly text: Text;
  readonly content: CourseContent;
}

const HANDED_OVER = 'aspa-language';

/** Called by the file of a language as soon as it runs. */
export function handOver(pack: LanguagePack, page: Document = document): void {
  page.dispatchEvent(new CustomEvent<LanguagePack>(HANDED_OVER, { detail: pack }));
}

/**
 * Runs the file of a language. @throws Error where it does not come, does not run, or takes longer than `patience` (milliseconds)
 */
export function loadLanguage(language: Language, file: string, page: Document, patience: number): Promise<LanguagePack> {
  const script = page.createElement('script');
  return new Promise<LanguagePack>((resolve, reject) => {
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      page.removeEventListener(HANDED_OVER, handedOver);
      script.remove();
      end();
    };
    const fail = (reason: string): void => settle(() => reject(new Error(`${file} ${reason}.`)));
    const handedOver = (event: Event): void => {
      const { detail } = event as CustomEvent<LanguagePack>;
      if (detail.language === language) settle(() => resolve(detail));
    };
    const timer = setTimeout(() => fail('did not come in time'), patience);
    page.addEventListener(HANDED_OVER, handedOver);
    script.addEventListener('error', () => fail('did not come'));
    // It hands over while it runs: by now it has, unless the page's policy or a fault has kept it from that.
    script.addEventListener('load', () => fail('hands over no language'));
    script.src = file;
    page.head.append(script);
  });
}
