import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { loadParityConfig } from "../../sources/parity-yaml";
import { fakePulumi, temporary } from "../cli/fake-pulumi";
import { parity } from "../cli/run";
import { allPages, blocksOf, commandsOf, ROOT, textOf, type Block } from "./pages";

const FIXTURES = join(ROOT, "test/cli/fixtures/shop");
const PARITY_YAML = `extends: [standard@1]
environments:
  production: { stacks: ["*/production"] }
  staging: { stacks: ["*/staging"], reference: production }
`;
const BACKEND = `
  case "$*" in
    version*) echo v3.259.0 ;;
    *whoami*) echo '{"user":"jane","url":"https://app.example.com/jane"}' ;;
    *"stack ls"*) echo '[{"name":"acme/shop/production"},{"name":"acme/shop/staging"}]' ;;
    *history*) echo '[]' ;;
    *production*) cat "$FIXTURES/shop/production.json" ;;
    *) cat "$FIXTURES/shop/staging.json" ;;
  esac`;
const LANGUAGES = ["", "console", "diff", "js", "json", "mermaid", "sh", "text", "ts", "yaml"];
const PLACES = [".github/", ".gitlab-ci.yml"];

const blocks = allPages().flatMap(blocksOf);
const ofService = ({ text }: Block) => PLACES.some((place) => text.startsWith(`# ${place}`));

/** A project as the pages suppose it: two exports, a backend that has the same, snapshots, a parity.yaml. */
function project(): string {
  const folder = temporary();
  for (const name of ["baselines", "plans", "exports", "services/shop"])
    mkdirSync(join(folder, name), { recursive: true });
  for (const stack of ["staging", "production"]) {
    cpSync(join(FIXTURES, `${stack}.json`), join(folder, `${stack}.json`));
    cpSync(join(FIXTURES, `${stack}.json`), join(folder, `exports/${stack}.json`));
    cpSync(join(FIXTURES, `${stack}.json`), join(folder, `baselines/shop.${stack}.json`));
    writeFileSync(join(folder, `Pulumi.${stack}.yaml`), "config:\n  shop:a: b\n");
  }
  writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  writeFileSync(join(folder, "parity.yaml"), PARITY_YAML);
  return folder;
}

/** As a shell cuts a line: quotes hold words together, what is written to a file is left out. */
function wordsOf(command: string): readonly string[] {
  const [line = ""] = command.split(/ [>|] /);
  return [...line.matchAll(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replace(/["']/g, ""));
}

/** `NAME=value` before the program. */
function variablesOf(command: string): Readonly<Record<string, string>> {
  const [, name, value = ""] = /^([A-Z_]+)=(\S+) /.exec(command) ?? [];
  return name === undefined ? {} : { [name]: value };
}

describe("blocks of the pages", function () {
  this.timeout(60_000);

  it("are of a language that is looked after", () => {
    assert.deepEqual(
      blocks.filter(({ language }) => !LANGUAGES.includes(language)).map(({ place }) => place),
      [],
    );
  });

  for (const block of blocks.filter(
    ({ language, text }) => language === "yaml" && !/^# (accepted|rejected)$/m.test(text),
  ))
    it(`${block.place} is YAML that ${ofService(block) ? "a service reads" : "parity reads without a warning"}`, () => {
      if (ofService(block)) {
        assert.equal(typeof parse(block.text), "object");
        return;
      }
      const from = [join(project(), "services/shop")];
      assert.deepEqual(loadParityConfig({ document: block.text, from }).warnings, []);
    });

  for (const block of blocks.filter(({ language }) => language === "json"))
    it(`${block.place} is JSON`, () => {
      assert.equal(typeof JSON.parse(block.text), "object");
    });

  let real: Promise<string> | undefined;
  /** The pages' ids are examples; here one that is there stands for them. */
  const realId = (cwd: string) =>
    (real ??= parity(["audit", "--subject", "staging.json", "--reference", "production.json", "--format", "json"], {
      cwd,
    }).then(
      ({ stdout }) =>
        (JSON.parse(stdout) as { divergences: { id: string; verdict: string }[] }).divergences.find(
          ({ verdict }) => verdict === "beyond",
        )?.id ?? "",
    ));

  const isCommand = (line: string) =>
    /^(?:[A-Z_]+=\S+ |[A-Z_]+="[^"]*" )?(?:npx |npm |pulumi |parity |diff )/.test(line);
  for (const block of blocks.filter(({ language }) => ["", "sh", "console"].includes(language)))
    for (const command of commandsOf(block).filter((line) => block.language !== "" || isCommand(line)))
      it(`${block.place} runs: ${command}`, async () => {
        const words = wordsOf(command).filter(
          (word, at, all) => !(/^[A-Z_]+=/.test(word) && all.slice(0, at).every((one) => /^[A-Z_]+=/.test(one))),
        );
        const [program, ...rest] = words[0] === "npx" ? words.slice(1) : words;
        if (program === "parity") await runs(rest, variablesOf(command));
        else if (program === "npm") isOfPackage(rest);
        else assert.ok(["pulumi", "diff"].includes(program ?? ""), `${program ?? ""} is a program that no test knows`);
      });

  async function runs(args: readonly string[], variables: Readonly<Record<string, string>>): Promise<void> {
    const cwd = project();
    const id = await realId(cwd);
    if (args[0] === "init" && !args.includes("--force")) rmSync(join(cwd, "parity.yaml"));
    const { env } = fakePulumi(BACKEND);
    const told = args.map((word) => (/^[0-9a-f]{12}$/.test(word) ? id : word));
    const { code, stderr } = await parity(told, {
      cwd,
      env: { ...env, ...variables, XDG_CACHE_HOME: join(cwd, "cache") },
    });
    assert.notEqual(code, 2, stderr);
    assert.doesNotMatch(stderr, /a bug of this tool/);
  }

  function isOfPackage([verb = "", script = ""]: readonly string[]): void {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    assert.ok(["ci", "install", "test"].includes(verb) || script in scripts, `there is no script ${script}`);
  }

  it("name the action's inputs as it does", () => {
    const { inputs } = parse(textOf("action.yml")) as { inputs: object };
    const workflow = blocks.find(({ text }) => text.startsWith("# .github/"))?.text ?? "";
    const used = (
      parse(workflow) as { jobs: { parity: { steps: { uses?: string; with?: object }[] } } }
    ).jobs.parity.steps.find(({ uses }) => uses === "./");
    for (const name of Object.keys(used?.with ?? {})) assert.ok(name in inputs, name);
    assert.ok(used?.with);
  });
});
