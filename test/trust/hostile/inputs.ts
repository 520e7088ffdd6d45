import { writeSnapshot } from "../../../sources/snapshot";
import { parseState } from "../../../sources/state";
import { evidence, FLAGS, parityYaml, realStates, stackConfiguration, storefront, type Texts } from "../documents";
import { ENCODINGS } from "./encodings";
import type { Content, Expected, HostileInput, Kind } from "./input";
import { mutants, tornTexts } from "./mutations";
import { parseJson } from "./paths";
import { ODD_STATES, aliasBomb } from "./states";
import { ODD_YAML } from "./yaml";

/** How many of the generated ones; the ones written by hand are always all there. */
export interface Size {
  readonly mutants: number;
  readonly torn: number;
  readonly seed: number;
}

/** Inputs are made one at a time: some hold hundreds of megabytes. */
export type Recipe = Pick<HostileInput, "kind" | "name" | "expected"> & { make(): HostileInput };

/** The whole corpus, in the same order and of the same bytes for the same size. */
export function corpus(size: Size): readonly Recipe[] {
  return [...states(size), ...documents(size), ...configurations(size)];
}

interface Document {
  readonly kind: Kind;
  readonly name: string;
  readonly texts: Texts;
  readonly file: (side: Side) => string;
}

type Side = "subject" | "reference";

/** Called after its environment: an export of flags has to tell which one is meant. */
const JSON_FILE = (side: Side) => (side === "subject" ? "staging.json" : "production.json");

function states(size: Size): readonly Recipe[] {
  const real = realStates();
  const mutated = real.flatMap(({ name, ...texts }, at) => {
    const share = { mutants: Math.ceil(size.mutants / real.length), torn: Math.ceil(size.torn / real.length) };
    return generated({ kind: "state", name, texts, file: JSON_FILE }, { ...share, seed: size.seed + at });
  });
  const texts = storefront();
  const encoded = encodings({ kind: "state", name: "storefront", texts, file: JSON_FILE });
  const odd = ODD_STATES.flatMap(({ name, expected, make }) => {
    const [own, other] = [JSON_FILE("subject"), JSON_FILE("reference")];
    return [
      recipe("state", `${name}, as subject`, expected, () => ({ [own]: make("1"), [other]: texts.reference })),
      recipe("state", `${name}, as both`, expected, () => ({ [own]: make("1"), [other]: ofProduction(make("2")) })),
    ];
  });
  return [...mutated, ...encoded, ...odd];
}

function ofProduction(content: Content): Content {
  if (typeof content !== "string") return content;
  return content.length > LONGEST_RENAMED ? content : content.replaceAll(":staging::", ":production::");
}

const LONGEST_RENAMED = 50_000_000;

function documents(size: Size): readonly Recipe[] {
  const { subject, reference } = storefront();
  const snapshot = (text: string) => writeSnapshot(parseState(text, "state"));
  const all: readonly Document[] = [
    {
      kind: "snapshot",
      name: "storefront",
      texts: { subject: snapshot(subject), reference: snapshot(reference) },
      file: JSON_FILE,
    },
    { kind: "bill of materials", name: "storefront", texts: evidence("cdx"), file: JSON_FILE },
    { kind: "data profile", name: "storefront", texts: evidence("data"), file: JSON_FILE },
    { kind: "flags", name: "flagd", texts: { subject: FLAGS.flagd, reference: FLAGS.flagd }, file: JSON_FILE },
    {
      kind: "flags",
      name: "LaunchDarkly",
      texts: { subject: FLAGS.launchDarkly, reference: FLAGS.launchDarkly },
      file: JSON_FILE,
    },
  ];
  const half = { ...size, mutants: Math.ceil(size.mutants / 4), torn: Math.ceil(size.torn / 4) };
  return all.flatMap((document) => [...generated(document, half), ...encodings(document)]);
}

