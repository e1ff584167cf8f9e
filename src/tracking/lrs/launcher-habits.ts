/** What a page has found out of its launcher and the LRS behind it: whether a request may depend on an etag, and what becomes of what is posted. */

/**
 * Whether a request may depend on an etag. doubted: one that did was not answered, which may have been the network. useless: some proxies'
 * CORS rules know no such header, and some change the etag, so that it never matches.
 */
type Conditions = 'untried' | 'doubted' | 'work' | 'useless';

/**
 * Whether what is posted is merged into the document. unproved: it was taken, and nobody has looked yet what became of it. doubted: it was not there
 * afterwards, which may have been another page's writing at the same time; where it is so once more, posts are not merged.
 */
type Posts = 'untried' | 'unproved' | 'doubted' | 'merged' | 'not-merged';

export class LauncherHabits {
  #conditions: Conditions = 'untried';
  #posts: Posts = 'untried';

  get conditions(): Conditions {
    return this.#conditions;
  }

  get posts(): Posts {
    return this.#posts;
  }

  /** A request with a condition was taken. */
  conditionTaken(): void {
    this.#conditions = 'work';
  }

  /** A request with a condition was answered with an error. */
  conditionAnswered(): void {
    if (this.#conditions !== 'useless') this.#conditions = 'work';
  }

  /** A request with a condition was not answered, though the LRS is there: the condition may have been why, and at the second time it was. */
  conditionUnanswered(): void {
    this.#conditions = this.#conditions === 'doubted' || this.#conditions === 'useless' ? 'useless' : 'doubted';
  }

  /** A condition did not match, though nobody has written in between. */
  conditionFailed(): void {
    this.#conditions = 'useless';
  }

  postTaken(): void {
    if (this.#posts === 'untried') this.#posts = 'unproved';
  }

  postRefused(): void {
    this.#posts = 'not-merged';
  }

  /** What was posted was looked for in the document. */
  postProved(isThere: boolean): void {
    if (isThere) this.#posts = 'merged';
    else this.#posts = this.#posts === 'doubted' ? 'not-merged' : 'doubted';
  }
}
