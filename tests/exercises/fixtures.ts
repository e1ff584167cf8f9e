import type { ChannelAssessment } from '../../src/exercises/channel-assessment/definition.ts';
import type { ColleagueStrengths } from '../../src/exercises/colleague-strengths/definition.ts';
import type { Reflection } from '../../src/exercises/reflection/definition.ts';
import type { TrainingProgramme } from '../../src/exercises/training-programme/definition.ts';
import type { UserIdeas } from '../../src/exercises/user-ideas/definition.ts';

export const training: TrainingProgramme = {
  kind: 'training-programme',
  id: 'a.training',
  title: 'Treeniohjelmatehtävä',
  why: 'Palvelutaito kasvaa harjoittelemalla.',
  task: '<p>Valitse treeniohjelma ja pidä päiväkirjaa.</p>',
  classes: ['A1', 'A2'],
  programmeLabel: 'Sopiva treeniohjelma',
  log: {
    label: 'Treenipäiväkirja',
    add: 'Lisää kirjaus',
    date: { id: 'date', label: 'Päivä' },
    what: { id: 'what', label: 'Mitä teit?', example: 'Tervehdin jokaista.' },
    touched: { id: 'touched', label: 'Mihin luokkaan harjoitus liittyi?', help: 'Voit valita molemmat.' },
    noticed: { id: 'noticed', label: 'Mitä huomasit?' },
  },
  agreed: { id: 'agreed', label: 'Kuinka säännöllisesti?', help: 'Kirjaa, mitä sovitte.', example: 'Kaksi kertaa vuodessa.' },
};

export const channels: ChannelAssessment = {
  kind: 'channel-assessment',
  id: 'b.channels',
  title: 'Monikanavainen asiakaspalvelu',
  why: 'Näet kanavasi rinnakkain.',
  task: '<p>Arvioi kanavat.</p>',
  classes: ['B'],
  channelLabel: 'Kanava',
  channels: [
    { id: 'phone', label: 'Puhelin' },
    { id: 'chat', label: 'Chat' },
    { id: 'social', label: 'Some, mitkä?', several: { name: 'Somekanavan nimi', add: 'Lisää somekanava' } },
  ],
  mine: { id: 'mine', label: 'Missä kanavissa palvelet?' },
  notMine: 'Ei kuulu työhöni',
  skill: {
    label: 'Osaamiseni',
    note: 'Huomioita',
    steps: [
      { id: 'learning', label: 'Vasta opettelen' },
      { id: 'familiar', label: 'Selviän tutuista tilanteista' },
      { id: 'fluent', label: 'Palvelu sujuu hyvin' },
      { id: 'guiding', label: 'Voin opastaa muitakin' },
    ],
  },
  presence: {
    label: 'Läsnäoloni',
    note: 'Huomioita',
    steps: [
      { id: 'absent', label: 'En ole vielä mukana' },
      { id: 'sometimes', label: 'Silloin tällöin' },
      { id: 'regularly', label: 'Säännöllisesti' },
      { id: 'daily', label: 'Lähes päivittäin' },
    ],
  },
  development: {
    id: 'development',
    label: 'Kehittäminen',
    help: 'Mitä mahdollisuuksia sinulla on?',
    example: 'Pyydän vuoron kollegan parina.',
  },
  help: { id: 'help', label: 'Kuinka tyhjäksi jääneiden haltuunottoa voisi parantaa?' },
};

export const colleague: ColleagueStrengths = {
  kind: 'colleague-strengths',
  id: 'b.colleague',
  title: 'Kollegan vahvuudet',
  why: 'Kollega näkee sen, mitä itse et.',
  task: '<p>Keskustele kollegan kanssa.</p>',
  classes: ['B'],
  talk: { id: 'talk', label: 'Mitä keskustelitte?' },
  strengths: {
    label: 'Kollegasi vahvuudet',
    add: 'Lisää vahvuus',
    minimum: 2,
    strength: { id: 'strength', label: 'Vahvuus', maxLength: 400, example: 'Kysyy niin, että asiakas keksii itse.' },
  },
  presenting: { id: 'presenting', label: 'Miten esittelit ne?' },
  meaning: { id: 'meaning', label: 'Minkälainen merkitys kollegallasi on?' },
};

export const ideas: UserIdeas = {
  kind: 'user-ideas',
  id: 'c.ideas',
  title: 'Kysytään käyttäjiltä',
  why: 'Käyttäjä näkee sen, mitä talon väki ei.',
  task: '<p>Kysy käyttäjältä.</p>',
  classes: ['C'],
  ideasLabel: 'Käyttäjien ajatukset',
  add: 'Lisää käyttäjän ajatus',
  minimum: 1,
  privacy: 'Älä kirjoita nimiä. Ikäryhmä tai rooli riittää.',
  who: { id: 'who', label: 'Kuka sanoi?', help: 'Ikäryhmä tai rooli, ei koskaan nimeä.', maxLength: 100, suggestions: ['Lapsi', 'Nuori'] },
  channel: {
    id: 'channel',
    label: 'Missä kanavassa?',
    options: [
      { id: 'desk', label: 'Palvelupiste' },
      { id: 'chat', label: 'Chat' },
    ],
  },
  sort: {
    id: 'sort',
    label: 'Mitä sait?',
    options: [
      { id: 'idea', label: 'Idea' },
      { id: 'improvement', label: 'Parannusehdotus' },
    ],
  },
  what: { id: 'what', label: 'Mitä käyttäjä sanoi?' },
  response: { id: 'response', label: 'Mitä voisimme tehdä?' },
};

export const feedback: Reflection = {
  kind: 'reflection',
  id: 'e.feedback',
  title: 'Palautteesta yhteiskehittämiseen',
  why: 'Palaute on alku.',
  task: '<p>Palaa palautteiden ääreen.</p>',
  classes: ['E'],
  questions: [{ id: 'how', label: 'Miten palautteen antaminen muutetaan yhteiskehittämiseksi?' }],
};
