import { channelAssessment } from './en/channel-assessment.ts';
import { colleagueStrengths } from './en/colleague-strengths.ts';
import { customerProfiles } from './en/customer-profiles.ts';
import { earned } from './en/earned.ts';
import { exercise } from './en/exercise.ts';
import { fields } from './en/fields.ts';
import { languages } from './en/languages.ts';
import { licence } from './en/licence.ts';
import { orientationGuide } from './en/orientation-guide.ts';
import { particulars } from './en/accessibility-and-privacy.ts';
import { insteadOfCourse } from './en/instead-of-course.ts';
import { rules } from './en/rules.ts';
import { saving } from './en/saving.ts';
import { servicePath } from './en/service-path.ts';
import { shell } from './en/shell.ts';
import { stakeholderMap } from './en/stakeholder-map.ts';
import { support } from './en/support.ts';
import { trainingProgramme } from './en/training-programme.ts';
import { userIdeas } from './en/user-ideas.ts';
import { workbook } from './en/workbook.ts';
import type { Text } from './text.ts';

/** The interface in English, with British spelling. */
export const en: Text = {
  language: 'en',
  channelAssessment,
  colleagueStrengths,
  customerProfiles,
  earned,
  exercise,
  fields,
  languages,
  licence,
  orientationGuide,
  particulars,
  insteadOfCourse,
  rules,
  saving,
  servicePath,
  shell,
  stakeholderMap,
  support,
  trainingProgramme,
  userIdeas,
  workbook,
};
