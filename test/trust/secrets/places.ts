import { SIGNATURE_KEY, SIGNATURES } from "../../../sources/state/signatures";
import type { Json, JsonMap } from "../hostile/paths";

/** Properties that are put into a resource. */
export interface Planted {
  readonly inputs?: JsonMap;
  readonly outputs?: JsonMap;
  readonly more?: JsonMap;
}

const envelope = (content: JsonMap): JsonMap => ({ [SIGNATURE_KEY]: SIGNATURES.secret, ...content });
const plaintext = (value: Json) => envelope({ plaintext: JSON.stringify(value) });

/** Every way in which a state says that something is secret. */
export const MARKINGS: Readonly<Record<string, (secret: string) => Planted>> = {
  "an envelope": (secret) => ({ inputs: { plantedSource: plaintext(secret) } }),
  "an envelope within a list within a map": (secret) => ({
    inputs: { plantedSource: { list: [{ deep: plaintext(secret) }] } },
  }),
  "an envelope around an object": (secret) => ({
    inputs: { plantedSource: plaintext({ user: "app", password: secret }) },
  }),
  "an envelope around JSON in a text": (secret) => ({
    inputs: { plantedSource: plaintext(JSON.stringify({ username: "app", password: secret })) },
  }),
  "an envelope of which the value stands openly": (secret) => ({
    inputs: { plantedSource: envelope({ value: secret }) },
  }),
  "an output wrapper": (secret) => ({
    outputs: { plantedSource: { [SIGNATURE_KEY]: SIGNATURES.output, value: secret, secret: true } },
  }),
  additionalSecretOutputs: (secret) => ({
    outputs: { plantedSource: secret },
    more: { additionalSecretOutputs: ["plantedSource"] },
  }),
  "an additional secret output that is an object": (secret) => ({
    outputs: { plantedSource: { token: secret } },
    more: { additionalSecretOutputs: ["plantedSource"] },
  }),
  "a property that its provider calls secret": (secret) => ({ inputs: { masterPassword: secret } }),
  "secretString with JSON": (secret) => ({ inputs: { secretString: JSON.stringify({ password: secret }) } }),
  privateKeyPem: (secret) => ({ outputs: { privateKeyPem: secret } }),
  "an entry with a telling name": (secret) => ({ inputs: { environments: [{ name: "DB_PASSWORD", value: secret }] } }),
  "a variable with a telling name": (secret) => ({ inputs: { variables: { STRIPE_SECRET_KEY: secret } } }),
};

const base64 = (text: string) => Buffer.from(text).toString("base64");

/** Every place in which the same value can stand again, and nothing says what it is. */
export const OCCURRENCES: Readonly<Record<string, (secret: string) => Planted>> = {
  "as it is": (secret) => ({ inputs: { plantedUse: secret } }),
  "in a longer text": (secret) => ({ inputs: { plantedUse: `run --with ${secret} --now` } }),
  "in a list in a map": (secret) => ({ inputs: { plantedUse: { list: ["a", { b: [secret] }] } } }),
  "as a key": (secret) => ({ inputs: { plantedUse: { [secret]: "x" } } }),
  "in JSON in a text": (secret) => ({ inputs: { plantedUse: JSON.stringify({ a: { b: secret } }) } }),
  "in JSON in JSON": (secret) => ({ inputs: { plantedUse: JSON.stringify({ a: JSON.stringify({ b: secret }) }) } }),
  "in JSON with escaped slashes": (secret) => ({
    inputs: { plantedUse: JSON.stringify({ a: secret }).replaceAll("/", "\\/") },
  }),
  "in base64": (secret) => ({ inputs: { plantedUse: base64(secret) } }),
  "in base64 of more": (secret) => ({ inputs: { plantedUse: base64(`#!/bin/sh\nexport X='${secret}'\nrun\n`) } }),
  "in base64 for URLs": (secret) => ({ inputs: { plantedUse: Buffer.from(`ab${secret}`).toString("base64url") } }),
  "in JSON in base64 in JSON": (secret) => ({
    inputs: { plantedUse: JSON.stringify({ auths: { r: { auth: base64(`user:${secret}`) } } }) },
  }),
  "in a URL's query": (secret) => ({
    inputs: { plantedUse: `https://x.example/?k=${encodeURIComponent(secret)}&z=1` },
  }),
  "in a form": (secret) => ({
    inputs: { plantedUse: `k=${new URLSearchParams({ k: secret }).toString().slice(2)}&z=1` },
  }),
  "in a connection string": (secret) => ({
    inputs: { plantedUse: `postgres://app:${encodeURIComponent(secret)}@db:5432/x` },
  }),
  "in a kubeconfig": (secret) => ({
    inputs: { plantedUse: `apiVersion: v1\nusers:\n- name: a\n  user:\n    tok: ${JSON.stringify(secret)}\n` },
  }),
  "in XML": (secret) => ({
    inputs: {
      plantedUse: `<a b="${secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")}"/>`,
    },
  }),
  "in user data": (secret) => ({ inputs: { userData: `#!/bin/bash\necho ${secret}\n` } }),
  "in a tag": (secret) => ({ inputs: { tags: { planted: secret } } }),
  "in an id": (secret) => ({ more: { id: secret } }),
  "in an asset's path": (secret) => ({
    inputs: { plantedUse: { [SIGNATURE_KEY]: SIGNATURES.asset, hash: "00ff", path: `/tmp/${secret}` } },
  }),
  "in a reference's id": (secret) => ({
    inputs: { plantedUse: { [SIGNATURE_KEY]: SIGNATURES.reference, urn: "urn:pulumi:a::b::c:d:E::f", id: secret } },
  }),
  "in an alias": (secret) => ({ more: { aliases: [`urn:pulumi:a::b::c:d:E::${secret}`] } }),
  "in a dependency's name": (secret) => ({ more: { dependencies: [`urn:pulumi:a::b::c:d:E::${secret}`] } }),
  "in an output": (secret) => ({
    outputs: { plantedUse: secret, endpoint: `https://u:${encodeURIComponent(secret)}@h/` },
  }),
};
