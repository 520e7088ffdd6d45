import type { Divergence } from "../model/comparison";
import { formatPath } from "../model/path";
import { plainLine } from "../report/plain";
import { reportedValue } from "../report/value";
import type { Verdict } from "../vocabulary";

/** What a message is made of, besides the divergence itself. */
export interface MessageParts {
  readonly verdict: Verdict;
  readonly rule: string;
  /** Why the rule does not cover it, or why something is as it is. */
  readonly because: string | undefined;
  /** An imperative half sentence. */
  readonly mend: string | undefined;
  /** Name of the reference's environment. */
  readonly reference: string;
}

/** One line: which resource and property, both values, the rule, and how to mend or accept it. */
export function message(divergence: Divergence, { verdict, rule, because, mend, reference }: MessageParts): string {
  const what = plainLine(`${subjectOf(divergence)}: ${difference(divergence, reference)}`);
  const why = because === undefined ? "" : ` (${plainLine(because)})`;
  const how = verdict === "beyond" ? howToMend(divergence, mend) : "";
  return `${what}; ${VERDICT_WORDS[verdict]} ${rule}${why}${how}`;
}

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  within: "allowed by",
  beyond: "beyond tolerance by",
  ahead: "ahead of the reference, by",
  waived: "accepted by",
  undetermined: "cannot be judged yet by",
};

function subjectOf({ subject, reference, symbolicName, type }: Divergence): string {
  return `${subject?.name ?? reference?.name ?? symbolicName} (${type})`;
}

/** What is different, in words; the reference's environment by its name. */
export function difference(divergence: Divergence, reference: string): string {
  const { kind, path, key, reported } = divergence;
  if (reported !== undefined) return reported.message;
  const property = path === undefined ? (key ?? "it") : formatPath(path);
  const [ours, theirs] = shownValues(divergence);
  switch (kind) {
    case "missing":
      return `is missing, ${reference} has it`;
    case "extra":
      return `is extra, ${reference} does not have it`;
    case "added":
      return `${property} is ${ours}, ${reference} does not set it`;
    case "removed":
      return `${property} is not set, ${reference} has ${theirs}`;
    case "shared":
      return `${property} is ${ours}, which is ${reference}'s own`;
    case "changed":
      return path === undefined
        ? `${ours} of them, ${reference} has ${theirs}`
        : `${property} is ${ours}, ${reference} has ${theirs}`;
  }
}

function shownValues({ values, facts }: Divergence): readonly [string, string] {
  const shown = (value: Divergence["values"]["subject"]) =>
    facts.secret && value !== undefined ? "[secret]" : shorten(JSON.stringify(reportedValue(value)));
  return [shown(values.subject), shown(values.reference)];
}

const LONGEST = 120;

function shorten(text: string): string {
  const characters = Array.from(text.slice(0, 2 * LONGEST + 2));
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST).join("")}…`;
}

function howToMend({ id }: Divergence, mend: string | undefined): string {
  const accept = `accept it with \`parity waive ${id}\``;
  return mend === undefined || mend === "" ? `; ${accept}` : `; ${plainLine(mend)}, or ${accept}`;
}
