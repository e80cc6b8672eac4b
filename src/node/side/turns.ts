// One thing at a time: what this side registers and what it mirrors change the same state, each in several steps.

export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs the work after all that was asked before it, and gives its result. A failure stops nobody behind it. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work, work);
    this.#last = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  }
}
