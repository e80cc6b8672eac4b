// Who is signed in, and what they may do about it: their passkeys, the end of the session.

import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { call, useAsk } from "../api/index.ts";
import { useSay } from "../language/index.ts";
import { Seal, useFunctionName, usePlaces, useSides } from "../parts/index.ts";

export function SessionMenu(): ReactNode {
  const { own } = useSides();
  const session = useAsk("session");
  const say = useSay();
  const functionName = useFunctionName();
  const client = useQueryClient();
  const places = usePlaces();
  const go = useNavigate();
  if (session.state !== "signedIn") return null;
  const [first = ""] = session.functions;
  const end = async (): Promise<void> => {
    await call("endSession");
    client.clear();
    window.location.assign("/");
  };
  return (
    <MenuTrigger>
      <Button className="me" aria-label={say("shell.me", { name: functionName(first) })}>
        <Seal party={own} size="session" />
        <span className="me__words">
          <b>{functionName(first)}</b>
          <small>{functionName(session.service)}</small>
        </span>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={say("shell.me.menu")}>
          <MenuItem id="passkeys" className="menu__item" onAction={() => void go({ to: places.session })}>
            {say("session.passkeys")}
          </MenuItem>
          <MenuItem id="end" className="menu__item" onAction={() => void end()}>
            {say("shell.me.end")}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
