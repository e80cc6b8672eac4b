// What has been changed on the screen and not sent: how much, taken back and made again, shown against the version it
// began on, thrown away or sent.

import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { type RefusalText, refusalTextOf } from "../../api/index.ts";
import { Words } from "../language/index.ts";
import { RefusalNote, Sheet } from "../parts/index.ts";
import { compare, differenceCount } from "./comparison.ts";
import { ComparisonList } from "./comparison-list.tsx";
import { isEdited } from "./edits.ts";
import type { EditsInHand } from "./use-edits.ts";

export interface EditsBarProps {
  readonly hand: EditsInHand;
  /** The number that a new version would have. */
  readonly next: number;
  readonly asks: boolean;
  readonly onSend: () => void;
}

export function EditsBar({ hand, next, asks, onSend }: EditsBarProps): ReactNode {
  const [compared, setCompared] = useState(false);
  const [refusal, setRefusal] = useState<RefusalText | undefined>(undefined);
  const { edits, engagements } = hand;
  if (!isEdited(edits) && edits.undone.length === 0) return null;
  const count = differenceCount(compare(edits.before, engagements));
  const carry = (): void => {
    const refused = hand.carryOver();
    setRefusal(refused && refusalTextOf(refused));
  };
  return (
    <Sheet title={<Words id="programme.edits" values={{ count }} />} mine>
      <div className="sheet__body stack">
        {hand.outdated ? (
          <div className="note" role="alert">
            <p>
              <Words id="programme.edits.outdated" />
            </p>
            <Button className="btn" onPress={carry}>
              <Words id="programme.edits.carry" />
            </Button>
          </div>
        ) : null}
        {refusal ? <RefusalNote refusal={refusal} /> : null}
        <p className="soft">
          <Words id="programme.edits.kept" />
        </p>
        <div className="row row--wrap">
          <Button className="btn" isDisabled={edits.done.length === 0} onPress={hand.undo}>
            <Words id="programme.undo" />
          </Button>
          <Button className="btn" isDisabled={edits.undone.length === 0} onPress={hand.redo}>
            <Words id="programme.redo" />
          </Button>
          <Button className="btn" aria-expanded={compared} onPress={() => setCompared(!compared)}>
            <Words id="programme.edits.compare" />
          </Button>
          <Button className="btn" onPress={hand.discard}>
            <Words id="programme.edits.discard" />
          </Button>
        </div>
        {compared ? <ComparisonList before={edits.before} after={engagements} /> : null}
        <Button className="btn btn--primary" isDisabled={count === 0 || hand.outdated} onPress={onSend}>
          <span>
            <Words id={asks ? "programme.ask" : "programme.propose"} values={{ number: next }} />
          </span>
        </Button>
      </div>
    </Sheet>
  );
}
