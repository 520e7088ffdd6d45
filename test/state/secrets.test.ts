import assert from "node:assert/strict";
import { inspect } from "node:util";
import { SECRET } from "../../core/model/value";
import { createRedactors } from "../../core/redact";
import { exported, plaintext, resource } from "./states";

const MARKER = 'm4rk3r "quoted"\n-7f3a';
const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("a secret's plaintext never enters the model", () => {
  const places: Record<string, unknown> = {
    alone: MARKER,
    "in a longer text": `host=x;token ${MARKER} end`,
    "in a list in a map": { list: [{ a: [MARKER] }] },
    "as a key": { [MARKER]: 1 },
    "in JSON": JSON.stringify({ a: MARKER }),
    "in JSON in JSON": JSON.stringify({ a: JSON.stringify({ b: MARKER }) }),
    "in a URL": `https://x/?q=${encodeURIComponent(MARKER)}`,
    "in base64": base64(MARKER),
    "in base64 of more, first alignment": base64(`abc${MARKER}x`),
    "in base64 of more, second alignment": base64(`ab${MARKER}`),
    "in base64 of more, third alignment": base64(`a${MARKER}`),
    "in JSON in base64": base64(JSON.stringify({ key: MARKER })),
    "in base64 in base64": base64(JSON.stringify({ auth: base64(`user:${MARKER}`) })),
    "in binary base64": Buffer.concat([Buffer.from([0, 1, 255]), Buffer.from(MARKER)]).toString("base64"),
  };
  for (const [place, value] of Object.entries(places))
    it(place, () => {
      const stack = exported([
        resource({ inputs: { password: plaintext(MARKER) } }, "owner"),
        resource({ inputs: { value } }),
      ]);
      const seen = inspect(stack, { depth: 20, maxStringLength: Infinity });
      for (const spelling of [MARKER, "m4rk3r", base64(MARKER).slice(4, 16), "M2VyICJ", "bTRyazNy"])
        assert.ok(!seen.includes(spelling), `${spelling} in ${seen}`);
      assert.equal(stack.resources[0]!.inputs.password, SECRET);
    });

  it("in base64 within base64, and what stands beside it stays", () => {
    const layered = base64(JSON.stringify({ region: "eu-west-3", auth: base64(`app-user:${MARKER}`) }));
    const stack = exported([
      resource({ inputs: { password: plaintext(MARKER) } }, "owner"),
      resource({ inputs: { value: layered } }),
    ]);
    const value = stack.resources[1]!.inputs.value;
    assert.ok(typeof value === "string");
    const outer = Buffer.from(value, "base64").toString();
    assert.match(outer, /eu-west-3/);
    const [, inner = ""] = /"auth":"([^"]+)"/.exec(outer) ?? [];
    assert.equal(Buffer.from(inner, "base64").toString(), "app-user:[secret]");
  });

  it("in a property that its provider's schema calls secret, whatever it is called, and where it is used", () => {
    const user = resource({ type: "aws:apigateway/apiKey:ApiKey", inputs: { value: "kx81-abc-Kw" } }, "key");
    const stack = exported([user, resource({ inputs: { header: "x-key: kx81-abc-Kw" } })]);
    assert.equal(stack.resources[0]!.inputs.value, SECRET);
    assert.equal(stack.resources[1]!.inputs.header, "x-key: [secret]");
  });

  it("in outputs that are declared secret but stand in plain text", () => {
    const owner = resource({ outputs: { result: "Xy7-plain-9" }, additionalSecretOutputs: ["result"] }, "owner");
    const stack = exported([owner, resource({ inputs: { command: "run Xy7-plain-9" }, id: "Xy7-plain-9" })]);
    assert.equal(stack.resources[0]!.outputs.result, SECRET);
    assert.equal(stack.resources[1]!.inputs.command, "run [secret]");
    assert.equal(stack.resources[1]!.id, "[secret]");
  });

  it("under a name that tells a secret, and wherever it is used", () => {
    const variables = [
      { name: "DB_PASSWORD", value: "kai7Ohng-ei" },
      { name: "LEVEL", value: "info" },
    ];
    const stack = exported([resource({ inputs: { variables, url: "postgres://app:kai7Ohng-ei@db/x" } })]);
    assert.doesNotMatch(inspect(stack, { depth: 20 }), /kai7Ohng/);
    assert.match(inspect(stack, { depth: 20 }), /info/);
  });
});

