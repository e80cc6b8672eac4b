export {
  type CalledConference,
  type ExerciseData,
  type Interruption,
  type Lesson,
  openLessons,
  type TrackedTask,
} from "./data.ts";
export { examples as exerciseExamples } from "./examples.ts";
export { exerciseProcedure } from "./exercise.ts";
