import { Cmi5Tracker } from '../tracking/cmi5-tracker.ts';
import { courses } from './configured-course.ts';
import { startCourse } from './start-course.ts';

void startCourse(courses[0], new Cmi5Tracker({ courses, page: window }), courses);
