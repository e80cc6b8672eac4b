// Who keeps the services and keys of this side, and who answers contests.

export const registryRules = `
@id("registry-designations")
@because("the registrar keeps the services of this side and their keys")
permit (
  principal in Function::"registrar",
  action == Action::"act",
  resource == Procedure::"designation"
)
when
{
  ["designate",
   "changeService",
   "changeContact",
   "addFunction",
   "changeFunction",
   "removeFunction",
   "withdraw",
   "takeNote",
   "issueKey",
   "rotateKey",
   "revokeKey",
   "issueSealingKey",
   "rotateSealingKey",
   "revokeSealingKey",
   "issueOfficerKey",
   "revokeOfficerKey"].contains(context.step)
};

@id("designations-noted")
@because("who works with the other side's services takes note of them")
permit (
  principal,
  action == Action::"act",
  resource == Procedure::"designation"
)
when
{
  principal in
    [Function::"liaison-officer",
     Function::"security-authority",
     Function::"treaty-officer"] &&
  ["takeNote"].contains(context.step)
};

@id("registry-contests")
@because("the registrar contests what cannot take effect, and answers contests")
permit (
  principal in Function::"registrar",
  action == Action::"act",
  resource == Procedure::"contest"
)
when { ["contest", "acknowledge", "explain"].contains(context.step) };

@id("contests-explained")
@because("who answers for the contested act explains it")
permit (
  principal,
  action == Action::"act",
  resource == Procedure::"contest"
)
when
{
  principal in
    [Function::"liaison-officer",
     Function::"security-authority",
     Function::"treaty-officer"] &&
  ["acknowledge", "explain"].contains(context.step)
};
`;
