// Every page there is, as an officer opens it in the story.

import { everyPath } from "../../test/browser/every-page.ts";
import type { Theatre } from "../../test/browser/pages.ts";

/** The pages' paths below the accord's address. */
export async function screenPaths(theatre: Theatre): Promise<readonly string[]> {
  const { page, context } = await theatre.open({ side: "MA", officer: "adn-security-liaison-officer" });
  const paths = await everyPath(page, theatre.stage.accord);
  await context.close();
  return paths;
}
