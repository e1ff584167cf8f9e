export const languages = {
  choose: 'Language',
  now: 'The course is now in English.',
};
