// The handlers of calendar feeds: an officer's addresses, and the feed behind one.

import { type Handlers, type RouteOutput, routeTable } from "../../api/index.ts";
import { isRefusal, refuse } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import type { CalendarAddress, CalendarAddresses } from "../calendar/addresses.ts";
import { entriesOf } from "../calendar/entries.ts";
import { icalendar } from "../calendar/icalendar.ts";
import { nameIn } from "../calendar/words.ts";
import { accordOf, type HandlerContext } from "./context.ts";

type CalendarRoutes = "feeds" | "makeFeed" | "revokeFeed" | "calendarFeed";

export function calendarHandlers(
  context: HandlerContext,
  given: {
    readonly addresses: CalendarAddresses;
    /** As the policy judges them; undefined for one who is no officer of this side any more. */
    readonly officerOf: (id: string) => Officer | undefined;
    /** Where pages of this node are opened. */
    readonly address: string;
  },
): Pick<Handlers<Officer>, CalendarRoutes> {
  const { addresses, officerOf, address } = given;
  return {
    feeds({ params }, officer) {
      const accord = accordOf(context, params.accord);
      return isRefusal(accord) ? accord : listed(addresses.of(officer.id, params.accord));
    },
    makeFeed({ params, body }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      if (!officer.functions.includes(body.function))
        return refuse("api.unknown", { what: "function of this officer", got: body.function });
      const of = { officer: officer.id, accord: params.accord, function: body.function };
      const made = addresses.make(of, body.language);
      return { ...told(made.address), path: routeTable.calendarFeed.path.replace("{secret}", made.secret) };
    },
    revokeFeed({ params }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const had = addresses.revoke({ officer: officer.id, accord: params.accord, function: params.function });
      if (!had) return refuse("api.unknown", { what: "calendar", got: params.function });
      return listed(addresses.of(officer.id, params.accord));
    },
    async calendarFeed({ params }) {
      const found = addresses.find(params.secret);
      const officer = found && officerOf(found.officer);
      // Who has lost the function has lost its feed, and learns no more than whoever guesses.
      if (!found || !officer?.functions.includes(found.function))
        return refuse("api.unknown", { what: "calendar", got: "this address" });
      const { accord, function: code, language } = found;
      const judged = { ...officer, functions: [code] };
      const entries = await entriesOf(context, { officer: judged, accord, function: code, language, address });
      return icalendar({ name: `Entente: ${nameIn(language)(`function.${code}`)}`, language, entries });
    },
  };
}

function told({ function: code, language, madeAt }: CalendarAddress): RouteOutput<"feeds">["items"][number] {
  return { function: code, language, madeAt };
}

function listed(addresses: readonly CalendarAddress[]): RouteOutput<"feeds"> {
  return { items: addresses.map((one) => told(one)) };
}
