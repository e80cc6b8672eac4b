// The features of the application. Each is a folder; a new one is a line here.

import { accord } from "./accord/index.ts";
import { administration } from "./administration/index.ts";
import { calendar } from "./calendar/index.ts";
import { channels } from "./channels/index.ts";
import { committee } from "./committee/index.ts";
import { communiques } from "./communiques/index.ts";
import { dashboard } from "./dashboard/index.ts";
import { directory } from "./directory/index.ts";
import { dossier } from "./dossier/index.ts";
import { exercises } from "./exercises/index.ts";
import type { Feature } from "./feature.ts";
import { link } from "./link/index.ts";
import { plans } from "./plans/index.ts";
import { procurement } from "./procurement/index.ts";
import { programme } from "./programme/index.ts";
import { projects } from "./projects/index.ts";
import { proof } from "./proof/index.ts";
import { register } from "./register/index.ts";
import { session } from "./session/index.ts";
import { statistics } from "./statistics/index.ts";
import { training } from "./training/index.ts";
import { visits } from "./visits/index.ts";

export const features: readonly Feature[] = [
  dashboard,
  directory,
  link,
  programme,
  register,
  session,
  calendar,
  dossier,
  visits,
  accord,
  channels,
  plans,
  communiques,
  committee,
  procurement,
  training,
  exercises,
  projects,
  statistics,
  proof,
  administration,
];
