import { css, html, type TemplateResult } from 'lit';
import type { Answers } from '../course/answers.ts';
import type { Exercise } from '../course/course.ts';
import { channelRows } from '../exercises/channel-assessment/rows.ts';
import { mapPicture } from '../exercises/stakeholder-map/picture.ts';
import { pathPicture } from '../exercises/service-path/picture.ts';
import { profileStyles, renderProfilePicture } from '../exercises/channel-assessment/picture.ts';
import type { Text } from '../text/text.ts';

/** As wide as an A4 page's text, so that a path is drawn once for the screen and the paper. */
const PATH_WIDTH = 640;

/** The picture that an exercise draws of its answers, for the workbook; undefined for the kinds that draw none. */
export function answerPicture(exercise: Exercise, answers: Answers, text: Text): TemplateResult | undefined {
  switch (exercise.kind) {
    case 'channel-assessment': {
      const { channelAssessment } = text;
      return html`${renderProfilePicture(exercise, channelRows(exercise, answers, channelAssessment.unnamed), channelAssessment)}`;
    }
    case 'service-path':
      return pathPicture(exercise, answers, text, PATH_WIDTH);
    case 'stakeholder-map':
      return mapPicture(exercise, answers, text);
    default:
      return undefined;
  }
}

/** How those pictures stand in a page that is not their exercise. */
export const answerPictureStyles = [
  profileStyles,
  css`
    .picture svg.profile-picture {
      width: 420px;
    }
    .picture svg {
      display: block;
      max-width: 100%;
      height: auto;
    }
    @media print {
      .picture svg.profile-picture {
        width: 420px;
      }
      .picture svg {
        max-height: 240mm;
        print-color-adjust: exact;
      }
    }
  `,
];
