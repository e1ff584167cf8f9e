export const languages = {
  choose: 'Språk',
  now: 'Kursen är nu på svenska.',
};
