/** A request that the LRS refuses, with the HTTP status of xAPI Communication 3.2. */
export class LrsProblem extends Error {
  override readonly name = 'LrsProblem';

  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 500,
    message: string,
  ) {
    super(message);
  }
}
