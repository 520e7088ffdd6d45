import type { Catalogue } from "../model/catalogue";
import type { Pair } from "../model/comparison";
import type { Path } from "../model/path";
import { isList, isMap, Special, type Value } from "../model/value";
import { neverNames } from "./naming-classes";

const WHOLE = /^(?:[a-z][a-z0-9+.-]*:\/\/)?((?:[a-z0-9_-]+\.){2,}[a-z]{2,})(?:[:/?#].*)?$/i;

/** Host names that the reference has where the subject has another one: hosts of its own, of which the subject has its. */
export function differingHosts(pairs: readonly Pair[], catalogue: Catalogue): ReadonlySet<string> {
  const own = new Set<string>();
  const other = new Set<string>();
  for (const { subject, reference } of pairs)
    walkBoth(subject.inputs, reference.inputs, [], (mine, theirs, path) => {
      if (!mine.includes(".") || !theirs.includes(".")) return;
      const [host, counterpart] = [WHOLE.exec(mine)?.[1], WHOLE.exec(theirs)?.[1]];
      if (host === undefined || counterpart === undefined || host === counterpart) return;
      // `cache.r6g.large` is written like a host, and is a size.
      if (neverNames(catalogue.classify(subject.type, path, mine, theirs))) return;
      own.add(host.toLowerCase());
      other.add(counterpart.toLowerCase());
    });
  return new Set([...other].filter((host) => !own.has(host)));
}

/** Calls `visit` with the two texts at each place that both have. The path is the same array throughout: read it at once. */
function walkBoth(
  subject: Value | undefined,
  reference: Value | undefined,
  path: (string | number)[],
  visit: (own: string, other: string, path: Path) => void,
): void {
  const within = (step: string | number, own: Value | undefined, other: Value | undefined): void => {
    path.push(step);
    walkBoth(own, other, path, visit);
    path.pop();
  };
  if (subject === reference || subject === undefined || reference === undefined) return;
  if (typeof subject === "string" && typeof reference === "string") visit(subject, reference, path);
  if (subject instanceof Special || reference instanceof Special) return;
  if (isList(subject) && isList(reference)) {
    // Where one is longer, nobody knows yet which elements stand for each other.
    if (subject.length === reference.length) subject.forEach((item, at) => within(at, item, reference[at]));
  }
  if (isMap(subject) && isMap(reference))
    for (const key of Object.keys(subject)) within(key, subject[key], reference[key]);
}

const HOST = /(?<![\w.@-])(?:[a-z0-9_-]+\.){2,}[a-z]{2,}(?![\w-]|\.\w)/gi;

/** Whether a text names one of these hosts. */
export function namesHost(text: string, hosts: ReadonlySet<string>): boolean {
  return (
    hosts.size > 0 && text.includes(".") && [...text.matchAll(HOST)].some(([host]) => hosts.has(host.toLowerCase()))
  );
}
