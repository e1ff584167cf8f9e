/** The SCORM player. The rest happens in `player/player.client.ts`. */
import type { LmsProfile } from '../../simulator/lms-profile.ts';
import type { LaunchModeAsked } from '../../simulator/lms-server.ts';
import type { CoursePackage } from '../package-shelf.ts';
import type { PlayerConfig } from '../player/player-config.ts';
import { previewText } from '../preview-text.ts';
import type { PreviewLearner } from '../preview-learners.ts';
import type { PreviewAttempt } from '../preview-store.ts';
import { courseHeader, courseStage } from './course-stage.ts';
import { pageFrame, type Html } from './page-frame.ts';
import type { View } from './views.ts';

export interface PlayerPage {
  readonly attempt: PreviewAttempt;
  readonly learner: PreviewLearner;
  readonly course: CoursePackage;
  readonly profile: LmsProfile;
  readonly mode: LaunchModeAsked;
  readonly view: View;
  readonly buildNumber: number;
}

export function playerPage({ attempt, learner, course, profile, mode, view, buildNumber }: PlayerPage): Html {
  const config: PlayerConfig = {
    base: `/attempt/${String(attempt.id)}`,
    launch: course.launch,
    profile: profile.id,
    view,
    buildNumber,
    request: {
      standard: attempt.standard,
      attempt: String(attempt.id),
      learner: { id: learner.id, name: learner.name, language: learner.language },
      mode,
    },
  };
  return pageFrame({
    title: course.title,
    script: '/player.js',
    bodyClass: `player ${view}`,
    header: courseHeader({
      facts: [learner.name, profile.title, previewText.attempts.number(attempt.number)],
      choice: { learner: learner.id, package: attempt.package, profile: profile.id, mode, view },
    }),
    main: courseStage({ title: course.title, view, config, logTitle: previewText.player.requests, showsCalls: true }),
  });
}
