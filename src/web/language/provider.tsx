// The language around the application: words, direction, and the switch between the four.

import { createContext, type ReactNode, startTransition, use, useContext, useEffect, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { IntlProvider, useIntl } from "react-intl";
import { Fault } from "../../base/index.ts";
import { type Messages, messagesOf, type Terms, termsOf } from "./catalogues.ts";
import { chosenLanguage, keepLanguage } from "./choice.ts";
import { type Language, manners } from "./languages.ts";

interface Speech {
  readonly language: Language;
  readonly terms: Terms;
  speak(language: Language): void;
}

const SpeechContext = createContext<Speech | undefined>(undefined);

/** The features whose words every page needs. */
const everywhere = ["parts", "shell", "session"] as const;

/** What must have come before anything is shown: nobody should see a page without its words. */
export async function speechReady(): Promise<void> {
  const language = chosenLanguage();
  await Promise.all([...everywhere.map((feature) => messagesOf(feature, language)), termsOf(language)]);
}

/** Tags that any message may use: `<n>` for a number that keeps its order in a line of the other direction. */
const richTags = {
  n: (chunks: ReactNode) => <bdi className="t">{chunks}</bdi>,
  b: (chunks: ReactNode) => <b>{chunks}</b>,
};

export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState(chosenLanguage);
  const terms = use(termsOf(language));
  const parts = use(messagesOf("parts", language));
  const shell = use(messagesOf("shell", language));
  const session = use(messagesOf("session", language));
  const { locale, direction } = manners[language];
  const messages = useMemo(() => ({ ...parts, ...shell, ...session }), [parts, shell, session]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
  }, [language, direction]);
  const speech = useMemo(
    () => ({
      language,
      terms,
      speak(next: Language) {
        keepLanguage(next);
        // The page stays as it is until the words of the other language have come.
        startTransition(() => setLanguage(next));
      },
    }),
    [language, terms],
  );
  return (
    <SpeechContext value={speech}>
      <I18nProvider locale={locale}>
        <IntlProvider locale={locale} messages={messages} defaultRichTextElements={richTags} onError={missing}>
          {children}
        </IntlProvider>
      </I18nProvider>
    </SpeechContext>
  );
}

/** Adds the words of a feature to those around it; waits for them. */
export function WithMessages({ of, children }: { readonly of: string; readonly children: ReactNode }): ReactNode {
  const { language } = useSpeech();
  const around = useIntl();
  const own = use(messagesOf(of, language));
  const messages = useMemo((): Messages => Object.assign({}, around.messages, own), [around.messages, own]);
  return (
    <IntlProvider locale={around.locale} messages={messages} defaultRichTextElements={richTags} onError={missing}>
      {children}
    </IntlProvider>
  );
}

/** A message that is missing is a mistake of the build, which a test finds; the page shows its id and goes on. */
function missing(error: Error): void {
  reportError(error);
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === undefined) throw new Fault("web.noLanguage", "A part stands outside the LanguageProvider.");
  return speech;
}
