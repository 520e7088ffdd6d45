import { parseCIDR, type IPv4, type IPv6 } from "ipaddr.js";

/** Networks that are each other's counterpart, the widest first: a part of one stands for the same part of the other. */
export interface RangeMap {
  /** Whether two address ranges have the same length and the same place. Undefined where one is no address range. */
  same(subject: string, reference: string): boolean | undefined;
}

interface Range {
  readonly address: IPv4 | IPv6;
  readonly bits: number;
}

/** `bases`: the ranges that aligned networks of both sides give themselves. */
export function rangeMap(bases: readonly (readonly [subject: string, reference: string])[]): RangeMap {
  const networks = bases.flatMap(([subject, reference]) => {
    const [own, other] = [parse(subject), parse(reference)];
    return own !== undefined && own.bits === other?.bits ? [{ own, other }] : [];
  });
  networks.sort((a, b) => a.own.bits - b.own.bits);
  return {
    same(subject, reference) {
      const [own, other] = [parse(subject), parse(reference)];
      if (own === undefined || other === undefined) return undefined;
      if (own.bits !== other.bits) return false;
      if (own.address.toString() === other.address.toString()) return true;
      const [mine, theirs] = [networks.find((at) => holds(at.own, own)), networks.find((at) => holds(at.other, other))];
      if (mine === undefined && theirs === undefined) return own.bits > 0 && isPrivate(own) && isPrivate(other);
      return mine === theirs && mine !== undefined && offset(mine.own, own) === offset(mine.other, other);
    },
  };
}

function parse(text: string): Range | undefined {
  if (!text.includes("/") || !/^[\d.]+\/\d+$|^[\da-f:]+\/\d+$/i.test(text)) return undefined;
  try {
    const [address, bits] = parseCIDR(text);
    return { address, bits };
  } catch {
    return undefined;
  }
}

function holds(network: Range, range: Range): boolean {
  const { address } = network;
  return (
    network.bits <= range.bits &&
    address.kind() === range.address.kind() &&
    prefix(address, network.bits) === prefix(range.address, network.bits)
  );
}

function prefix(address: IPv4 | IPv6, bits: number): string {
  return binary(address).slice(0, bits);
}

function offset(network: Range, range: Range): string {
  return binary(range.address).slice(network.bits);
}

function binary(address: IPv4 | IPv6): string {
  return address
    .toByteArray()
    .map((byte) => byte.toString(2).padStart(8, "0"))
    .join("");
}

function isPrivate({ address }: Range): boolean {
  return ["private", "uniqueLocal", "carrierGradeNat"].includes(address.range());
}
