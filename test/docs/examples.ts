import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";

const PAGES = resolve(__dirname, "../../docs/policies");

/** `accepted`: nothing mandatory beyond tolerance. `rejected`: the page's own policy rejects. */
export type Expectation = "accepted" | "rejected";

/** Resources as a page writes them: `type::name` → inputs. */
export type Sketch = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface Example {
  readonly page: string;
  /** Of the fence in the page, from 1. */
  readonly line: number;
  readonly expectation: Expectation;
  readonly subject: Sketch;
  readonly reference: Sketch;
}

export function policyPages(): readonly string[] {
  return readdirSync(PAGES)
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .map((file) => file.slice(0, -".md".length));
}

export function readPage(name: string): string {
  return readFileSync(resolve(PAGES, `${name}.md`), "utf8");
}

/** Every fenced YAML block of the policy pages that begins with `# accepted` or `# rejected`. */
export function policyExamples(): readonly Example[] {
  return policyPages().flatMap((page) => [...examplesOf(page, readPage(page))]);
}

function* examplesOf(page: string, text: string): Iterable<Example> {
  for (const match of text.matchAll(/^```yaml\n# (accepted|rejected)\n([\s\S]*?)^```$/gm)) {
    const [, expectation, body = ""] = match;
    const { subject, reference } = parse(body) as { subject: Sketch; reference: Sketch };
    const line = text.slice(0, match.index).split("\n").length;
    yield { page, line, expectation: expectation === "accepted" ? "accepted" : "rejected", subject, reference };
  }
}
