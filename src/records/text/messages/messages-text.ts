/** All that the records command says, in each language. What HR's page says too stands there alone (`from-hr-page.ts`). */
import type { Language } from '../../../course/course.ts';
import { hrPageTextIn } from '../hr-page/hr-page-text.ts';
import { en } from './en.ts';
import { fi, type OwnText } from './fi.ts';
import { fromHrPage, type FromHrPage } from './from-hr-page.ts';
import { sv } from './sv.ts';

export interface MessagesText extends OwnText, FromHrPage {}

/** Says something in whatever language it is told in. */
export type Said<Words = string> = (text: MessagesText) => Words;

const texts: Readonly<Record<Language, OwnText>> = { fi, sv, en };

export function messagesTextIn(language: Language): MessagesText {
  return { ...texts[language], ...fromHrPage(hrPageTextIn(language), language) };
}
