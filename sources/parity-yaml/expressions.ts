import type { Layer, Problem, Steps } from "../../core/config/layer";
import { celMistake } from "../../core/expression/cel";
import { patternMistake } from "../../core/expression/pattern";
import type { AllowEntry } from "../../core/config/schema/document";

type Measures = Exclude<AllowEntry, string | readonly unknown[]>;

/** Expressions and patterns that are none, each with its place. */
export function expressionProblems(layers: readonly Layer[]): readonly Problem[] {
  return layers.flatMap(({ document, position }) =>
    (document.tolerances ?? []).flatMap(({ allow }, at) =>
      allowProblems(allow, ["tolerances", at, "allow"]).map(({ path, message }) => ({
        place: position(path),
        message,
      })),
    ),
  );
}

interface Mistake {
  readonly path: Steps;
  readonly message: string;
}

function allowProblems(allow: AllowEntry | undefined, path: Steps): readonly Mistake[] {
  if (allow === undefined || typeof allow === "string") return [];
  if (Array.isArray(allow)) return allow.flatMap((one, at) => allowProblems(one, [...path, at]));
  return measureProblems(allow, path);
}

function measureProblems({ cel, pattern }: Measures, path: Steps): readonly Mistake[] {
  const patterns = typeof pattern === "string" ? [pattern] : [pattern?.subject, pattern?.reference];
  const wrong = patterns.flatMap((one) => (one === undefined ? [] : (patternMistake(one) ?? [])));
  const expression = cel === undefined ? undefined : celMistake(cel);
  return [
    ...wrong.map((why) => ({ path: [...path, "pattern"], message: `this pattern cannot be read: ${why}` })),
    ...(expression === undefined
      ? []
      : [{ path: [...path, "cel"], message: `this CEL expression cannot be read: ${expression}` }]),
  ];
}
