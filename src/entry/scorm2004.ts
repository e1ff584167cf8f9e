import { primed } from './primed.ts';
import { Scorm2004Tracker } from '../tracking/scorm/scorm2004-tracker.ts';
import { course } from './configured-course.ts';
import { startCourse } from './start-course.ts';

const { moved, statusWhenComplete } = course;

void startCourse(course, new Scorm2004Tracker({ page: window, moved, statusWhenComplete, primed }));
