// Opening a channel: what one side proposes and the other confirms.

import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSay, Words } from "../language/index.ts";
import { PageHead, Sheet, usePageTitle, usePlaces } from "../parts/index.ts";
import { ChannelForm } from "./channel-form.tsx";
import "./channels.css";

export function Page(): ReactNode {
  const say = useSay();
  const places = usePlaces();
  const navigate = useNavigate();
  usePageTitle(say("channels.open"));
  return (
    <>
      <PageHead
        kicker={<Words id="channels.kicker" />}
        title={<Words id="channels.open" />}
        sub={<Words id="channels.open.sub" />}
      />
      <Sheet title={<Words id="channels.open.terms" />}>
        <div className="sheet__body">
          <ChannelForm
            onMade={(act) => void navigate({ to: places.channel(act) })}
            onLeave={() => void navigate({ to: places.channels })}
          />
        </div>
      </Sheet>
    </>
  );
}
