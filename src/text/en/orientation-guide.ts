import type { Text } from '../text.ts';
import { counted } from './forms.ts';

export const orientationGuide: Text['orientationGuide'] = {
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
