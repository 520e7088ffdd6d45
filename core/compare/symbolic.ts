import type { Sides } from "../model/comparison";
import type { Context } from "./context";

/**
 * Writes a text of either side with what merely identifies taken out, for people: `{env}-orders`, `{queue.arn}`. What
 * means the same on both sides becomes the same text, and nothing else does.
 */
export function symbolicTexts({ texts }: Pick<Context, "texts">): Sides<(text: string) => string> {
  const written = new Map<string, string>();
  const taken = new Set<string>();
  const writer = (side: keyof Sides<unknown>) => (text: string) => {
    const canonical = texts[side].text(text);
    if (canonical === text) return text;
    const known = written.get(canonical);
    if (known !== undefined) return known;
    const shown = texts[side].shown(text);
    const own = taken.has(shown) ? canonical : shown;
    written.set(canonical, own);
    taken.add(own);
    return own;
  };
  return { subject: writer("subject"), reference: writer("reference") };
}
