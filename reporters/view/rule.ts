/** The rule as a reader understands it: where none matched, it is the absence of one that decides. */
export function ruleText(rule: string): string {
  return rule === "default" ? "no rule allows it" : rule;
}
