// The parts every page is made of.

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
export { TaskDialog } from "./dialog.tsx";
export { type MakingOf, type Making, type StepToMake, useDrafts, useMaking } from "./making.ts";
export {
  useDeadlineName,
  useFieldName,
  useFunctionName,
  useProcedureName,
  useRoleName,
  useStateName,
  useStepName,
} from "./names.ts";
export { useNow } from "./now.tsx";
export { PageHead, Sheet, usePageTitle } from "./page.tsx";
export { PlaceLink, type Places, placeOfDossier, placesOf, usePlaces } from "./places.tsx";
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
export { BothClocks, DeadlineChip, type Local, Num, useBothClocks, useOwnClock, useOwnWall, When } from "./time.tsx";
