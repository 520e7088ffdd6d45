import type { Path } from "../../core/model/path";
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

/** Every property of a type that the provider itself marks as a secret. */
export function markedSecrets(type: string): readonly string[] {
  return secrets.get(type) ?? NONE;
}

const NONE: readonly string[] = [];
