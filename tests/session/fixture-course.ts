import { NOTHING_MOVED } from '../../src/course/moved-ids.ts';
import type { Course } from '../../src/course/course.ts';

/** A small course with one exercise of each way of writing: text, choice, list, tree. */
export const course: Course = {
  id: 'https://example.org/licence',
  title: 'Ajokortti',
  description: 'Pieni kurssi',
  language: 'fi',
  version: '1',
  publisher: 'Kirjasto',
  contact: 'kirjasto@example.org',
  completeWhen: 'compulsory',
  report: 'answers',
  moved: NOTHING_MOVED,
  classes: [
    { id: 'A1', title: 'Kohtaaminen', compulsory: true },
    { id: 'B', title: 'Tiedonhaku', compulsory: false },
  ],
  programmes: [{ id: 'first', title: 'Treeniohjelma 1', link: 'https://example.org' }],
  chapters: [
    {
      id: 'a',
      title: 'A',
      shortTitle: 'A',
      parts: [
        {
          type: 'exercise',
          exercise: {
            kind: 'reflection',
            id: 'a.thoughts',
            title: 'Ajatuksia',
            why: 'Siksi.',
            task: '',
            classes: ['A1'],
            questions: [
              { id: 'first', label: 'Ensimmäinen?' },
              { id: 'secret', label: 'Salainen?', private: true, optional: true },
            ],
          },
        },
      ],
    },
    {
      id: 'b',
      title: 'B',
      shortTitle: 'B',
      parts: [
        {
          type: 'exercise',
          exercise: {
            kind: 'user-ideas',
            id: 'b.ideas',
            title: 'Ideat',
            why: 'Siksi.',
            task: '',
            classes: ['B'],
            ideasLabel: 'Ideat',
            add: 'Lisää',
            minimum: 1,
            privacy: 'Ei nimiä.',
            who: { id: 'who', label: 'Kuka', suggestions: [] },
            channel: { id: 'channel', label: 'Kanava', options: [{ id: 'desk', label: 'Palvelupiste' }] },
            sort: { id: 'sort', label: 'Laji', options: [{ id: 'idea', label: 'Idea' }] },
            what: { id: 'what', label: 'Mitä' },
            response: { id: 'response', label: 'Mitä tehdä', optional: true },
          },
        },
        {
          type: 'exercise',
          exercise: {
            kind: 'stakeholder-map',
            id: 'b.map',
            title: 'Kartta',
            why: 'Siksi.',
            task: '',
            classes: ['B'],
            centre: 'Kirjasto',
            branches: [{ id: 'partners', label: 'Ketkä?', shortLabel: 'Kumppanit' }],
          },
        },
      ],
    },
  ],
};
