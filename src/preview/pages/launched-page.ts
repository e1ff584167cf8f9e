/** The page that shows an xAPI or cmi5 course beside what the LRS has got. The rest happens in `player/launched.client.ts`. */
import type { LaunchModeAsked } from '../../simulator/lms-server.ts';
import type { LauncherProfile } from '../../simulator/launchers/launcher-profile.ts';
import type { Registration } from '../../simulator/launchers/launch-book.ts';
import type { CoursePackage } from '../package-shelf.ts';
import type { LaunchedConfig } from '../player/player-config.ts';
import { previewText } from '../preview-text.ts';
import type { PreviewLearner } from '../preview-learners.ts';
import { courseHeader, courseStage } from './course-stage.ts';
import { pageFrame, type Html } from './page-frame.ts';
import type { View } from './views.ts';

export interface LaunchedPage {
  readonly registration: Registration;
  readonly learner: PreviewLearner;
  readonly course: CoursePackage;
  readonly profile: LauncherProfile;
  readonly mode: LaunchModeAsked;
  readonly view: View;
  readonly address: string;
  readonly buildNumber: number;
}

export function launchedPage({ registration, learner, course, profile, mode, view, address, buildNumber }: LaunchedPage): Html {
  const config: LaunchedConfig = { base: `/course/${registration.id}`, address, view, buildNumber };
  return pageFrame({
    title: course.title,
    script: '/launched.js',
    bodyClass: `player ${view}`,
    header: courseHeader({
      facts: [learner.name, profile.title, previewText.attempts.number(registration.number)],
      choice: { learner: learner.id, package: course.name, profile: profile.id, mode, view },
    }),
    main: courseStage({ title: course.title, view, config, logTitle: previewText.player.statements, showsCalls: false }),
  });
}
