// Who makes which step of the accord itself: the treaty section keeps the text, the head of delegation initials, only a
// plenipotentiary binds.

export const accordRules = `
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
