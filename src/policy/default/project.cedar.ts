// Who makes which step of an industrial project: project officers run the work and the ledgers, each reviewing office
// reviews, licensing officers answer for what leaves the country, the head of the delegation sits on the steering
// committee and binds this side.

export const projectRules = `
@id("project-work")
@because("project officers run the work, the account and the ledgers of this side")
permit (
  principal in Function::"project-officer",
  action == Action::"act",
  resource == Procedure::"project"
)
when
{
  ["propose",
   "abandon",
   "tableArrangement",
   "appoint",
   "kickOff",
   "deliver",
   "acceptDeliverable",
   "rejectDeliverable",
   "contribute",
   "postponeGate",
   "completeTransition",
   "declareInformation",
   "acknowledgeInformation",
   "contestInformation",
   "reviseInformation",
   "askConsent",
   "receiveTransfer",
   "lendEquipment",
   "receiveEquipment",
   "sendBackEquipment",
   "accountEquipment",
   "askFacility"].contains(context.step)
};

@id("project-law")
@because("the treaty officer reviews the law of an arrangement")
permit (
  principal in Function::"treaty-officer",
  action == Action::"act",
  resource == Procedure::"project"
)
when { ["reviewLaw"].contains(context.step) };

@id("project-security")
@because("the security authority reviews security, adopts the instruction and answers for facilities")
permit (
  principal in Function::"security-authority",
  action == Action::"act",
  resource == Procedure::"project"
)
when
{
  ["reviewSecurity",
   "adoptInstruction",
   "askFacility",
   "answerFacility"].contains(context.step)
};

@id("project-licensing")
@because("the licensing officer reviews export, registers licences and transfers and answers about third parties")
permit (
  principal in Function::"licensing-officer",
  action == Action::"act",
  resource == Procedure::"project"
)
when
{
  ["reviewExport",
   "registerLicence",
   "sendTransfer",
   "answerConsent"].contains(context.step)
};

@id("project-binding")
@because("only the head of the delegation intends, signs, amends, passes gates, ends and closes a project")
permit (
  principal in Function::"head-of-delegation",
  action == Action::"act",
  resource == Procedure::"project"
)
when
{
  ["propose",
   "signIntent",
   "abandon",
   "appoint",
   "signArrangement",
   "amend",
   "passGate",
   "declineGate",
   "postponeGate",
   "suspend",
   "resume",
   "giveNotice",
   "settle",
   "close"].contains(context.step)
};
`;
