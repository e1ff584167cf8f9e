import { course, courses } from 'virtual:course';
import { Scorm12Tracker } from '../tracking/scorm12-tracker.ts';
import { startCourse } from './start-course.ts';

void startCourse(course, new Scorm12Tracker({ page: window, moved: course.moved, overflow: course.overflow ?? 'pages' }), courses);
