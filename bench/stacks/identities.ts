import { createHash } from "node:crypto";

/** What the cloud invents for one environment: the same seed gives the same identities, another environment others. */
export interface Identities {
  readonly account: string;
  hex(of: string, digits: number): string;
  arn(service: string, resource: string): string;
}

export function identitiesOf(environment: string): Identities {
  const hex = (of: string, digits: number): string =>
    createHash("sha256").update(`${environment}/${of}`).digest("hex").slice(0, digits);
  const account = (BigInt(`0x${hex("account", 12)}`) % 900_000_000_000n) + 100_000_000_000n;
  return {
    account: account.toString(),
    hex,
    arn: (service, resource) => `arn:aws:${service}:eu-central-1:${account}:${resource}`,
  };
}
