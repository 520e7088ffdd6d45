import type { ValueMap } from "../model/value";

/** Key names whose text value is a secret, whoever forgot to mark it. Anchored at the end: `passwordLength` is none. */
const SECRET_NAME =
  /(?:password|passwd|passphrase|(?:^|[_.:-])(?:pwd|pass)|private_?key(?:_?pem)?|secret_?(?:string|binary|value|key|access_?key)|client_?secret|(?:^|[_-])secrets?|api_?key|(?:auth|access|bearer|refresh|session|api|bot|webhook|github|gitlab|slack)_?token|_token|credentials?|signing_?key|encryption_?key|connection_?string|webhook_?secret|jwt_?secret|license_?key)$/i;

/** Names that only sound like one: they name, count or locate. */
const HARMLESS_NAME = /(?:^|[_-])(?:manage|use|enable|require|has|no|allow|rotate|reset)(?=[A-Z_-])|^secrets?$/;

const known = new Map<string, boolean>();

/** True for `dbPassword`, `CLIENT_SECRET`, `secretString`; the answer is remembered per name, as names repeat. */
export function isSecretName(name: string): boolean {
  const remembered = known.get(name);
  if (remembered !== undefined) return remembered;
  const answer = name.length < 200 && SECRET_NAME.test(name) && !HARMLESS_NAME.test(name);
  if (known.size < 20_000) known.set(name, answer);
  return answer;
}

/** What stands under a secret's name and yet only points to it or says something plain. */
export function isOpenReference(text: string): boolean {
  return text.length < 4 || /^(?:arn:|projects\/|\/|\$\{|\{\{|[a-z]+:\/\/[^@]*$|true$|false$|\d{1,5}$)/i.test(text);
}

/** In `{ name: "DB_PASSWORD", value: … }` it is the name that tells what the value is. */
export function nameOfEntry(map: ValueMap): string {
  const name = typeof map.name === "string" ? map.name : map.key;
  return typeof name === "string" ? name : "value";
}