function configurations(size: Size): readonly Recipe[] {
  const config = stackConfiguration();
  const document: Document = {
    ...{ kind: "stack configuration", name: "storefront", texts: config },
    file: (side) => `Pulumi.${side === "subject" ? "staging" : "production"}.yaml`,
  };
  const states = storefront();
  const judging = (kind: Kind, name: string, expected: Expected, files: () => Record<string, Content>) =>
    recipe(
      kind,
      name,
      expected,
      () => ({ "staging.json": states.subject, "production.json": states.reference, ...files() }),
      ["--config", "parity.yaml"],
    );
  const torn = (text: string, kind: Kind, file: string) =>
    tornTexts(text, size.torn, size.seed).map((broken, at) =>
      judging(kind, `torn ${String(at)}`, "any", () => ({ "parity.yaml": parityYaml(), [file]: broken })),
    );
  return [
    ...tornTexts(config.subject, size.torn, size.seed).map((broken, at) =>
      recipe("stack configuration", `torn ${String(at)}`, "any", () => ({
        [document.file("subject")]: broken,
        [document.file("reference")]: config.reference,
      })),
    ),
    ...encodings(document),
    ...ODD_YAML.map(({ name, text }) =>
      recipe("stack configuration", name, "any", () => ({
        [document.file("subject")]: text,
        [document.file("reference")]: config.reference,
      })),
    ),
    ...torn(parityYaml(), "parity.yaml", "parity.yaml"),
    ...torn(WAIVERS, "waivers", "waivers/some.yaml"),
    ...ODD_YAML.flatMap(({ name, text }) => [
      judging("parity.yaml", name, "any", () => ({ "parity.yaml": text })),
      judging("waivers", name, "any", () => ({ "parity.yaml": parityYaml(), "waivers/some.yaml": text })),
    ]),
    judging("waivers", "a folder of links to each other", "any", () => ({
      ...{ "parity.yaml": parityYaml(), "waivers/a.yaml": { link: "b.yaml" }, "waivers/b.yaml": { link: "a.yaml" } },
    })),
    judging("parity.yaml", "extends itself", "refused", () => ({ "parity.yaml": "extends: ./parity.yaml\n" })),
    judging("parity.yaml", "an alias bomb, which is refused", "refused", () => ({ "parity.yaml": aliasBomb(12, "x") })),
  ];
}

const WAIVERS = `- id: 7c1f0a
  project: storefront
  on: "aws:rds/instance:Instance::orders"
  property: multiAz
  accepted: [false, true]
  reason: single zone until the budget
  owner: platform
  expires: 2027-01-31
`;

/** Mutants by structure and torn texts of one document, as the subject; the reference is whole. */
function generated({ kind, name, texts, file }: Document, size: Size): readonly Recipe[] {
  const given = (text: string) => ({ [file("subject")]: text, [file("reference")]: texts.reference });
  return [
    ...mutants(parseJson(texts.subject), size.mutants, size.seed).map((mutant, at) =>
      recipe(kind, `${name}, mutant ${String(at)} of seed ${String(size.seed)}`, "any", () =>
        given(JSON.stringify(mutant)),
      ),
    ),
    ...tornTexts(texts.subject, size.torn, size.seed).map((text, at) =>
      recipe(kind, `${name}, torn ${String(at)} of seed ${String(size.seed)}`, "any", () => given(text)),
    ),
  ];
}

function encodings({ kind, name, texts, file }: Document): readonly Recipe[] {
  return ENCODINGS.map(({ name: encoding, expected, end = "", encode }) =>
    recipe(
      kind,
      `${name} as ${encoding}`,
      expected === "refused" && kind === "stack configuration" ? "any" : expected,
      () => ({ [`${file("subject")}${end}`]: encode(texts.subject), [file("reference")]: texts.reference }),
    ),
  );
}

function recipe(
  kind: Kind,
  name: string,
  expected: Expected,
  files: () => Record<string, Content>,
  more: readonly string[] = [],
): Recipe {
  const make = (): HostileInput => {
    const made = files();
    return { kind, name, expected, files: made, args: [...argsFor(Object.keys(made)), ...more] };
  };
  return { kind, name, expected, make };
}

/** The files of the two sides by their names. */
function argsFor(files: readonly string[]): readonly string[] {
  const side = (stack: string) => files.find((file) => new RegExp(`^(Pulumi\\.)?${stack}\\.`).test(file)) ?? "absent";
  return ["audit", "--format", "json", "--subject", side("staging"), "--reference", side("production")];
}
