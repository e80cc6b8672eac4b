// The node itself: its version, the room it has, its last backup, and what its administrator should see to.

import type { ReactNode } from "react";
import type { MachineDetail } from "../../api/index.ts";
import { useAsk } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { Sheet } from "../parts/index.ts";
import { useBytes } from "../parts/upload/index.ts";
import { Day } from "./day.tsx";

type Finding = MachineDetail["findings"][number];

export function MachinePart(): ReactNode {
  const machine = useAsk("machine");
  const bytes = useBytes();
  const worst = ["fail", "warn", "ok"].flatMap((verdict) => machine.findings.filter((one) => one.verdict === verdict));
  return (
    <>
      <Sheet title={<Words id="administration.node.findings" />}>
        {worst.map((finding, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have nothing but their place.
          <FindingRow key={at} finding={finding} />
        ))}
        <p className="sheet__body small soft">
          <Words
            id="administration.node.deeper"
            values={{
              doctor: <bdi className="mono">{"entente doctor"}</bdi>,
              fsck: <bdi className="mono">{"entente fsck"}</bdi>,
            }}
          />
        </p>
      </Sheet>
      <Sheet title={<Words id="administration.node.itself" />}>
        <dl className="pairs sheet__body">
          <dt>
            <Words id="administration.node.version" />
          </dt>
          <dd>
            <bdi className="mono">{`Entente ${machine.version}, ${machine.runtime}`}</bdi>
          </dd>
          <dt>
            <Words id="administration.node.started" />
          </dt>
          <dd>
            <Day at={machine.startedAt} time />
          </dd>
          <dt>
            <Words id="administration.node.store" />
          </dt>
          <dd>
            <bdi>{machine.store.kind}</bdi>, <bdi>{bytes(machine.store.bytes)}</bdi>
          </dd>
          <dt>
            <Words id="administration.node.free" />
          </dt>
          <dd>
            <bdi>{bytes(machine.store.free)}</bdi>
          </dd>
          <dt>
            <Words id="administration.node.backup" />
          </dt>
          <dd>
            {machine.backup === undefined ? (
              <Words id="administration.node.noBackup" />
            ) : (
              <>
                <Day at={machine.backup.at} time />, <bdi>{bytes(machine.backup.bytes)}</bdi>
              </>
            )}
          </dd>
        </dl>
      </Sheet>
    </>
  );
}

function FindingRow({ finding }: { readonly finding: Finding }): ReactNode {
  const bytes = useBytes();
  const { what, verdict, details } = finding;
  const { free, count = 0, days = 0 } = details;
  return (
    <article className="admin__rule">
      <p className="row row--wrap">
        <span className={verdict === "ok" ? "chip" : "chip chip--warn"}>
          <Words id={`administration.verdict.${verdict}`} />
        </span>
        <Words
          id={`administration.finding.${what}.${verdict === "ok" ? "ok" : "not"}`}
          values={{ count, days, free: <bdi>{bytes(Number(free ?? 0))}</bdi> }}
        />
      </p>
    </article>
  );
}
