import picomatch from "picomatch";
import type { Divergence } from "../model/comparison";
import type { Resource } from "../model/resource";
import type { AbsentGroup } from "./options";

/**
 * Takes whole subsystems that one side does not have on purpose, with what only follows from that, as one difference
 * each. The first group that matches has a resource.
 */
export function gatherAbsent(
  divergences: readonly Divergence[],
  groups: readonly AbsentGroup[],
): readonly Divergence[] {
  let left = divergences;
  const gathered: Divergence[] = [];
  for (const group of groups) {
    const matches = matcher(group.on);
    const side = group.missingIn === "subject" ? "reference" : "subject";
    const members = new Set(
      left.filter((one) => one.path === undefined && isOneSided(one) && matches(one[side], one.symbolicName)),
    );
    const [first] = members;
    if (first === undefined) continue;
    const consequences = followersOf(members, left);
    left = left.filter((divergence) => !members.has(divergence) && !consequences.has(divergence));
    gathered.push({ ...first, causedBy: undefined, group: { as: "absent", name: group.name, reason: group.reason } });
  }
  return [...left, ...gathered];
}

function isOneSided({ subject, reference }: Divergence): boolean {
  return (subject === undefined) !== (reference === undefined);
}

/** Everything that goes back to one of these, over however many steps. */
export function followersOf(
  causes: ReadonlySet<Divergence>,
  divergences: readonly Divergence[],
): ReadonlySet<Divergence> {
  const ids = new Set([...causes].map(({ id }) => id));
  const followers = new Set<Divergence>();
  for (let before = -1; before !== followers.size;) {
    before = followers.size;
    for (const divergence of divergences)
      if (divergence.causedBy !== undefined && ids.has(divergence.causedBy) && !causes.has(divergence)) {
        followers.add(divergence);
        ids.add(divergence.id);
      }
  }
  return followers;
}

/** Globs over `type` or `type::name`, the name as written or with `{env}`. */
export function matcher(globs: readonly string[]): (resource: Resource | undefined, symbolicName: string) => boolean {
  const tests = globs.map((glob) => ({ named: glob.includes("::"), test: picomatch(glob, { bash: true, dot: true }) }));
  return (resource, symbolicName) =>
    resource !== undefined &&
    tests.some(({ named, test }) =>
      named
        ? test(`${resource.type}::${resource.name}`) || test(`${resource.type}::${symbolicName}`)
        : test(resource.type),
    );
}
