/** What the tests do with a browser, whichever engine it has. Small on purpose: what only one engine can is done with that one's own means. */

/** The elements that match, wherever they are in the page's shadow roots, in the order of the document. */
export interface Place {
  /** A compound selector: combinators do not reach into shadow roots, `within` does. */
  readonly css: string;
  /** All of an element's own text, white space apart. */
  readonly text?: string;
  readonly within?: Place;
}

/** The course's page. Actions are for the first element that matches. */
export interface CourseView {
  click(place: Place): Promise<void>;
  /** Replaces what a text or date field holds, as one piece of typing. */
  fill(place: Place, text: string): Promise<void>;
  /** Runs in the page; what it returns is carried over as JSON. */
  read<T>(place: Place, reading: (elements: Element[]) => T): Promise<T>;
}

export interface BrowserWindow {
  /** The course: in the frame that an LMS shows it in, or else the window's own page. */
  readonly course: CourseView;
  goTo(address: string): Promise<void>;
  back(): Promise<void>;
  /** Closes it as a learner does: the page hears that it is left. */
  close(): Promise<void>;
  /** The page is gone, as in a crash, and hears nothing of it where the driver has a way to see to that. */
  vanish(): Promise<void>;
}

/** A browser with an empty profile. Its windows share cookies, storage and locks. */
export interface TestBrowser {
  newWindow(): Promise<BrowserWindow>;
  /** Ends it with all its windows, none of which is asked. */
  quit(): Promise<void>;
}

export interface Engine {
  readonly name: 'Chromium' | 'Firefox' | 'WebKit';
  /** Why it cannot be driven here, and what to install. */
  readonly missing: string | undefined;
  start(): Promise<RunningEngine>;
}

/** An engine's program, in which browsers with profiles of their own are had for less than its start. */
export interface RunningEngine {
  /** @param now what its clock begins at; only Chromium's can be set, the others go by the machine's */
  newBrowser(now?: Date): Promise<TestBrowser>;
  isRunning(): boolean;
  stop(): Promise<void>;
}

/** The frame in which the preview LMS shows a course. */
export const COURSE_FRAME = '#course';
