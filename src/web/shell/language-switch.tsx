// The switch between the four languages: each by its own name, in its own script.

import type { ReactNode } from "react";
import { languages, manners, useSay, useSpeech } from "../language/index.ts";

export function LanguageSwitch(): ReactNode {
  const { language, speak } = useSpeech();
  const say = useSay();
  return (
    <nav className="lang" aria-label={say("shell.language")}>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          title={manners[each].name}
          aria-label={`${manners[each].short} – ${manners[each].name}`}
          aria-current={each === language ? "true" : undefined}
          onClick={() => speak(each)}
        >
          {manners[each].short}
        </button>
      ))}
    </nav>
  );
}
