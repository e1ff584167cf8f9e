import { primed } from './primed.ts';
import { Scorm12Tracker } from '../tracking/scorm/scorm12-tracker.ts';
import { course } from './configured-course.ts';
import { startCourse } from './start-course.ts';

const { moved, overflow, statusWhenComplete } = course;

void startCourse(course, new Scorm12Tracker({ page: window, moved, overflow, statusWhenComplete, primed }));
