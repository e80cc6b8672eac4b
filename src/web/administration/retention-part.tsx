// What this side keeps and for how long: its rules, and the documents that are due, or would be and are held.

import type { ReactNode } from "react";
import type { RetentionDetail } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import {
  Empty,
  PlaceLink,
  ScrollBox,
  Sheet,
  Told,
  useAddressText,
  useLevelName,
  usePlaces,
  useProcedureName,
} from "../parts/index.ts";
import { Day } from "./day.tsx";

const spans = ["30", "90", "365", "3650"] as const;

export function RetentionPart(): ReactNode {
  const accord = useAccordId();
  const say = useSay();
  const places = usePlaces();
  const span = useAddressText("days");
  const days = spans.find((one) => one === span.value) ?? "30";
  const retention = useAsk("retention", { params: { accord }, query: { days: Number(days), limit: 500 } });
  const rulesName = say("administration.retention.rules");
  return (
    <>
      <Sheet title={rulesName}>
        {retention.rules.length === 0 ? (
          <Empty title={<Words id="administration.retention.noRules" />} />
        ) : (
          <ScrollBox label={rulesName}>
            <Rules rules={retention.rules} />
          </ScrollBox>
        )}
      </Sheet>
      <Sheet
        title={<Words id="administration.retention.due" values={{ count: retention.due }} />}
        aside={
          <PlaceLink className="btn" to={places.opening("retention")}>
            <Words id="administration.retention.hold" />
          </PlaceLink>
        }
      >
        <div className="sheet__body filters">
          <label className="field">
            <span>
              <Words id="administration.retention.within" />
            </span>
            <select className="input" value={days} onChange={(event) => span.set(event.target.value)}>
              {spans.map((one) => (
                <option key={one} value={one}>
                  {say("administration.days", { count: Number(one) })}
                </option>
              ))}
            </select>
          </label>
        </div>
        {retention.items.length === 0 ? (
          <Empty title={<Words id="administration.retention.none" />} />
        ) : (
          <ScrollBox label={say("administration.part.retention")}>
            <Due items={retention.items} />
          </ScrollBox>
        )}
      </Sheet>
    </>
  );
}

function Rules({ rules }: { readonly rules: RetentionDetail["rules"] }): ReactNode {
  const say = useSay();
  const levelName = useLevelName();
  const procedureName = useProcedureName();
  return (
    <table className="tbl">
      <thead>
        <tr>
          {(["rule", "procedure", "level", "caveat", "kept"] as const).map((column) => (
            <th key={column} scope="col">
              <Words id={`administration.retention.${column}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.name}>
            <th scope="row">
              <bdi className="mono">{rule.name}</bdi>
            </th>
            <td>{rule.procedure === undefined ? say("administration.any") : procedureName(rule.procedure)}</td>
            <td>{rule.level === undefined ? say("administration.any") : levelName(rule.level)}</td>
            <td>{rule.caveat === undefined ? say("administration.any") : <bdi className="mono">{rule.caveat}</bdi>}</td>
            <td>{say("administration.days", { count: rule.days })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Due({ items }: { readonly items: RetentionDetail["items"] }): ReactNode {
  const places = usePlaces();
  const levelName = useLevelName();
  const procedureName = useProcedureName();
  return (
    <table className="tbl">
      <thead>
        <tr>
          {(["document", "dossier", "level", "rule", "dueAt", "held"] as const).map((column) => (
            <th key={column} scope="col">
              <Words id={`administration.retention.${column}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.document}>
            <th scope="row">
              <bdi className="mono">{item.document.slice(7, 23)}</bdi>
            </th>
            <td>
              <PlaceLink to={places.dossier(item.dossier)}>{procedureName(item.procedure)}</PlaceLink>
            </td>
            <td>{levelName(item.classification)}</td>
            <td>
              <bdi className="mono">{item.rule}</bdi>
            </td>
            <td>
              <Day at={item.dueAt} />
            </td>
            <td>
              {item.hold === undefined ? (
                <Words id="administration.retention.notHeld" />
              ) : (
                <>
                  <PlaceLink to={places.dossier(item.hold.dossier)}>
                    <Told text={item.hold.reason} />
                  </PlaceLink>
                  {item.hold.until === undefined ? null : (
                    <p className="small muted">
                      <Words id="administration.until" values={{ day: <Day at={item.hold.until} /> }} />
                    </p>
                  )}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
