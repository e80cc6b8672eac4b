// One channel: its threads, the thread that is open, and what is known of both. The address names the channel itself or
// one of its threads.

import { useParams } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import type { DossierDetail } from "../../api/index.ts";
import { seeChanges, useAccordId, useAsk } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import {
  Loading,
  PageHead,
  Part,
  PlaceLink,
  Told,
  toldText,
  useAddressText,
  usePageTitle,
  usePlaces,
  useProcedureName,
} from "../parts/index.ts";
import { ProofDrawer } from "../parts/proof/index.ts";
import { ChannelView } from "./channel-view.tsx";
import { parseThread, type TermsRead } from "./data.ts";
import { partOf } from "./param.ts";
import { SideInfo } from "./side-info.tsx";
import { ThreadView } from "./thread-view.tsx";
import { ThreadsNav } from "./threads-nav.tsx";
import { type ChannelShown, useChannels } from "./use-channels.ts";
import "./channels.css";

export function Page(): ReactNode {
  const params: unknown = useParams({ strict: false });
  const dossier = partOf(params, "dossier");
  return <CanalPage key={dossier} dossier={dossier} />;
}

function CanalPage({ dossier }: { readonly dossier: string }): ReactNode {
  const accord = useAccordId();
  const detail = useAsk("dossier", { params: { accord, dossier } });
  const channels = useChannels();
  const act = useAddressText("act");
  // What came in is marked until the reader goes elsewhere.
  useEffect(() => () => seeChanges(dossier), [dossier]);
  const isChannel = detail.row.procedure === "channel";
  const id = isChannel ? dossier : parseThread(detail.data).channel;
  const channel = channels.find((one) => one.dossier === id);
  return (
    <>
      <Head detail={detail} channel={channel} />
      {act.value === "" ? null : <ProofDrawer act={act.value} onClose={() => act.set("")} />}
      {id === undefined ? (
        <Loading />
      ) : (
        <div className="canal">
          <Part about={id}>
            <ThreadsNav channel={id} current={dossier} />
          </Part>
          <Part about={dossier}>
            {isChannel ? (
              <ChannelView detail={detail} onProof={act.set} />
            ) : (
              <ThreadView detail={detail} channel={id} terms={termsOf(channel)} onProof={act.set} />
            )}
          </Part>
          <Part about={`${dossier} info`}>
            <SideInfo detail={detail} channel={channel} onProof={act.set} />
          </Part>
        </div>
      )}
    </>
  );
}

function termsOf(channel: ChannelShown | undefined): TermsRead | undefined {
  return channel?.data.terms;
}

interface HeadProps {
  readonly detail: DossierDetail;
  readonly channel: ChannelShown | undefined;
}

function Head({ detail, channel }: HeadProps): ReactNode {
  const say = useSay();
  const places = usePlaces();
  const procedureName = useProcedureName();
  const { row } = detail;
  const title = channel?.row.title ?? row.title;
  const articles = channel?.data.terms?.articles ?? [];
  usePageTitle(`${toldText(row.title === "" ? procedureName(row.procedure) : row.title)} · ${say("channels.title")}`);
  const open = channel?.row.state === "open";
  return (
    <PageHead
      kicker={
        <>
          <PlaceLink to={places.channels}>
            <Words id="channels.kicker" />
          </PlaceLink>
          {articles.length === 0 ? null : (
            <>
              {" · "}
              <Words
                id="channels.articles"
                values={{ count: articles.length, articles: <bdi className="t">{articles.join(", ")}</bdi> }}
              />
            </>
          )}
        </>
      }
      title={title === "" ? procedureName(row.procedure) : <Told text={title} />}
      actions={
        open ? (
          <>
            <PlaceLink to={`${places.channels}/new/dispatch?channel=${channel.dossier}`} className="btn">
              <Words id="channels.new.dispatch" />
            </PlaceLink>
            <PlaceLink to={`${places.channels}/new/request?channel=${channel.dossier}`} className="btn btn--primary">
              <Words id="channels.new.request" />
            </PlaceLink>
          </>
        ) : null
      }
    />
  );
}
