/** Time that passes faster in a page, so that a learner's pauses do not have to be waited for. */
import type { Page } from 'playwright';

/**
 * For `Date` and timers of the page and its frames only: `performance`, by which the course judges an LMS's answers, goes on as it was.
 * @param page one that shows nothing yet
 */
export async function letTimeFly(page: Page, times: number): Promise<void> {
  await page.addInitScript(flyTime, times);
}

/** Runs in the page before anything else. */
function flyTime(times: number): void {
  /** What is this short waits for the browser, not for the learner, milliseconds. */
  const browserWait = 100;
  const RealDate = Date;
  const timeout = window.setTimeout.bind(window);
  const interval = window.setInterval.bind(window);
  const clock = {
    start: RealDate.now(),
    now(): number {
      return this.start + (RealDate.now() - this.start) * times;
    },
    shorter(milliseconds = 0): number {
      return milliseconds <= browserWait ? milliseconds : milliseconds / times;
    },
  };
  Object.assign(window, {
    setTimeout(handler: TimerHandler, milliseconds?: number, ...parameters: unknown[]) {
      return timeout(handler, clock.shorter(milliseconds), ...parameters);
    },
    setInterval(handler: TimerHandler, milliseconds?: number, ...parameters: unknown[]) {
      return interval(handler, clock.shorter(milliseconds), ...parameters);
    },
    Date: new Proxy(RealDate, {
      construct(target, parameters) {
        return Reflect.construct(target, parameters.length === 0 ? [clock.now()] : parameters) as Date;
      },
      get(target, property) {
        return property === 'now' ? clock.now.bind(clock) : (Reflect.get(target, property) as unknown);
      },
    }),
  });
}
