import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expectedErrors } from "./expected-errors";

const PAGE = readFileSync(resolve(__dirname, "../../docs/troubleshooting.md"), "utf8");

/** How a message is spelt does not hang on where its line breaks, or on what sets it off as code. */
const bare = (text: string) =>
  text
    .replace(/`/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^…(?=\p{L})/u, "");

/** The messages that an entry begins with, up to the colon. */
function messagesOf(entry: string): readonly string[] {
  const found = /^(`+)(?!`)(.+?)(?<!`)\1(?!`)([,:])\s*/s.exec(entry);
  if (found === null) return [];
  const [whole, , text = "", end] = found;
  return [bare(text), ...(end === "," ? messagesOf(entry.slice(whole.length)) : [])];
}

describe("docs/troubleshooting.md", () => {
  const errors = expectedErrors();
  const page = bare(PAGE);

  for (const { file, message } of errors)
    it(`names: ${message} (${file})`, () => {
      assert.ok(page.includes(bare(message)), `docs/troubleshooting.md does not name: ${message}`);
    });

  it("names no message that there is not", () => {
    const [, ...sections] = PAGE.split(/^## /m);
    const known = new Set(errors.map(({ message }) => bare(message)));
    const entries = sections
      .filter((section) => !section.startsWith("In a preview"))
      .flatMap((section) => section.split(/^- /m).slice(1))
      .flatMap(messagesOf);
    assert.ok(entries.length > 60);
    assert.deepEqual(
      entries.filter((text) => !known.has(text)),
      [],
    );
  });
});
