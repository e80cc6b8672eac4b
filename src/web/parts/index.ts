// The parts every page is made of.

export { TaskDialog } from "./dialog.tsx";
export { DossierTurn, References, StepLinks, useAddressedDossier, useSeen } from "./dossier-head.tsx";
export { DossierList } from "./dossier-list.tsx";
export { DossierTitle } from "./dossier-title.tsx";
export { headHex } from "./head-hex.ts";
export { Icon, type IconName, iconOf } from "./icon.tsx";
export {
  Banner,
  BannerLabels,
  highestOf,
  Label,
  type LabelLike,
  rankOf,
  useBannerLabel,
  useLevelName,
} from "./label.tsx";
export { type Drafted, type Making, type MakingOf, newActId, type StepToMake, useDrafts, useMaking } from "./making.ts";
export {
  useDeadlineName,
  useDomainName,
  useDossierTitle,
  useFieldName,
  useFunctionName,
  useProcedureName,
  useRoleName,
  useServiceName,
  useStateName,
  useStepName,
} from "./names.ts";
export { useNow } from "./now.tsx";
export { PageHead, Sheet, usePageTitle } from "./page.tsx";
export { PlaceLink, type Places, placeOfDossier, placesOf, usePlaces } from "./places.tsx";
export { plainText } from "./plain-text.ts";
export { type FromPlan, useFromPlan } from "./plan-line.ts";
export { saveFile } from "./save-file.ts";
export { ScrollBox } from "./scroll-box.tsx";
export { type AddressText, useAddressText } from "./search.ts";
export {
  Edge,
  inSpeech,
  ordinalOf,
  Seal,
  type Sides,
  SidesProvider,
  useIn,
  usePartyName,
  useSides,
  Who,
} from "./sides.tsx";
export { Empty, ErrorOf, ErrorPanel, Loading, Part, RefusalNote, RefusalWordsOf } from "./states.tsx";
export {
  BothClocks,
  Day,
  DeadlineChip,
  type Local,
  Moment,
  Num,
  useBothClocks,
  useOwnClock,
  useOwnWall,
  When,
} from "./time.tsx";
export { Told } from "./told.tsx";
export { toldText } from "./told-text.ts";
