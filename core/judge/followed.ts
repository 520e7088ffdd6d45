import type { Catalogue } from "../model/catalogue";
import type { Comparison, Divergence } from "../model/comparison";
import type { Finding } from "../model/finding";
import { followCauses, followEffects } from "./consequences";
import { readVersions, versionDistance } from "./measures/version";
import { ownerOf } from "./owner";
import { verdictOf, type Bench, type Verdicted } from "./verdict";

/** A finding for each divergence, in their order, judged by its own rules and then by what it follows from; not yet in words. */
export function followed(
  { divergences }: Comparison,
  bench: Bench,
  verdicts: readonly Verdicted[] = divergences.map((divergence) => verdictOf(divergence, bench)),
): readonly Finding[] {
  const { catalogue } = bench.options;
  const bare = divergences.map((divergence, at): Finding => {
    const newer = isNewerPackage(divergence, catalogue);
    const told = newer === undefined ? {} : { newer };
    const { verdict, level, rule } = verdicts[at] ?? verdictOf(divergence, bench);
    return { ...divergence, ...told, policy: ownerOf(divergence), verdict, level, rule, message: "" };
  });
  return followEffects(followCauses(bare));
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
