import builder, { type TestSuite } from "junit-report-builder";
import { resourceName } from "../core/report/label";
import { plainLine } from "../core/report/plain";
import type { Report, ReportedDivergence } from "../core/report/types";
import { reportsOf, type Reporter } from "./reporter";
import { stackName } from "./view/stack-name";
import { ruleText } from "./view/rule";
import { valueText } from "./view/difference";

/** JUnit: a suite for each pair and policy, a case for each divergence; a policy without one is one case that passed. */
export const junit: Reporter = (report) => {
  const file = builder.newBuilder();
  for (const one of reportsOf(report)) {
    for (const { policy } of one.dimensions) {
      const suite = file.testSuite().name(plainLine(`${policy}: ${titleOf(one)}`));
      suite.timestamp(one.generatedAt.slice(0, 19));
      const owned = one.divergences.filter((divergence) => divergence.policy === policy);
      if (owned.length === 0) suite.testCase().className(plainLine(policy)).name("no divergence");
      for (const divergence of owned) addCase(suite, divergence);
    }
  }
  // The root's count of skipped cases is not in the schema that Jenkins publishes.
  return file.build().replace(/^(<testsuites[^>]*?) skipped="\d+"/m, "$1");
};

function titleOf({ subject, reference }: Report): string {
  return `${stackName(subject)} against ${reference.name}`;
}

/** Beyond and mandatory fails; what is within passes; the rest is skipped, with its reason. */
function addCase(suite: TestSuite, divergence: ReportedDivergence): void {
  const { policy, type, key, kind, verdict, level } = divergence;
  const test = suite
    .testCase()
    .className(plainLine(`${policy}.${type.replace(/\./g, "_")}`))
    .name(plainLine(`${resourceName(divergence)} ${key ?? kind}`));
  if (verdict === "within") return;
  if (verdict !== "beyond" || level !== "mandatory") {
    test.skipped().standardOutput(plainLine(`${verdict === "beyond" ? level : verdict}: ${divergence.message}`));
    return;
  }
  test.failure(detailOf(divergence), "mandatory");
}

function detailOf({ message, values, rule, mend, id }: ReportedDivergence): string {
  return plainLine(
    [
      message,
      `subject ${valueText(values.subject)}, reference ${valueText(values.reference)}`,
      `rule ${ruleText(rule)}`,
      ...(mend === undefined ? [] : [`to mend: ${mend}`]),
      `to accept: parity waive ${id}`,
    ].join("; "),
  );
}
