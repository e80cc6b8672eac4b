// Who makes which step of an official visit's programme: protocol writes it, the heads of protocol bind the two sides.

export const programmeRules = `
@id("programme-writing")
@because("protocol writes the programme and the list of the delegation, and follows the day")
permit (
  principal in Function::"protocol-officer",
  action == Action::"act",
  resource == Procedure::"programme"
)
when
{
  ["proposeDates",
   "tableDelegation",
   "reviseDelegation",
   "deliver",
   "tableProgramme",
   "changeEngagement",
   "requestChange",
   "declineRequest",
   "proposeAdvanceVisit",
   "answerAdvanceVisit",
   "submitProgramme",
   "changeFrozen",
   "moveEngagement",
   "takeNote",
   "record",
   "close"].contains(context.step)
};

@id("programme-binding")
@because("only the head of protocol invites, accepts, agrees, freezes or cancels for this side")
permit (
  principal in Function::"head-of-protocol",
  action == Action::"act",
  resource == Procedure::"programme"
)
when
{
  ["invite",
   "accept",
   "decline",
   "proposeDates",
   "acceptDates",
   "confirmDates",
   "cancel",
   "submitProgramme",
   "agreeProgramme",
   "freeze",
   "changeFrozen",
   "acceptChange",
   "declineChange",
   "moveEngagement",
   "takeNote",
   "record",
   "close"].contains(context.step)
};

@id("programme-planning")
@because("planners and liaison officers prepare dates and reconnaissance, and hand in what was promised")
permit (
  principal,
  action == Action::"act",
  resource == Procedure::"programme"
)
when
{
  principal in [Function::"liaison-officer", Function::"planner"] &&
  ["proposeDates",
   "deliver",
   "requestChange",
   "proposeAdvanceVisit",
   "answerAdvanceVisit",
   "takeNote"].contains(context.step)
};
`;
