// What the session has given each side to do: whose it is, until when, how it stands, and the dossier that shows it.
// What is late stands first.

import type { ReactNode } from "react";
import { useSay, Words } from "../language/index.ts";
import { Day, PlaceLink, ScrollBox, Sheet, Told, useFieldName, useIn, useNow, usePlaces, Who } from "../parts/index.ts";
import { type ActionShown, type Standing, trackedActions } from "./session-data.ts";
import type { SessionProps } from "./session-page.tsx";

export function ActionsSheet({ data }: SessionProps): ReactNode {
  const say = useSay();
  const field = useFieldName();
  const actions = trackedActions(data, useNow());
  if (actions.length === 0) return null;
  return (
    <Sheet title={<Words id="committee.actions" />}>
      <ScrollBox label={say("committee.actions")}>
        <table className="tbl">
          <caption className="vh">{say("committee.actions")}</caption>
          <thead>
            <tr>
              {(["action", "owner", "due", "progress"] as const).map((one) => (
                <th key={one} scope="col">
                  {field("committee", one)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {actions.map(({ action, standing }) => (
              <Row key={action.id} action={action} standing={standing} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Sheet>
  );
}

function Row({ action, standing }: { readonly action: ActionShown; readonly standing: Standing }): ReactNode {
  const read = useIn();
  const places = usePlaces();
  return (
    <tr>
      <td>
        <Told text={read(action.titles)} />
        <p className="small muted">
          <bdi className="t">{action.id}</bdi>
          {action.note === undefined ? null : (
            <>
              {" · "}
              <Told text={action.note} />
            </>
          )}
          {action.dossier === undefined ? null : (
            <>
              {" · "}
              <PlaceLink to={places.dossier(action.dossier)}>
                <Words id="committee.shownBy" />
              </PlaceLink>
            </>
          )}
        </p>
      </td>
      <td>
        <Who party={action.owner} /> {action.body === undefined ? null : <Told text={action.body} />}
      </td>
      <td>
        <Day date={action.due} />
        {action.asked === undefined ? null : (
          <p className="small">
            <Words id="committee.laterAsked" /> <Day date={action.asked} />
          </p>
        )}
      </td>
      <td>
        <span className={standing === "late" ? "chip chip--warn" : "chip chip--plain"}>
          <Words id={`committee.standing.${standing}`} />
        </span>
      </td>
    </tr>
  );
}
