import { remembering } from "../remembering";

/** Key names whose text value is a secret, whoever forgot to mark it. Anchored at the end: `passwordLength` is none. */
const SECRET_NAME =
  /(?:password|passwd|passphrase|(?:^|[_.:-])(?:pwd|pass)|private_?key(?:_?pem)?|secret_?(?:string|binary|value|key|access_?key)|client_?secret|(?:^|[_-])secrets?|api_?key|(?:auth|access|bearer|refresh|session|api|bot|webhook|github|gitlab|slack)_?token|_token|credentials?|signing_?key|encryption_?key|connection_?string|webhook_?secret|jwt_?secret|license_?key)$/i;

/** Names that only sound like one: they name, count or locate. */
const HARMLESS_NAME = /(?:^|[_-])(?:manage|use|enable|require|has|no|allow|rotate|reset)(?=[A-Z_-])|^secrets?$/;

const MOST_NAMES = 20_000;

/** True for `dbPassword`, `CLIENT_SECRET`, `secretString`; the answer is remembered per name, as names repeat. */
export const isSecretName = remembering(
  (name) => name.length < 200 && SECRET_NAME.test(name) && !HARMLESS_NAME.test(name),
  MOST_NAMES,
);

/** What stands under a secret's name and yet only points to it or says something plain. */
export function isOpenReference(text: string): boolean {
  return text.length < 4 || /^(?:arn:|projects\/|\/|\$\{|\{\{|[a-z]+:\/\/[^@]*$|true$|false$|\d{1,5}$)/i.test(text);
}
