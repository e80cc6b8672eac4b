// Which language the reader has chosen: the address may name it (`?lang=ar`), else what was chosen here before, else
// what the browser asks for. Kept in the browser alone: the node need not know.

import { isLanguage, type Language, languageAmong } from "./languages.ts";

const kept = "entente.language";

export function chosenLanguage(): Language {
  const address = new URL(window.location.href);
  const asked = address.searchParams.get("lang");
  if (isLanguage(asked)) {
    keepLanguage(asked);
    // The choice is kept; an address that is passed on must not impose it.
    address.searchParams.delete("lang");
    window.history.replaceState(window.history.state, "", address);
    return asked;
  }
  const before = window.localStorage.getItem(kept);
  return isLanguage(before) ? before : languageAmong(navigator.languages);
}

export function keepLanguage(language: Language): void {
  window.localStorage.setItem(kept, language);
}
