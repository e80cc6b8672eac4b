export { nomineeSchema } from "./bodies.ts";
export { courseProcedure } from "./course.ts";
export {
  type BoardRow,
  boardRow,
  type CourseData,
  held as seatsHeld,
  type Iteration,
  isLive as isLiveIteration,
  type Seat,
  type SeatStatus,
  seatStatuses,
} from "./data.ts";
export { exampleSealed, examples as courseExamples, otherExamples as otherCourseExamples } from "./examples.ts";
export { waitingList } from "./seats.ts";