describe("the last line", () => {
  const drawn = [
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzK3qTv8Hd2",
    "q7Zx91LmPw4Kd82hTb6Vn3Rs0Yf5Gc7Ju",
    "Zk8vT2_p9XqL4mWb7Rc1Yd6Hn3Js5FgQ",
  ];
  for (const text of drawn)
    it(`takes ${text} for a secret, and wherever it stands again`, () => {
      const stack = exported([
        resource({ inputs: { use: text } }, "owner"),
        resource({ inputs: { run: `x ${text} y` } }),
      ]);
      assert.equal(stack.resources[0]!.inputs.use, SECRET);
      assert.equal(stack.resources[1]!.inputs.run, "x [secret] y");
    });
  const open: Readonly<Record<string, string>> = {
    sourceCodeHash: "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
    address: "0xCBA5Fd30105984125395c18B6E6b1bf603408629",
    policyName: "AmazonEC2ContainerServiceforEC2RoleX2",
    userData: base64("#!/bin/sh\necho HELLO Wor1d 42 and More\n"),
    digest: "sha256:1f8ac10f23c5b5bc1167bda84b833e5c057a77d2b4a1f0e9c8d7b6a5f4e3d2c1",
    handler: "Shop.Service.Handlers::Shop.Service.Handlers.OrderHandler2::HandleAsync",
    image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/Shop/WebApp2:Release42Build7",
    queue: "ShopStack-OrderQueue4D1F8A2C-1A2B3C4D5E6F",
  };
  for (const [name, text] of Object.entries(open))
    it(`leaves ${name} ${text.slice(0, 40)} open`, () =>
      assert.equal(exported([resource({ inputs: { [name]: text } })]).resources[0]!.inputs[name], text));
});

describe("what is no secret stays", () => {
  it("entries of an object that is secret as a whole", () => {
    const variables = plaintext({
      NODE_ENV: "production",
      REGION: "eu-west-1",
      CLASS: "db.t3.small",
      KEY_ARN: "arn:aws:kms:x",
    });
    const inputs = { region: "eu-west-1", class: "db.t3.small", mode: "production", arn: "arn:aws:kms:x" };
    const stack = exported([resource({ inputs: { variables } }, "owner"), resource({ inputs })]);
    assert.deepEqual({ ...stack.resources[1]!.inputs }, inputs);
  });
  it("versions, regions, sizes and origins that stand in a parameter store", () => {
    const values = ["4.17.2", "eu-west-1", "db.r6g.large", "https://shop.example.com", "10.0.0.0/16"];
    const store = values.map((value, at) => resource({ inputs: { value: plaintext(value) } }, `parameter-${at}`));
    const stack = exported([...store, resource({ inputs: { values, image: "web:4.17.2" } })]);
    assert.deepEqual({ ...stack.resources.at(-1)!.inputs }, { values, image: "web:4.17.2" });
  });
  it("tags that a provider marks as a whole", () => {
    const stack = exported([
      resource({ outputs: { tagsAll: plaintext({ team: "platform-7" }) }, inputs: { team: "platform-7" } }),
    ]);
    assert.equal(stack.resources[0]!.inputs.team, "platform-7");
  });
  it("a word of which the names of several resources are made, as a product's database is called after it", () => {
    const named = ["web", "api", "alb"].map((of) => resource({ inputs: { name: `atlas-${of}` } }, `atlas-${of}`));
    const secrets = ["atlas", "borealis"].map((value, at) => resource({ inputs: { v: plaintext(value) } }, `v${at}`));
    const stack = exported([...named, ...secrets, resource({ inputs: { a: "of-atlas", b: "of-borealis" } }, "last")]);
    assert.equal(stack.resources[0]!.inputs.name, "atlas-web");
    assert.deepEqual({ ...stack.resources.at(-1)!.inputs }, { a: "of-atlas", b: "of-[secret]" });
  });
  it("short and common words, names of the stack, references", () => {
    const secrets = ["5432", "postgres", "staging", "shop"].map((value, at) =>
      resource({ inputs: { v: plaintext(value) } }, `o${at}`),
    );
    const inputs = {
      port: "5432",
      engine: "postgres",
      stage: "staging",
      app: "shop",
      passwordLength: 16,
      masterPasswordSecret: "arn:aws:x",
    };
    const stack = exported([...secrets, resource({ inputs })]);
    assert.deepEqual({ ...stack.resources[4]!.inputs }, inputs);
  });
});

describe("the search for secrets", () => {
  const limit = 8000;
  const within = (name: string, secrets: readonly string[], text: string) =>
    it(`stays linear: ${name}`, () => {
      const redactor = createRedactors(new Set(secrets)).thorough;
      const start = performance.now();
      redactor.text(text);
      assert.ok(performance.now() - start < limit);
    }).timeout(2 * limit);
  within(
    "thousands of secrets that begin alike",
    Array.from({ length: 5000 }, (_, at) => "a".repeat(20) + String(at)),
    "a".repeat(3e6),
  );
  within("one long run of base64", ["abcdefgh1"], "A".repeat(3e7));
  within("keys that never end", ["abcdefgh1"], "-----BEGIN PRIVATE KEY-----".repeat(1e6));
});
