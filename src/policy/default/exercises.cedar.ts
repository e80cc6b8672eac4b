// Who makes which step of an exercise and of its main events list: planners write, the exercise director of each side
// approves, plays and assesses, the head of the delegation binds this side, and anyone at all stops what is dangerous.

export const exercisesRules = `
@id("exercise-safety-stop")
@because("whoever sees a danger stops the exercise")
permit (
  principal,
  action == Action::"act",
  resource == Procedure::"exercise"
)
when { ["safetyStop"].contains(context.step) };

@id("injects-safety-stop")
@because("whoever sees a danger stops the play")
permit (
  principal,
  action == Action::"act",
  resource == Procedure::"injects"
)
when { ["stop"].contains(context.step) };

@id("exercise-writing")
@because("planners prepare the exercise, call its conferences and follow its lessons")
permit (
  principal,
  action == Action::"act",
  resource == Procedure::"exercise"
)
when
{
  principal in
    [Function::"exercise-planner",
     Function::"exercise-director",
     Function::"liaison-officer",
     Function::"planner",
     Function::"head-of-delegation"] &&
  ["propose",
   "specify",
   "callConferences",
   "assignTasks",
   "reportTasks",
   "linkInjects",
   "writePlan",
   "giveImpression",
   "draftReport",
   "observe",
   "rejectObservation",
   "identifyLesson",
   "reportRemedy",
   "carryLessons"].contains(context.step)
};

@id("exercise-directing")
@because("the exercise director holds the conferences, declares readiness and runs the exercise for this side")
permit (
  principal,
  action == Action::"act",
  resource == Procedure::"exercise"
)
when
{
  principal in [Function::"exercise-director", Function::"head-of-delegation"] &&
  ["agreeSpecification",
   "holdInitialConference",
   "holdMainConference",
   "holdFinalConference",
   "holdWorkshop",
   "declareReady",
   "reopenPlan",
   "startExercise",
   "pause",
   "resume",
   "endExercise",
   "reschedule",
   "assignLesson",
   "validateRemedy",
   "learnLesson",
   "closeExercise"].contains(context.step)
};

@id("exercise-binding")
@because("only the head of the delegation accepts, signs, puts off and adopts for this side")
permit (
  principal in Function::"head-of-delegation",
  action == Action::"act",
  resource == Procedure::"exercise"
)
when
{
  ["accept",
   "decline",
   "signPlan",
   "postpone",
   "cancel",
   "adoptReport"].contains(context.step)
};

@id("injects-writing")
@because("planners write this side's rows and review the other side's")
permit (
  principal,
  action == Action::"act",
  resource == Procedure::"injects"
)
when
{
  principal in
    [Function::"exercise-planner", Function::"exercise-director", Function::"head-of-delegation"] &&
  ["open",
   "write",
   "drop",
   "review",
   "return",
   "schedule",
   "release",
   "acknowledge",
   "answer",
   "assess",
   "hold"].contains(context.step)
};

@id("injects-directing")
@because("the exercise director approves the list, freezes it and answers for the play")
permit (
  principal,
  action == Action::"act",
  resource == Procedure::"injects"
)
when
{
  principal in [Function::"exercise-director", Function::"head-of-delegation"] &&
  ["approve",
   "skip",
   "freeze",
   "thaw",
   "withdraw",
   "begin",
   "repeat",
   "resume",
   "close"].contains(context.step)
};
`;
