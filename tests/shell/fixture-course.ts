import { NOTHING_MOVED } from '../../src/course/moved-ids.ts';
import type { Course, Exercise } from '../../src/course/course.ts';

const reflection = (id: string, classId: string, title: string, label: string): Exercise => ({
  kind: 'reflection',
  id,
  title,
  why: 'Kun kirjoitat sen, huomaat sen.',
  task: '<p>Kirjoita omin sanoin.</p>',
  classes: [classId],
  questions: [
    { id: 'first', label },
    { id: 'secret', label: 'Mitä jätät sanomatta?', private: true, optional: true },
  ],
});

/** A course of four chapters: one to read, three with exercises of different kinds. */
export const course: Course = {
  id: 'https://example.org/licence',
  title: 'Aspa-ajokortti',
  description: 'Pieni kurssi',
  language: 'fi',
  version: '1',
  publisher: 'Kirjastot',
  contact: 'kirjasto@example.org',
  completeWhen: 'compulsory',
  report: 'answers',
  moved: NOTHING_MOVED,
  classes: [
    { id: 'A1', title: 'Kohtaaminen', compulsory: true },
    { id: 'B', title: 'Tiedonhaku', compulsory: false },
    { id: 'C', title: 'Suosittelu', compulsory: false },
  ],
  programmes: [],
  chapters: [
    {
      id: 'esipuhe',
      title: 'Esipuhe – voimmeko olla avuksi?',
      shortTitle: 'Esipuhe',
      parts: [
        {
          type: 'html',
          html: `<h2>Mihin työkirjasta on apua</h2><p>Lue ensin <a href="#b/b.second">toinen tehtävä</a>.</p>
            <div class="panels">${['see', 'talk', 'attitude', 'promise', 'tools', 'wish', 'goal']
              .map(
                (tone) => `<section class="panel panel-${tone}"><h3>Ruutu ${tone}</h3><p>Sanoja ja <a href="#a">linkki</a>.</p></section>`,
              )
              .join('')}</div>
            <figure class="voice"><div><p>Hänestä kirjasto on kaikille.</p></div><figcaption>Kirjastonhoitaja</figcaption></figure>
            <aside class="note"><p>Huomaa tämä.</p></aside>`,
        },
      ],
    },
    {
      id: 'a',
      sign: 'A',
      title: 'Asiakaspalvelu kirjastoissa',
      shortTitle: 'Asiakaspalvelu',
      lead: 'Kun haluat kohdata kaikki',
      parts: [{ type: 'exercise', exercise: reflection('a.meeting', 'A1', 'Kohtaaminen', 'Miten kohtaat asiakkaan?') }],
    },
    {
      id: 'b',
      sign: 'B',
      title: 'Hyödynnä lähteitä',
      shortTitle: 'Hyödynnä lähteitä',
      parts: [
        { type: 'exercise', exercise: reflection('b.first', 'B', 'Ensimmäinen tehtävä', 'Mitä lähdettä käytät?') },
        { type: 'html', html: '<p>Välissä on tekstiä.</p>'.repeat(40) },
        { type: 'exercise', exercise: reflection('b.second', 'B', 'Toinen tehtävä', 'Mitä opit?') },
      ],
    },
    {
      id: 'c',
      sign: 'C',
      title: 'Suosittele sisältöjä',
      shortTitle: 'Suosittele',
      parts: [
        {
          type: 'exercise',
          exercise: {
            kind: 'user-ideas',
            id: 'c.ideas',
            title: 'Kysytään käyttäjiltä',
            why: 'Käyttäjä tietää.',
            task: '',
            classes: ['C'],
            ideasLabel: 'Ideat',
            add: 'Lisää idea',
            minimum: 1,
            privacy: 'Älä kirjoita nimiä.',
            who: { id: 'who', label: 'Kuka sanoi?', suggestions: [] },
            channel: { id: 'channel', label: 'Missä?', options: [{ id: 'desk', label: 'Palvelupiste' }] },
            sort: { id: 'sort', label: 'Mitä lajia?', options: [{ id: 'idea', label: 'Idea' }] },
            what: { id: 'what', label: 'Mitä sanottiin?' },
            response: { id: 'response', label: 'Mitä voimme tehdä?', optional: true },
          },
        },
      ],
    },
  ],
};
