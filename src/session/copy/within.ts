/** Undefined where the answer does not come in time. */
export function within<Result>(milliseconds: number, answer: Promise<Result> | Result): Promise<Result | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), milliseconds);
    void Promise.resolve(answer).then((result) => {
      clearTimeout(timer);
      resolve(result);
    });
  });
}
