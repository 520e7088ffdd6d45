import type { Value } from "../../model/value";

const QUANTITY = /^(?<number>[+-]?\d+(?:\.\d+)?)\s*(?<unit>[A-Za-z]{0,4})$/;

/** How much a unit is of its base: Kubernetes quantities, bytes, thousandths of a processor. */
const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  m: 0.001,
  k: 1e3,
  K: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};

/** A number, also as text and with a unit of quantity; undefined where it is none. */
export function numberOf(value: Value | undefined): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  const { number, unit = "" } = QUANTITY.exec(value.trim())?.groups ?? {};
  const factor = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}
