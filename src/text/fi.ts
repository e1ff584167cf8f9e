import { channelAssessment } from './fi/channel-assessment.ts';
import { colleagueStrengths } from './fi/colleague-strengths.ts';
import { customerProfiles } from './fi/customer-profiles.ts';
import { earned } from './fi/earned.ts';
import { exercise } from './fi/exercise.ts';
import { fields } from './fi/fields.ts';
import { languages } from './fi/languages.ts';
import { licence } from './fi/licence.ts';
import { orientationGuide } from './fi/orientation-guide.ts';
import { particulars } from './fi/accessibility-and-privacy.ts';
import { insteadOfCourse } from './fi/instead-of-course.ts';
import { rules } from './fi/rules.ts';
import { saving } from './fi/saving.ts';
import { servicePath } from './fi/service-path.ts';
import { shell } from './fi/shell.ts';
import { stakeholderMap } from './fi/stakeholder-map.ts';
import { support } from './fi/support.ts';
import { trainingProgramme } from './fi/training-programme.ts';
import { userIdeas } from './fi/user-ideas.ts';
import { workbook } from './fi/workbook.ts';

/** The interface in Finnish. Its shape is every other language's too (`Text`). */
export const fi = {
  language: 'fi',
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
