// A new thread: a request, a dispatch, a request to release to a third party, a report of a compromise. The channel
// stands in the address or is chosen here.

import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { DraftDetail } from "../../api/index.ts";
import { queryOf, useAccordId, useAsk } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import {
  Empty,
  PageHead,
  PlaceLink,
  Sheet,
  Told,
  useAddressText,
  usePageTitle,
  usePlaces,
  useProcedureName,
} from "../parts/index.ts";
import { CapLine, Ends } from "./channel-cards.tsx";
import { bodyOfDraft } from "./composed.ts";
import { parseThread } from "./data.ts";
import { partOf } from "./param.ts";
import { useDocumentsOf, useDraftInAddress, usePickedInAddress } from "./sources.ts";
import { StepForm } from "./step-form.tsx";
import { type ChannelShown, useChannels } from "./use-channels.ts";
import "./channels.css";

export function Page(): ReactNode {
  const params: unknown = useParams({ strict: false });
  const name = partOf(params, "procedure");
  const draft = useDraftInAddress();
  if (draft === "waiting") return <PageHead title={<Words id="channels.title" />} />;
  return <NewThread key={`${name} ${draft?.id ?? ""}`} name={name} draft={draft} />;
}

interface NewThreadProps {
  readonly name: string;
  readonly draft: DraftDetail | undefined;
}

function NewThread({ name, draft }: NewThreadProps): ReactNode {
  const accord = useAccordId();
  const procedureName = useProcedureName();
  const procedure = useAsk("procedure", { params: { accord, procedure: name } });
  const step = procedure.steps.find((one) => one.from === "opening");
  const title = useSay()(`channels.new.${name}`);
  const about = useAboutDossier();
  const channels = useChannels();
  const open = channels.filter(
    (one) => one.row.state === "open" || (carriesLate(name) && one.data.terms !== undefined),
  );
  const asked = useAddressText("channel");
  const drafted = draft && bodyOfDraft(draft.draft).channel;
  const wanted = asked.value !== "" ? asked.value : (about.channel ?? drafted ?? "");
  const channel =
    open.find((one) => one.dossier === wanted) ?? (wanted === "" && open.length === 1 ? open[0] : undefined);
  usePageTitle(title);
  return (
    <>
      <PageHead kicker={procedureName(name)} title={title} />
      <Sheet title={<Words id="channels.new.channel" />}>
        <div className="sheet__body stack">
          <ChannelChoice channels={open} channel={channel} choose={asked.set} />
        </div>
      </Sheet>
      {channel === undefined || step === undefined ? null : (
        <Sheet title={title}>
          <NewForm
            key={channel.dossier}
            procedure={procedure}
            step={step}
            channel={channel}
            about={about}
            draft={draft}
          />
        </Sheet>
      )}
    </>
  );
}

/** A consent is owed, and a compromise is told, whatever has become of the channel. */
function carriesLate(procedure: string): boolean {
  return procedure === "release" || procedure === "incident";
}

interface About {
  readonly dossier: string | undefined;
  readonly channel: string | undefined;
}

/** The dossier in the address that the new one is about, and the channel it came by. */
function useAboutDossier(): About {
  const accord = useAccordId();
  const { value } = useAddressText("dossier");
  const { data } = useQuery({ ...queryOf("dossier", { params: { accord, dossier: value } }), enabled: value !== "" });
  return {
    dossier: value === "" ? undefined : value,
    channel: data === undefined ? undefined : parseThread(data.data).channel,
  };
}

interface ChannelChoiceProps {
  readonly channels: readonly ChannelShown[];
  readonly channel: ChannelShown | undefined;
  choose(dossier: string): void;
}

function ChannelChoice({ channels, channel, choose }: ChannelChoiceProps): ReactNode {
  const places = usePlaces();
  if (channels.length === 0) {
    return (
      <Empty title={<Words id="channels.new.noChannel" />}>
        <p>
          <PlaceLink to={`${places.channels}/open`}>
            <Words id="channels.open" />
          </PlaceLink>
        </p>
      </Empty>
    );
  }
  const terms = channel?.data.terms;
  return (
    <>
      {channels.map((one) => (
        <label key={one.dossier} className="tick">
          <input
            type="radio"
            name="channel"
            checked={one.dossier === channel?.dossier}
            onChange={() => choose(one.dossier)}
          />
          <Told text={one.row.title} />
        </label>
      ))}
      {terms === undefined ? null : (
        <>
          <Ends terms={terms} />
          <CapLine terms={terms} />
        </>
      )}
    </>
  );
}

interface NewFormProps {
  readonly procedure: Parameters<typeof StepForm>[0]["procedure"];
  readonly step: Parameters<typeof StepForm>[0]["step"];
  readonly channel: ChannelShown;
  readonly about: About;
  readonly draft: DraftDetail | undefined;
}

function NewForm({ procedure, step, channel, about, draft }: NewFormProps): ReactNode {
  const places = usePlaces();
  const navigate = useNavigate();
  const documents = useDocumentsOf(about.dossier ?? draftedAbout(draft));
  const picked = usePickedInAddress();
  const back = (): void => void navigate({ to: places.channels });
  return (
    <StepForm
      procedure={procedure}
      step={step}
      channel={channel.dossier}
      terms={channel.data.terms}
      about={about.dossier ?? draftedAbout(draft)}
      documents={documents}
      picked={picked}
      draft={draft}
      onRegistered={(act) => void navigate({ to: places.channel(act) })}
      onHanded={back}
      onLeave={back}
    />
  );
}

function draftedAbout(draft: DraftDetail | undefined): string | undefined {
  const dossier = draft && bodyOfDraft(draft.draft).dossier;
  return typeof dossier === "string" ? dossier : undefined;
}
