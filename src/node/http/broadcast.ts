// One source of events, many listeners. A listener that does not keep up is let go rather than waited for: it comes
// again with its cursor and is given from the register what it missed.

export interface Broadcast<T> {
  publish(value: T): void;
  /** Everything published from now on. Ends when the listener leaves, falls behind, or the broadcast closes. */
  listen(): AsyncIterableIterator<T>;
  close(): void;
}

interface Listener<T> {
  take(value: T): void;
  end(): void;
}

/** `backlog`: how many values wait for one listener before it is let go. */
export function createBroadcast<T>({ backlog }: { readonly backlog: number }): Broadcast<T> {
  const listeners = new Set<Listener<T>>();
  return {
    publish(value) {
      for (const listener of listeners) listener.take(value);
    },
    listen() {
      const { listener, values } = createListener<T>(backlog, () => listeners.delete(listener));
      listeners.add(listener);
      return values;
    },
    close() {
      for (const listener of listeners) listener.end();
    },
  };
}

function createListener<T>(
  backlog: number,
  leave: () => void,
): { readonly listener: Listener<T>; readonly values: AsyncIterableIterator<T> } {
  const waiting: T[] = [];
  const readers: ((result: IteratorResult<T>) => void)[] = [];
  let ended = false;
  const done: IteratorReturnResult<undefined> = { done: true, value: undefined };

  const end = (): void => {
    ended = true;
    leave();
    for (const reader of readers.splice(0)) reader(done);
  };
  const listener: Listener<T> = {
    take(value) {
      const reader = readers.shift();
      if (reader) return reader({ done: false, value });
      // What waits is still given: the listener's cursor then stands before the value that was not taken.
      if (waiting.length < backlog) waiting.push(value);
      else end();
    },
    end,
  };
  const values: AsyncIterableIterator<T> = {
    next() {
      for (const value of waiting.splice(0, 1)) return Promise.resolve({ done: false, value });
      if (ended) return Promise.resolve(done);
      return new Promise((resolve) => readers.push(resolve));
    },
    return() {
      waiting.length = 0;
      end();
      return Promise.resolve(done);
    },
    [Symbol.asyncIterator]: () => values,
  };
  return { listener, values };
}
