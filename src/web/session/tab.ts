// What a tab keeps for its officer: half-filled forms, in the tab's own storage. Another officer who signs in at the
// same tab must not come upon them.

const kept = "session.officer";

export function forgetOtherOfficer(officer: string): void {
  const before = sessionStorage.getItem(kept);
  if (before === officer) return;
  if (before !== null) sessionStorage.clear();
  sessionStorage.setItem(kept, officer);
}
