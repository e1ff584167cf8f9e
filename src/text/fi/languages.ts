import type { Language } from '../../course/course.ts';

const IN: Readonly<Record<Language, string>> = { fi: 'suomeksi', sv: 'ruotsiksi', en: 'englanniksi' };

export const languages = {
  choose: 'Kieli',
  now: 'Kurssi on nyt suomeksi.',
  missing: {
    title: (wanted: Language) => `Kurssi ei avautunut ${IN[wanted]}`,
    what: (wanted: Language) =>
      `Tiedosto, jossa kurssi on ${IN[wanted]}, ei latautunut. Kurssi jatkuu suomeksi, ja kaikki, mitä olet kirjoittanut, on tallella.`,
    again: 'Yritä uudelleen',
    dismiss: 'Jatka suomeksi',
  },
};
