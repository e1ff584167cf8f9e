import { channelAssessment } from './sv/channel-assessment.ts';
import { colleagueStrengths } from './sv/colleague-strengths.ts';
import { customerProfiles } from './sv/customer-profiles.ts';
import { earned } from './sv/earned.ts';
import { exercise } from './sv/exercise.ts';
import { fields } from './sv/fields.ts';
import { languages } from './sv/languages.ts';
import { licence } from './sv/licence.ts';
import { orientationGuide } from './sv/orientation-guide.ts';
import { particulars } from './sv/accessibility-and-privacy.ts';
import { insteadOfCourse } from './sv/instead-of-course.ts';
import { rules } from './sv/rules.ts';
import { saving } from './sv/saving.ts';
import { servicePath } from './sv/service-path.ts';
import { shell } from './sv/shell.ts';
import { stakeholderMap } from './sv/stakeholder-map.ts';
import { support } from './sv/support.ts';
import { trainingProgramme } from './sv/training-programme.ts';
import { userIdeas } from './sv/user-ideas.ts';
import { workbook } from './sv/workbook.ts';
import type { Text } from './text.ts';

/** The interface in Swedish, as it is written in Finland. */
export const sv: Text = {
  language: 'sv',
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
