// Who makes which step of a course: training officers give and take seats and follow those who come, security officers
// answer for who they are. Nobody confirms a nominee alone: who nominates and who certifies are two.

export const trainingRules = `
@id("course-seats")
@because("training officers offer courses, give and take seats and follow those who come")
permit (
  principal,
  action == Action::"act",
  resource == Procedure::"course"
)
when
{
  principal in
    [Function::"training-officer", Function::"head-of-delegation"] &&
  ["offer",
   "revise",
   "accept",
   "decline",
   "withdrawOffer",
   "scheduleIteration",
   "changeQuota",
   "giveBackSeats",
   "cancelIteration",
   "nominate",
   "substitute",
   "withdrawNominees",
   "releaseSeats",
   "acceptSeats",
   "declineSeats",
   "confirm",
   "issueInstructions",
   "acknowledge",
   "recordArrivals",
   "recordAttendance",
   "recordResults",
   "issueCertificates",
   "reportCourse",
   "opened",
   "erasePersonalData",
   "close"].contains(context.step)
};

@id("course-vetting")
@because("the security officer answers for who is sent and vets who comes")
permit (
  principal in Function::"security-officer",
  action == Action::"act",
  resource == Procedure::"course"
)
when
{
  ["certify",
   "returnNominees",
   "vet",
   "opened",
   "erasePersonalData"].contains(context.step)
};

@id("course-documents-opened")
@because("training officers open the details of those who come and the joining instructions")
permit (
  principal in Function::"training-officer",
  action == Action::"open",
  resource == Procedure::"course"
);
`;
