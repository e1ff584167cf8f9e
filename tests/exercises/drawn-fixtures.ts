import type { CustomerProfiles } from '../../src/exercises/customer-profiles/definition.ts';
import type { OrientationGuide } from '../../src/exercises/orientation-guide/definition.ts';
import type { ServicePath } from '../../src/exercises/service-path/definition.ts';
import type { StakeholderMap } from '../../src/exercises/stakeholder-map/definition.ts';

export const path: ServicePath = {
  kind: 'service-path',
  id: 'c.path',
  title: 'Palvelupolku',
  why: 'Löydät kohdat, joissa suositus tulee oikeaan aikaan.',
  task: '<p>Kulje asiakkaan polku.</p>',
  classes: ['C'],
  group: { id: 'group', label: 'Mikä kohderyhmä on sinulle vieras?', maxLength: 400, example: 'Omaishoitajat.' },
  channels: {
    id: 'channels',
    label: 'Missä palvelukanavassa polku kulkee?',
    options: [
      { id: 'desk', label: 'Palvelupiste' },
      { id: 'chat', label: 'Chat' },
    ],
  },
  contact: {
    id: 'contact',
    label: 'Miten kontakti tapahtuu?',
    options: [
      { id: 'face', label: 'Kasvokkain' },
      { id: 'phone', label: 'Puhelimitse' },
    ],
  },
  phases: [
    {
      id: 'before',
      label: 'Ennen palvelua',
      steps: [
        { id: 'need', label: 'Mikä on asiakkaan palveluntarve?' },
        { id: 'choice', label: 'Kuinka asiakas valitsee tapansa asioida?' },
      ],
    },
    { id: 'after', label: 'Palvelun jälkeen', steps: [{ id: 'later', label: 'Mitä tapahtuu palvelutilanteen jälkeen?' }] },
  ],
  marks: [
    { id: 'recommend', label: 'Suosittelu', note: 'Mitä suosittelet?' },
    { id: 'tip', label: 'Vinkkaus', note: 'Mitä vinkkaat?' },
  ],
};

export const map: StakeholderMap = {
  kind: 'stakeholder-map',
  id: 'd.map',
  title: 'Sidosryhmäkartta',
  why: 'Näet, kenen kanssa kannattaa jutella.',
  task: '<p>Täydennä miellekartta.</p>',
  classes: ['D'],
  centre: 'Kirjaston asiakaspalvelu',
  branches: [
    { id: 'partners', label: 'Mitkä kumppanit ovat keskeisiä?', shortLabel: 'Kumppanit' },
    { id: 'marketing', label: 'Kenen kanssa voisit markkinoida?', shortLabel: 'Markkinointi yhdessä' },
    { id: 'customers', label: 'Keitä ovat asiakkaanne?', shortLabel: 'Asiakkaat', add: 'Lisää asiakasryhmä' },
    { id: 'more', label: 'Mitä muuta voisit tehdä?', shortLabel: 'Mitä muuta?' },
  ],
};

export const profiles: CustomerProfiles = {
  kind: 'customer-profiles',
  id: 'e.profiles',
  title: 'Asiakasprofiilien tunnistaminen',
  why: 'Yhteinen kuva auttaa koko työyhteisöä.',
  task: '<p>Luokaa profiilit yhdessä.</p>',
  classes: ['E'],
  profilesLabel: 'Asiakasprofiilit',
  add: 'Lisää asiakasprofiili',
  minimum: 2,
  name: { id: 'name', label: 'Asiakasprofiili', help: 'Anna kuvaava nimi.', maxLength: 200, example: 'Iltapäivän koululainen' },
  ways: { id: 'ways', label: 'Tavat käyttää palvelua' },
  channels: { id: 'channels', label: 'Palvelun tarjoamisen kanavat', help: 'Missä kanavassa?' },
  ensuring: { id: 'ensuring', label: 'Toteutumisen varmistaminen' },
};

export const guide: OrientationGuide = {
  kind: 'orientation-guide',
  id: 'p.guide',
  title: 'Perehdytystehtävä',
  why: 'Yhdelle sivulle mahtuu olennainen.',
  task: '<p>Laadi yhden sivun ohje.</p>',
  classes: [],
  heading: { id: 'heading', label: 'Ohjeen otsikko' },
  text: { id: 'text', label: 'Perehdytysohje' },
  summary: 'Monikanavainen palveluosaaminen lyhyesti',
  notice: {
    id: 'notice',
    label: 'Huomioi',
    options: [
      { id: 'respect', label: 'Kunnioittava asenne' },
      { id: 'friendliness', label: 'Ystävällisyys' },
    ],
  },
  act: { id: 'act', label: 'Toimi', options: [{ id: 'greeting', label: 'Tervehdi jokaista' }] },
};
