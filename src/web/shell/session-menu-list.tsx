// The menu of the session: places that have no tab on a small screen, the languages, the passkeys, the end.

import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode, RefObject } from "react";
import { Header, Menu, MenuItem, MenuSection, Popover } from "react-aria-components";
import { call } from "../api/index.ts";
import { isLanguage, languages, manners, useSay, useSpeech } from "../language/index.ts";
import { Icon, type IconName, usePlaces } from "../parts/index.ts";

interface SessionMenuListProps {
  readonly trigger: RefObject<HTMLButtonElement | null>;
  onClose(): void;
}

export function SessionMenuList({ trigger, onClose }: SessionMenuListProps): ReactNode {
  const say = useSay();
  const places = usePlaces();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { language, speak } = useSpeech();
  const end = async (): Promise<void> => {
    await call("endSession");
    client.clear();
    window.location.assign("/");
  };
  const act = (key: string): void => {
    if (isLanguage(key)) speak(key);
    else if (key === "end") void end();
    else void navigate({ to: key });
    onClose();
  };
  const entries: readonly { readonly icon: IconName; readonly name: string; readonly to: string }[] = [
    { icon: "dossier", name: say("shell.rail.all"), to: places.dossiers },
    { icon: "directory", name: say("shell.rail.directory"), to: places.directory },
    { icon: "statistics", name: say("shell.rail.statistics"), to: places.statistics },
    { icon: "link", name: say("shell.rail.link"), to: places.link },
    { icon: "administration", name: say("shell.rail.administration"), to: places.administration },
    { icon: "calendar", name: say("shell.rail.calendar"), to: places.calendar },
    { icon: "proof", name: say("session.passkeys"), to: places.session },
  ];
  return (
    <Popover
      className="popover"
      placement="bottom end"
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      <Menu className="menu" aria-label={say("shell.me.menu")} autoFocus="first" onAction={(key) => act(String(key))}>
        <MenuSection>
          <Header className="menu__head kicker">{say("shell.rail.side")}</Header>
          {entries.map((entry) => (
            <MenuItem key={entry.to} id={entry.to} className="menu__item" textValue={entry.name}>
              <Icon name={entry.icon} />
              {entry.name}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSection>
          <Header className="menu__head kicker">{say("shell.language")}</Header>
          {languages.map((each) => (
            <MenuItem key={each} id={each} className="menu__item" textValue={manners[each].name}>
              <span lang={each}>{manners[each].name}</span>
              {each === language ? <Icon name="check" /> : null}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSection aria-label={say("shell.me.menu")}>
          <MenuItem id="end" className="menu__item">
            {say("shell.me.end")}
          </MenuItem>
        </MenuSection>
      </Menu>
    </Popover>
  );
}
