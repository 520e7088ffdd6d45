import type { NamedApart } from "./names-in-common";
import type { Place } from "./places";

const WORD = /^[a-z]{2,12}$/;

/**
 * What two projects are called apart by, as a project is often called after its environment: `np` and `pd` of
 * `shop-np-7f31` and `shop-pd-02c9`. Nothing where they differ in more than one word.
 */
export function namesOfProjects(places: readonly Place[]): readonly NamedApart[] {
  return places.flatMap(({ source, subject, reference, occurrences }) => {
    if (source !== "account") return [];
    const [own, others] = [subject.split("-"), reference.split("-")];
    if (own.length !== others.length || !own.some((word) => others.includes(word))) return [];
    const apart = own
      .map((word, at) => ({ subject: word, reference: others[at] ?? "", occurrences }))
      .filter((pair) => pair.subject !== pair.reference && WORD.test(pair.subject) && WORD.test(pair.reference));
    return apart.length === 1 ? apart : [];
  });
}
