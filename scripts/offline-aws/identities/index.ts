import { COMPUTE } from "./compute";
import { DATA } from "./data";
import type { Identity } from "./identity";
import { NETWORK } from "./network";

export type { Identity } from "./identity";

/** Every type whose identity has a shape of its own, by the middle part of its token. */
export const IDENTITIES: Readonly<Record<string, Identity>> = { ...NETWORK, ...DATA, ...COMPUTE };
