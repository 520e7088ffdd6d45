import type { Catalogue } from "../model/catalogue";
import type { Comparison, Divergence } from "../model/comparison";
import type { Finding } from "../model/finding";
import type { ParityPolicy } from "../policy";
import { openBench } from "./bench";
import { followCauses, followEffects } from "./consequences";
import { hygiene } from "./hygiene";
import { readVersions, versionDistance } from "./measures/version";
import { message } from "./message";
import type { JudgeContext, JudgeOptions } from "./options";
import { ownerOf } from "./owner";
import { verdictOf, type Verdicted } from "./verdict";

/**
 * Every divergence gets its verdict, level and the rule that made it; none is lost. What is to be said of the waivers
 * themselves follows at the end.
 */
export function judge(comparison: Comparison, options: JudgeOptions, context: JudgeContext): readonly Finding[] {
  const bench = openBench(comparison, options, context);
  const policies = new Map(context.policies.map((policy) => [policy.name, policy]));
  const verdicts = comparison.divergences.map((divergence) => ({ divergence, ...verdictOf(divergence, bench) }));
  const findings = followEffects(followCauses(verdicts.map((verdict) => bare(verdict, options.catalogue))));
  const all = findings.map((finding, at) => worded(finding, verdicts[at], policies, options));
  return [...all, ...hygiene(comparison, findings, bench, context.now)];
}

type Judged = Verdicted & { readonly divergence: Divergence };

function bare({ divergence, verdict, level, rule }: Judged, catalogue: Catalogue): Finding {
  const newer = isNewerPackage(divergence, catalogue);
  const told = newer === undefined ? {} : { newer };
  return { ...divergence, ...told, policy: ownerOf(divergence), verdict, level, rule, message: "" };
}

/** Whether the subject has a library in a newer version; undefined for anything else, and where nobody can tell. */
function isNewerPackage(divergence: Divergence, catalogue: Catalogue): boolean | undefined {
  const { kind, subject: library } = divergence;
  if (kind !== "changed" || library?.role !== "evidence" || library.tags.ecosystem === undefined) return undefined;
  const leads = readVersions({ divergence, catalogue })?.map(
    ({ subject, reference }) => versionDistance(subject, reference).leads,
  );
  return leads === undefined || new Set(leads).size > 1 ? undefined : leads[0];
}

function worded(
  finding: Finding,
  judged: Judged | undefined,
  policies: ReadonlyMap<string, ParityPolicy>,
  { environments }: JudgeOptions,
): Finding {
  const { verdict, rule } = finding;
  const mend = policies.get(finding.policy)?.mend(finding);
  const because = judged?.because === "" ? undefined : judged?.because;
  return { ...finding, message: message(finding, { verdict, rule, because, mend, reference: environments.reference }) };
}
