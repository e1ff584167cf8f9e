import type { Text } from '../text.ts';
import { counted } from './days-and-numbers.ts';

export const orientationGuide: Text['orientationGuide'] = {
  picked: (count) => `${count} chosen`,
  picksHelp: (heading) => `Choose the points for your guide. They come at its end under the heading “${heading}”.`,
  answers: 'Your own answers',
  answersHelp: 'Take from your answers what helps a new colleague. You can then edit the text.',
  reported: 'Your answers do not go to the reports, but the guide does, with all that you add to it.',
  add: 'Add to the guide',
  added: 'Added to the guide',
  noRoom: 'A text this long no longer fits in the guide.',
  answer: 'Answer',
  previewHeading: 'The guide on an A4 page',
  headingPlaceholder: 'Heading of the guide',
  textPlaceholder: 'The text appears here as you write.',
  pageEnds: 'The page ends here',
  outside: 'This part does not fit on the page',
  used: (percent) => `About ${percent}% of the page is used.`,
  fits: 'The guide fits on one page.',
  tooLong: (lines) => `The guide is ${lines === 1 ? 'one line' : counted(lines, 'line', 'lines')} too long.`,
  shorten: 'Shorten the text or remove choices. In print the text is made smaller so that it fits on one page.',
  enlarge: 'Show larger',
  reduce: 'Show beside the text',
  print: 'Print the guide',
};
