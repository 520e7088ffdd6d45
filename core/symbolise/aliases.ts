import type { Stack } from "../model/stack";
import { eachText, type Steps } from "./leaves";
import { remembering } from "../remembering";

const ENVIRONMENT_KEY = /(?:^|[_.\-:]|[a-z](?=E))env(?:ironment)?$/i;
const ONE_WORD = /^[a-z][a-z0-9]{1,15}$/i;
/** Values by which frameworks choose a code path; they say nothing of what a stack is called. */
const MODES = new Set(["production", "development", "test", "true", "false", "none", "default"]);
/** A single mention may be a slip; what several places agree on is a name. */
const FEWEST = 2;

/** What a stack calls its environment in the values of keys such as `ENVIRONMENT` and `app_env`, if it agrees with itself. */
export function learnAliases(stack: Stack): readonly string[] {
  const mentions = new Map<string, number>();
  const namesEnvironment = remembering((key) => ENVIRONMENT_KEY.test(key));
  for (const { inputs, role } of stack.resources)
    if (role !== "stack")
      eachText(inputs, (text, steps) => {
        if (!namesEnvironment(keyOf(steps)) || !ONE_WORD.test(text) || MODES.has(text)) return;
        const word = text.toLowerCase();
        mentions.set(word, (mentions.get(word) ?? 0) + 1);
      });
  return [...mentions].filter(([, count]) => count >= FEWEST).map(([word]) => word);
}

/** The key of a map, or the name of a `{ name, value }` pair. */
function keyOf(steps: Steps): string {
  const last = steps.at(-1) ?? "";
  return last === "value" ? (steps.at(-2) ?? last) : last;
}
