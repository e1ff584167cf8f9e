/** What is said of options that Commander does not take: it says so in English, here it is said in the language of the run. */
import type { CommanderError } from 'commander';
import type { Language } from '../../course/course.ts';
import type { OptionsText } from '../text/messages/fi/options.ts';
import { DEFAULT_LANGUAGE } from './command-options.ts';
import { languageOf } from './option-values.ts';

/** The language that a command asks for, before it is known whether its options are right. */
export function languageAskedFor(options: readonly string[]): Language {
  const asked = options.flatMap((option, index) => {
    if (option === '--language') return options[index + 1] ?? [];
    return option.startsWith('--language=') ? option.slice('--language='.length) : [];
  });
  return languageOf(asked.at(-1)) ?? DEFAULT_LANGUAGE;
}

/** By Commander's code, and what its message names; its message itself where it is none of these. */
export function wrongOption({ code, message }: CommanderError, words: OptionsText): string {
  const [option = '', value = ''] = /'(.*?)'(?: argument '(.*)' is invalid\.)?/s.exec(message)?.slice(1) ?? [];
  switch (code) {
    case 'commander.unknownOption':
      return words.unknown(option, /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1]);
    case 'commander.optionMissingArgument':
      return words.lacksValue(option);
    case 'commander.excessArguments':
      return words.tooManyWords;
    case 'commander.invalidArgument':
      return words.wrongValue(option, value, message.slice(message.lastIndexOf("' is invalid. ") + "' is invalid. ".length));
    default:
      return message;
  }
}
