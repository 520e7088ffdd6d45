import type { Pair } from "../model/comparison";
import { isList, isMap, Special, type Value } from "../model/value";

const WHOLE = /^(?:[a-z][a-z0-9+.-]*:\/\/)?((?:[a-z0-9_-]+\.){2,}[a-z]{2,})(?:[:/?#].*)?$/i;

/** Host names that the reference has where the subject has another one: hosts of its own, of which the subject has its. */
export function differingHosts(pairs: readonly Pair[]): ReadonlySet<string> {
  const own = new Set<string>();
  const other = new Set<string>();
  for (const { subject, reference } of pairs)
    walkBoth(subject.inputs, reference.inputs, (mine, theirs) => {
      if (!mine.includes(".") || !theirs.includes(".")) return;
      const [host, counterpart] = [WHOLE.exec(mine)?.[1], WHOLE.exec(theirs)?.[1]];
      if (host === undefined || counterpart === undefined || host === counterpart) return;
      own.add(host.toLowerCase());
      other.add(counterpart.toLowerCase());
    });
  return new Set([...other].filter((host) => !own.has(host)));
}

/** Calls `visit` with the two texts at each place that both have. */
function walkBoth(
  subject: Value | undefined,
  reference: Value | undefined,
  visit: (own: string, other: string) => void,
): void {
  if (subject === reference || subject === undefined || reference === undefined) return;
  if (typeof subject === "string" && typeof reference === "string") visit(subject, reference);
  if (subject instanceof Special || reference instanceof Special) return;
  if (isList(subject) && isList(reference)) subject.forEach((item, at) => walkBoth(item, reference[at], visit));
  else if (isMap(subject) && isMap(reference))
    for (const key of Object.keys(subject)) walkBoth(subject[key], reference[key], visit);
}

const HOST = /(?<![\w.@-])(?:[a-z0-9_-]+\.){2,}[a-z]{2,}(?![\w-]|\.\w)/gi;

/** Whether a text names one of these hosts. */
export function namesHost(text: string, hosts: ReadonlySet<string>): boolean {
  return (
    hosts.size > 0 && text.includes(".") && [...text.matchAll(HOST)].some(([host]) => hosts.has(host.toLowerCase()))
  );
}
