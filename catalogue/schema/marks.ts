import type { Path } from "../../core/model/path";
import type { ValueMap } from "../../core/model/value";
import { flagOfPath } from "../values/flag-path";
import generated from "../generated/aws-facts.json";

type Literal = string | number | boolean;

const defaults = new Map<string, Readonly<Record<string, Literal>>>(Object.entries(generated.defaults));
const secrets = new Map<string, readonly string[]>(Object.entries(generated.secrets));

/** What the provider's documentation says that an absent value means. Types must be canonical. */
export function documentedDefault(type: string, path: Path): Literal | undefined {
  const known = defaults.get(type);
  if (known === undefined) return undefined;
  const key = path.filter((step) => typeof step === "string").join(".");
  return Object.hasOwn(known, key) ? known[key] : undefined;
}

/** True where the provider itself marks the property as a secret. */
export function markedSecret(type: string, path: Path): boolean {
  const [top] = path;
  return typeof top === "string" && markedSecrets(type).includes(top);
}

/** Every property that the provider itself marks as a secret in a resource of this type and these inputs. */
export function markedSecrets(type: string, inputs: ValueMap = {}): readonly string[] {
  return isPlainFlag(type, inputs) ? NONE : (secrets.get(type) ?? NONE);
}

/** AWS marks the value of every parameter; a flag that its program keeps as plain text is to be compared. */
function isPlainFlag(type: string, inputs: ValueMap): boolean {
  if (type !== "aws:ssm/parameter:Parameter" || inputs.type !== "String") return false;
  return flagOfPath(inputs.name) !== undefined;
}

const NONE: readonly string[] = [];
