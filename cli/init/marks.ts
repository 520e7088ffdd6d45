/** The words by which init knows again what it wrote itself, and so may learn anew. */
export const MARKS = {
  rule: "learned, to be reviewed",
  absent: "review: is it meant that this is not here?",
  substitute: "review: do they serve one purpose?",
  waiver: "was there before parity was judged",
} as const;

export const HEAD = [
  "# yaml-language-server: $schema=node_modules/pulumi-environment-parity/schemas/parity.schema.json",
  "# Learned by `parity init` from what is deployed. Read every entry: what should not be, take out.",
];
export const RATCHET =
  "# A preview rejects only what it introduced or worsened; the waivers below end one after the other.";
export const EMERGENCY =
  '# In an emergency, PARITY_OVERRIDE="INC-1234: reason" makes a run advisory where this permits it:';
const PROPOSED_OVERRIDE = /^# override: \{ environments: \[.*\] \}$/;

export const seen = (occurrences: number): string => `# seen ${occurrences} times`;
const SEEN = /^# seen \d+ times$/;

/** A comment that init writes, whatever it learned. */
export function isOwnLine(line: string): boolean {
  const text = line.trim();
  return [...HEAD, RATCHET, EMERGENCY].includes(text) || PROPOSED_OVERRIDE.test(text);
}

/** An entry that init wrote, and that nobody has given a reason of its own since. */
export function isLearned(
  { reason }: Readonly<Record<string, unknown>>,
  lines: readonly string[] | undefined,
): boolean {
  return Object.values(MARKS).some((mark) => mark === reason) || (lines ?? []).some((line) => SEEN.test(line.trim()));
}
