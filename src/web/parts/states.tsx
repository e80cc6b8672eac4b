// What stands where content does not: while it is fetched, when there is none, and when it could not be had. An error
// says what happened, what is still safe, and what to do; the node's refusals are said in the reader's language.

import { QueryErrorResetBoundary, useQueryClient } from "@tanstack/react-query";
import { Component, type ReactNode, Suspense, useEffect, useState } from "react";
import type { RefusalText } from "../../api/index.ts";
import { Refused, Unreachable } from "../api/index.ts";
import { useRefusalWords, Words } from "../language/index.ts";

const patienceMs = 2000;

/** Still blocks, no shimmer; after two seconds it says what takes so long. */
export function Loading(): ReactNode {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="loading" aria-busy="true">
      <span className="loading__bar loading__bar--1" />
      <span className="loading__bar loading__bar--2" />
      <span className="loading__bar loading__bar--3" />
      <p className="small muted" role="status">
        {long ? <Words id="parts.loading.long" /> : <span className="vh">{<Words id="parts.loading" />}</span>}
      </p>
    </div>
  );
}

interface EmptyProps {
  /** That nothing waits, in a sentence. */
  readonly title: ReactNode;
  /** The next known date, or what would put something here. */
  readonly children?: ReactNode;
}

export function Empty({ title, children }: EmptyProps): ReactNode {
  return (
    <div className="empty">
      <b>{title}</b>
      {children}
    </div>
  );
}

interface ErrorPanelProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** What the reader can do, named by its object. */
  readonly action?: { readonly name: ReactNode; onPress(): void };
}

/** The ink panel. */
export function ErrorPanel({ title, children, action }: ErrorPanelProps): ReactNode {
  return (
    <div className="err on-ink" role="alert">
      <h3>{title}</h3>
      <div className="err__body">{children}</div>
      {action === undefined ? null : (
        <button type="button" className="btn" onClick={action.onPress}>
          {action.name}
        </button>
      )}
    </div>
  );
}

/** A refusal in the reader's language: what failed and what to do, with its code for who is asked about it. */
export function RefusalWordsOf({ refusal }: { readonly refusal: RefusalText }): ReactNode {
  const words = useRefusalWords()(refusal.code, refusal.details) ?? { failed: refusal.failed, todo: refusal.todo };
  return (
    <div className="refusal">
      <p>
        <b>{words.failed}</b>
      </p>
      <p>{words.todo}</p>
      <p className="small">
        <bdi className="mono">{refusal.code}</bdi>
      </p>
    </div>
  );
}

/** A refusal where it happened: beside the form or the item. */
export function RefusalNote({ refusal }: { readonly refusal: RefusalText }): ReactNode {
  return (
    <div className="note" role="alert">
      <Suspense>
        <RefusalWordsOf refusal={refusal} />
      </Suspense>
    </div>
  );
}

/** An error of a question to the node, in words. */
export function ErrorOf({ error, again }: { readonly error: unknown; readonly again: () => void }): ReactNode {
  const action = { name: <Words id="parts.error.again" />, onPress: again };
  if (error instanceof Refused) {
    return (
      <ErrorPanel title={<Words id="parts.error.refused" />} action={action}>
        <Suspense>
          <RefusalWordsOf refusal={error.refusal} />
        </Suspense>
      </ErrorPanel>
    );
  }
  if (error instanceof Unreachable) {
    return (
      <ErrorPanel title={<Words id="parts.error.nodeDown" />} action={action}>
        <p>
          <Words id="parts.error.nodeDownSafe" />
        </p>
      </ErrorPanel>
    );
  }
  return (
    <ErrorPanel title={<Words id="parts.error.fault" />} action={action}>
      <p>
        <Words id="parts.error.faultSafe" />
      </p>
      <p className="small">
        <bdi className="mono">{error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : null}</bdi>
      </p>
    </ErrorPanel>
  );
}

interface CatchProps {
  readonly children: ReactNode;
  readonly onAgain: () => void;
  /** When it changes, what failed is tried anew: another page, another query. */
  readonly about: string;
}

class Catch extends Component<CatchProps, { readonly error: unknown; readonly failed: boolean }> {
  override state: { readonly error: unknown; readonly failed: boolean } = { error: undefined, failed: false };

  static getDerivedStateFromError(error: unknown): { error: unknown; failed: boolean } {
    return { error, failed: true };
  }

  override componentDidUpdate(before: CatchProps): void {
    if (this.state.failed && before.about !== this.props.about) this.setState({ error: undefined, failed: false });
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const again = (): void => {
      this.props.onAgain();
      this.setState({ error: undefined, failed: false });
    };
    return <ErrorOf error={this.state.error} again={again} />;
  }
}

/**
 * A part of a page that asks the node by itself (`useAsk`): it shows the waiting and the error in its own place, and
 * the rest of the page stays. `about` tells one content from the next.
 */
export function Part({ children, about = "" }: { readonly children: ReactNode; readonly about?: string }): ReactNode {
  const client = useQueryClient();
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Catch
          about={about}
          onAgain={() => {
            reset();
            void client.refetchQueries({ type: "active" });
          }}
        >
          <Suspense fallback={<Loading />}>{children}</Suspense>
        </Catch>
      )}
    </QueryErrorResetBoundary>
  );
}
