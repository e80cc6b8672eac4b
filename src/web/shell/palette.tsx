// The palette: one field, and under it the places, the dossiers that await a side, and the languages that fit what is
// written in it. With what is written one can always go and search the registers.

import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import { queryOf, useAccordId } from "../api/index.ts";
import { isLanguage, languages, manners, useSay, useSpeech } from "../language/index.ts";
import {
  Icon,
  type IconName,
  iconOf,
  type Places,
  placeOfDossier,
  plainText,
  toldText,
  useDossierTitle,
  usePlaces,
  useProcedureName,
} from "../parts/index.ts";

interface Choice {
  /** An address, or a language. */
  readonly key: string;
  readonly icon?: IconName;
  readonly name: string;
  readonly aside?: string;
}

interface Group {
  readonly name: string;
  readonly choices: readonly Choice[];
}

export function Palette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const places = usePlaces();
  const { speak } = useSpeech();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const groups = useGroups(places, text);
  const go = (key: string): void => {
    onClose();
    if (isLanguage(key)) {
      speak(key);
      return;
    }
    const [to = key, query] = key.split("?");
    void navigate({ to, search: Object.fromEntries(new URLSearchParams(query)) });
  };
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => (open ? undefined : onClose())}>
      <Modal className="palette">
        <Dialog aria-label={say("shell.find")} className="palette__box">
          <Autocomplete inputValue={text} onInputChange={setText} filter={() => true}>
            <SearchField className="palette__field" aria-label={say("shell.find")} autoFocus>
              <Icon name="search" />
              <Input placeholder={say("shell.find.hint")} />
            </SearchField>
            <Menu
              className="palette__list"
              aria-label={say("shell.find.results")}
              onAction={(key) => go(String(key))}
              renderEmptyState={() => <p className="palette__empty">{say("shell.find.none")}</p>}
            >
              {groups.map((group) => (
                <MenuSection key={group.name} id={group.name}>
                  <Header className="menu__head kicker">{group.name}</Header>
                  {group.choices.map((choice) => (
                    <MenuItem key={choice.key} id={choice.key} className="menu__item" textValue={choice.name}>
                      {choice.icon === undefined ? null : <Icon name={choice.icon} />}
                      <bdi>{choice.name}</bdi>
                      {choice.aside === undefined ? null : <span className="end">{choice.aside}</span>}
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function useGroups(places: Places, text: string): readonly Group[] {
  const say = useSay();
  const fits = (choice: Choice): boolean => {
    const words = plainText(text).split(/\s+/).filter(Boolean);
    const own = plainText(`${choice.name} ${choice.aside ?? ""}`);
    return words.every((word) => own.includes(word));
  };
  const groups: readonly Group[] = [
    { name: say("shell.find.dossiers"), choices: useDossierChoices(places) },
    { name: say("shell.find.places"), choices: usePlaceChoices(places) },
    {
      name: say("shell.language"),
      choices: languages.map((each) => ({ key: each, name: manners[each].name, aside: each })),
    },
  ];
  const found = groups.map((group) => ({ ...group, choices: group.choices.filter(fits) }));
  const sought = text.trim();
  const registers: Group = {
    name: say("shell.rail.register"),
    choices:
      sought === ""
        ? []
        : [
            {
              key: `${places.register}?q=${encodeURIComponent(sought)}`,
              icon: "register",
              name: say("shell.find.registers", { text: sought }),
            },
          ],
  };
  return [...found, registers].filter((group) => group.choices.length > 0);
}

function useDossierChoices(places: Places): readonly Choice[] {
  const accord = useAccordId();
  const titleOf = useDossierTitle();
  const procedureName = useProcedureName();
  const { data } = useQuery(queryOf("overview", { params: { accord } }));
  const items = [...(data?.own ?? []), ...(data?.other ?? [])];
  const once = new Map(items.map((item) => [item.row.dossier, item]));
  return [...once.values()].map(({ row }) => ({
    key: placeOfDossier(places, row),
    icon: iconOf(row.procedure),
    name: toldText(titleOf(row)),
    aside: procedureName(row.procedure),
  }));
}

function usePlaceChoices(places: Places): readonly Choice[] {
  const say = useSay();
  return [
    { key: places.dashboard, icon: "dashboard", name: say("shell.rail.dashboard") },
    { key: places.accord, icon: "accord", name: say("shell.rail.accord") },
    { key: places.visits, icon: "calendar", name: say("shell.rail.visits") },
    { key: places.programmes, icon: "calendar", name: say("shell.rail.programmes") },
    { key: places.channels, icon: "channel", name: say("shell.rail.channels") },
    { key: places.register, icon: "register", name: say("shell.rail.register") },
    { key: places.dossiers, icon: "dossier", name: say("shell.rail.all") },
    { key: places.openings, icon: "dossier", name: say("shell.rail.open") },
    { key: places.directory, icon: "directory", name: say("shell.rail.directory") },
    { key: places.statistics, icon: "statistics", name: say("shell.rail.statistics") },
    { key: places.link, icon: "link", name: say("shell.rail.link") },
    { key: places.administration, icon: "administration", name: say("shell.rail.administration") },
    { key: places.calendar, icon: "calendar", name: say("shell.rail.calendar") },
    { key: places.session, icon: "proof", name: say("session.passkeys") },
  ];
}
