// The policy a side starts with, in Cedar (docs.cedarpolicy.com). It follows the division of duties that domain practice
// has: the treaty section keeps texts, a plenipotentiary binds, the security officer certifies and the security authority
// answers for it, protocol runs the programme, the registrar keeps services and keys. A side may replace it as a whole.
//
// What no rule permits is denied, and a rule that forbids prevails. Each rule's @because follows "because" in the refusal.

const reading = `
@id("officers-read")
@because("officers read the dossiers of the accord they work on")
permit (
  principal,
  action == Action::"read",
  resource
)
when
{
  principal in
    [Function::"head-of-delegation",
     Function::"head-of-protocol",
     Function::"liaison-officer",
     Function::"planner",
     Function::"plenipotentiary",
     Function::"protocol-officer",
     Function::"registrar",
     Function::"security-authority",
     Function::"security-officer",
     Function::"spokesperson",
     Function::"treaty-officer"]
};

@id("auditors-read-everything")
@because("an auditor reads every dossier of this side")
permit (
  principal in Function::"auditor",
  action == Action::"read",
  resource
);

@id("administrators-administer")
@because("an administrator keeps the node running")
permit (
  principal in Function::"administrator",
  action == Action::"administer",
  resource
);
`;

const limits = `
@id("clearance")
@because("no valid clearance of the officer covers the label")
forbid (principal, action, resource)
unless { context.cleared };

@id("need-to-know")
@because("the officer has nothing to do with this dossier")
forbid (
  principal,
  action in [Action::"act", Action::"read"],
  resource
)
unless { context.concerned || principal.holds.contains("auditor") };

@id("own-service")
@because("an officer acts in the name of the officer's own service only")
forbid (
  principal,
  action == Action::"act",
  resource
)
unless { context.service == principal.service };

@id("auditors-only-read")
@because("who audits neither acts nor administers")
forbid (
  principal,
  action in [Action::"act", Action::"administer"],
  resource
)
when { principal.holds.contains("auditor") };

@id("administrators-do-not-act")
@because("who administers the node makes no acts on it")
forbid (
  principal,
  action == Action::"act",
  resource
)
when { principal.holds.contains("administrator") };

@id("four-eyes")
@because("nobody certifies or endorses a visit that they have just written or certified: four eyes")
forbid (
  principal,
  action == Action::"act",
  resource == Procedure::"visit"
)
when { context.ownStep && ["certify", "endorse"].contains(context.step) };
`;

const accord = `
@id("accord-text")
@because("the treaty section keeps the text and its paper")
permit (
  principal in Function::"treaty-officer",
  action == Action::"act",
  resource == Procedure::"accord"
)
when
{
  ["propose",
   "recordMandate",
   "tableVersion",
   "raisePoint",
   "settlePoint",
   "freezeText",
   "reopenText",
   "withdraw",
   "correctText",
   "correctSigned",
   "issueFullPowers",
   "confirmOriginal",
   "arrangeSignature",
   "addRequirement",
   "completeRequirement",
   "notifyCompletion",
   "receiveNote",
   "registerAtUn",
   "declareNotRegistered",
   "receiveDenunciation",
   "recordSuccession"].contains(context.step)
};

@id("accord-delegation")
@because("the head of delegation leads the negotiation and initials its result")
permit (
  principal in Function::"head-of-delegation",
  action == Action::"act",
  resource == Procedure::"accord"
)
when
{
  ["propose",
   "tableVersion",
   "raisePoint",
   "settlePoint",
   "freezeText",
   "reopenText",
   "withdraw",
   "initial",
   "correctText"].contains(context.step)
};

@id("accord-binding")
@because("only a plenipotentiary binds this side, or looses it")
permit (
  principal in Function::"plenipotentiary",
  action == Action::"act",
  resource == Procedure::"accord"
)
when
{
  ["sign",
   "exchangeFolders",
   "agreeProvisional",
   "endProvisional",
   "suspend",
   "resume",
   "renew",
   "objectToRenewal",
   "denounce",
   "revokeDenunciation"].contains(context.step)
};

@id("accord-ceremony")
@because("protocol prepares the signature and records the exchange of folders")
permit (
  principal,
  action == Action::"act",
  resource == Procedure::"accord"
)
when
{
  principal in [Function::"head-of-protocol", Function::"protocol-officer"] &&
  ["confirmOriginal", "arrangeSignature", "exchangeFolders"].contains(context.step)
};
`;

const visit = `
@id("visit-requests")
@because("liaison officers write requests for visits and follow them")
permit (
  principal in Function::"liaison-officer",
  action == Action::"act",
  resource == Procedure::"visit"
)
when
{
  ["draft",
   "redraft",
   "correct",
   "draftAmendment",
   "correctAmendment",
   "dropAmendment",
   "cancel",
   "openEmergency",
   "writeUp",
   "receive",
   "returnIncomplete",
   "staff",
   "notify",
   "close"].contains(context.step)
};

@id("visit-certification")
@because("the security officer certifies the visitors' clearances")
permit (
  principal in Function::"security-officer",
  action == Action::"act",
  resource == Procedure::"visit"
)
when { ["certify"].contains(context.step) };

@id("visit-sites")
@because("the security officer of the site staffs the request and keeps the gate")
permit (
  principal in Function::"security-officer",
  action == Action::"act",
  resource == Procedure::"visit"
)
when { ["staff", "logGate", "recordBriefing", "close"].contains(context.step) };

@id("visit-authority")
@because("the security authority endorses, sends, receives and decides")
permit (
  principal in Function::"security-authority",
  action == Action::"act",
  resource == Procedure::"visit"
)
when
{
  ["endorse",
   "transmit",
   "cancel",
   "openEmergency",
   "confirmEmergency",
   "receive",
   "returnIncomplete",
   "staff",
   "decideSite",
   "decideDeferred",
   "notify",
   "withdrawApproval",
   "close"].contains(context.step)
};
`;

/** Cedar text for `createPolicy`. */
export const defaultPolicies: string = [reading, limits, accord, visit].join("");
