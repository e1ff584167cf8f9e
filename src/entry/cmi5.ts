import { courses } from 'virtual:course';
import { Cmi5Tracker } from '../tracking/cmi5-tracker.ts';
import { startCourse } from './start-course.ts';

void startCourse(courses[0], new Cmi5Tracker({ courses, page: window }), courses);
