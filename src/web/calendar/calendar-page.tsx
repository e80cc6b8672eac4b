// The addresses under which the officer's calendar program reads the deadlines and dates of a function: made, made anew
// and revoked. An address is shown once, after it was made: the node does not know it any more.

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button, Input, Label, TextField } from "react-aria-components";
import { call, queryOf, useAccordId, useAsk } from "../api/index.ts";
import { useDates, useSay, useSpeech, Words, wallIn } from "../language/index.ts";
import { ErrorOf, PageHead, Sheet, useFunctionName, usePageTitle } from "../parts/index.ts";

export function Page(): ReactNode {
  const say = useSay();
  usePageTitle(say("calendar.title"));
  const session = useAsk("session");
  if (session.state !== "signedIn") return null;
  return (
    <>
      <PageHead title={<Words id="calendar.title" />} sub={<Words id="calendar.sub" />} />
      <Sheet title={<Words id="calendar.functions" />}>
        <ul className="passkeys">
          {session.functions.map((code) => (
            <FunctionFeed key={code} code={code} />
          ))}
        </ul>
        <p className="sheet__body small soft">
          <Words id="calendar.secret" />
        </p>
      </Sheet>
    </>
  );
}

function FunctionFeed({ code }: { readonly code: string }): ReactNode {
  const accord = useAccordId();
  const client = useQueryClient();
  const functionName = useFunctionName();
  const { language } = useSpeech();
  const { items } = useAsk("feeds", { params: { accord } });
  const feed = items.find((one) => one.function === code);
  const told = () => client.invalidateQueries({ queryKey: queryOf("feeds", { params: { accord } }).queryKey });
  const making = useMutation({
    mutationFn: () => call("makeFeed", { params: { accord }, body: { function: code, language } }),
    onSuccess: told,
  });
  const revoking = useMutation({
    mutationFn: () => call("revokeFeed", { params: { accord, function: code } }),
    onSuccess: async () => {
      making.reset();
      await told();
    },
  });
  const name = functionName(code);
  const failed = making.error ?? revoking.error;
  return (
    <li className="passkey">
      <div className="stack">
        <b>{name}</b>
        <p className="small soft">
          {feed ? (
            <Words id="calendar.made" values={{ day: <Day at={feed.madeAt} /> }} />
          ) : (
            <Words id="calendar.none" />
          )}
        </p>
        {making.data ? <Address path={making.data.path} /> : null}
        {failed ? (
          <ErrorOf error={failed} again={() => (making.isError ? making.mutate() : revoking.mutate())} />
        ) : null}
      </div>
      <div className="row">
        <Button className="btn" isDisabled={making.isPending} onPress={() => making.mutate()}>
          <Words id={feed ? "calendar.again" : "calendar.make"} values={{ name }} />
        </Button>
        {feed ? (
          <Button className="btn" isDisabled={revoking.isPending} onPress={() => revoking.mutate()}>
            <Words id="calendar.revoke" values={{ name }} />
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** To be taken over by hand: an address that a page copied by itself could be another's. */
function Address({ path }: { readonly path: string }): ReactNode {
  const address = new URL(path, window.location.origin).href;
  return (
    <TextField className="field" value={address} isReadOnly>
      <Label>
        <Words id="calendar.address" />
      </Label>
      <Input dir="ltr" onFocus={(event) => event.currentTarget.select()} />
    </TextField>
  );
}

/** The machine's own time: a story's clock is not asked about addresses. */
function Day({ at }: { readonly at: string }): ReactNode {
  const dates = useDates();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return <bdi className="t">{dates.day(wallIn(timeZone, at))}</bdi>;
}
