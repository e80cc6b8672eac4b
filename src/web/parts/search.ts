// What of a page stands in its address: filters, order, what is chosen. An address can be kept and passed on.

import { useNavigate, useSearch } from "@tanstack/react-router";

export interface AddressText {
  readonly value: string;
  /** Replaces the present address; an empty text takes the name out of it. */
  set(value: string): void;
}

/** One name of the address's query; empty where it is not there. */
export function useAddressText(name: string): AddressText {
  const search: unknown = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    value: textIn(search, name),
    set(value) {
      void navigate({
        to: ".",
        search: (before: unknown) => withText(before, { name, value }),
        replace: true,
        resetScroll: false,
      });
    },
  };
}

function textIn(search: unknown, name: string): string {
  if (typeof search !== "object" || search === null) return "";
  const value: unknown = Object.entries(search).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : "";
}

function withText(search: unknown, change: { readonly name: string; readonly value: string }): Record<string, string> {
  const before = typeof search === "object" && search !== null ? Object.entries(search) : [];
  const kept = before.filter(([key, value]) => key !== change.name && typeof value === "string");
  return Object.fromEntries(change.value === "" ? kept : [...kept, [change.name, change.value]]);
}
