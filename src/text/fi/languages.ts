export const languages = {
  choose: 'Kieli',
  now: 'Kurssi on nyt suomeksi.',
};
