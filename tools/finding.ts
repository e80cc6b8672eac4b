// What a check of the tree found: where, by which rule, and what to write instead. Shared by check-floors and tidy.

export interface Finding {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly rule: string;
  /** What is wrong and what to do, as sentences. */
  readonly message: string;
}

/** One line an editor can open, for each finding, in the order of the files. */
export function findingLines(findings: readonly Finding[]): string[] {
  const sorted = findings.toSorted((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
  return sorted.map((finding) => `${finding.path}:${finding.line}  ${finding.rule}: ${finding.message}`);
}

/** Prints the findings and the count, and says by the exit code whether there are any. */
export function report(input: {
  readonly name: string;
  readonly files: number;
  readonly findings: readonly Finding[];
}) {
  const { name, files, findings } = input;
  for (const line of findingLines(findings)) console.log(line);
  console.log(`${name}: ${files} files read, ${findings.length} found.`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
