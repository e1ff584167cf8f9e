/** One small exercise of each kind that `tests/exercises/fixtures.ts` does not have, and a course of all nine. */
import { NOTHING_MOVED } from '../../src/course/moved-ids.ts';
import type { Course, Exercise } from '../../src/course/course.ts';
import type { CustomerProfiles } from '../../src/exercises/customer-profiles/definition.ts';
import type { OrientationGuide } from '../../src/exercises/orientation-guide/definition.ts';
import type { Reflection } from '../../src/exercises/reflection/definition.ts';
import type { ServicePath } from '../../src/exercises/service-path/definition.ts';
import type { StakeholderMap } from '../../src/exercises/stakeholder-map/definition.ts';
import { channels, colleague, ideas, training } from '../exercises/fixtures.ts';

const base = (
  id: string,
  classes: readonly string[],
): { id: string; title: string; why: string; task: string; classes: readonly string[] } => ({
  id,
  title: id,
  why: 'Siksi.',
  task: '',
  classes,
});

export const path: ServicePath = {
  ...base('c.path', ['C']),
  kind: 'service-path',
  group: { id: 'group', label: 'Ryhmä?' },
  channels: { id: 'channels', label: 'Kanavat?', options: [{ id: 'desk', label: 'Palvelupiste' }] },
  contact: { id: 'contact', label: 'Kontakti?', options: [{ id: 'face', label: 'Kasvokkain' }] },
  phases: [
    { id: 'before', label: 'Ennen', steps: [{ id: 'need', label: 'Tarve?' }] },
    { id: 'after', label: 'Jälkeen', steps: [{ id: 'then', label: 'Mitä sitten?' }] },
  ],
  marks: [
    { id: 'recommend', label: 'Suosittele', note: 'Mitä?' },
    { id: 'tip', label: 'Vinkkaa', note: 'Mitä?' },
  ],
};

export const map: StakeholderMap = {
  ...base('d.map', ['D']),
  kind: 'stakeholder-map',
  centre: 'Kirjasto',
  branches: [
    { id: 'partners', label: 'Kumppanit?', shortLabel: 'Kumppanit' },
    { id: 'customers', label: 'Asiakkaat?', shortLabel: 'Asiakkaat' },
  ],
};

export const feedback: Reflection = {
  ...base('e.feedback', ['E']),
  kind: 'reflection',
  questions: [
    { id: 'how', label: 'Miten?' },
    { id: 'else', label: 'Muuta?', optional: true },
  ],
};

export const profiles: CustomerProfiles = {
  ...base('e.profiles', ['E']),
  kind: 'customer-profiles',
  profilesLabel: 'Profiilit',
  add: 'Lisää profiili',
  minimum: 2,
  name: { id: 'name', label: 'Profiili' },
  ways: { id: 'ways', label: 'Tavat' },
  channels: { id: 'channels', label: 'Kanavat' },
  ensuring: { id: 'ensuring', label: 'Varmistus' },
};

export const guide: OrientationGuide = {
  ...base('p.guide', []),
  kind: 'orientation-guide',
  heading: { id: 'heading', label: 'Otsikko' },
  text: { id: 'text', label: 'Opas' },
  summary: 'Lyhyesti',
  notice: { id: 'notice', label: 'Huomioi', options: [{ id: 'respect', label: 'Kunnioitus' }] },
  act: { id: 'act', label: 'Toimi', options: [{ id: 'greet', label: 'Tervehdi' }] },
};

export const exercises: readonly Exercise[] = [training, channels, colleague, ideas, path, map, feedback, profiles, guide];

export const course: Course = {
  id: 'https://example.org/licence',
  title: 'Ajokortti',
  description: 'Kurssi',
  language: 'fi',
  version: '1',
  publisher: 'Kirjasto',
  contact: 'kirjasto@example.org',
  completeWhen: 'compulsory',
  report: 'answers',
  moved: NOTHING_MOVED,
  classes: ['A1', 'A2', 'B', 'C', 'D', 'E'].map((id) => ({ id, title: id, compulsory: id.startsWith('A') })),
  programmes: [{ id: 'first', title: 'Treeniohjelma 1', link: 'https://example.org' }],
  chapters: [{ id: 'all', title: 'Kaikki', shortTitle: 'Kaikki', parts: exercises.map((exercise) => ({ type: 'exercise', exercise })) }],
};

/** Answers with which an exercise is just done. */
export const enough: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a.training': {
    'a.training.programme': 'first',
    'a.training.log.aaaa': '1',
    'a.training.log.aaaa.date': '2026-11-24',
    'a.training.log.aaaa.what': 'Tervehdin.',
    'a.training.log.aaaa.touched': 'A1 A2',
    'a.training.log.aaaa.noticed': 'Hymyjä.',
    'a.training.agreed': 'Kahdesti vuodessa.',
  },
  'b.channels': {
    'b.channels.phone.skill': 'fluent',
    'b.channels.phone.presence': 'daily',
    'b.channels.phone.development': 'Opin.',
    'b.channels.help': 'Tunnukset.',
  },
  'b.colleague': {
    'b.colleague.talk': 'Puhelimesta.',
    'b.colleague.strengths.aaaa': '1',
    'b.colleague.strengths.aaaa.strength': 'Kuuntelee.',
    'b.colleague.strengths.bbbb': '2',
    'b.colleague.strengths.bbbb.strength': 'Opastaa.',
    'b.colleague.presenting': 'Palaverissa.',
    'b.colleague.meaning': 'Iso.',
  },
  'c.ideas': {
    'c.ideas.ideas.aaaa': '1',
    'c.ideas.ideas.aaaa.who': 'Nuori',
    'c.ideas.ideas.aaaa.channel': 'desk',
    'c.ideas.ideas.aaaa.sort': 'idea',
    'c.ideas.ideas.aaaa.what': 'Tuoleja.',
    'c.ideas.ideas.aaaa.response': 'Siirretään.',
  },
  'c.path': {
    'c.path.group': 'Omaishoitajat',
    'c.path.channels': 'desk',
    'c.path.contact': 'face',
    'c.path.need': 'Lepo.',
    'c.path.then': 'Kutsu.',
    'c.path.then.marks': 'tip',
  },
  'd.map': {
    'd.map.map.aaaa': 'partners 1',
    'd.map.map.aaaa.text': 'Koulu',
    'd.map.map.bbbb': 'customers 1',
    'd.map.map.bbbb.text': 'Perheet',
  },
  'e.feedback': { 'e.feedback.how': 'Kysymällä.' },
  'e.profiles': Object.fromEntries(
    ['aaaa', 'bbbb'].flatMap((item, index) => [
      [`e.profiles.profiles.${item}`, String(index)],
      ...['name', 'ways', 'channels', 'ensuring'].map((field) => [`e.profiles.profiles.${item}.${field}`, 'Jotain.']),
    ]),
  ) as Record<string, string>,
  'p.guide': { 'p.guide.heading': 'Tervetuloa', 'p.guide.text': 'Kysy aina.', 'p.guide.pages': '1' },
};
