import type { DocumentKind } from "../model/catalogue";
import type { Scalar } from "../model/value";

/** Whether two scalars are the same once their types are left aside: `3` and `"3"`, `"true"` and true; never null. */
export function sameScalar(subject: Scalar, reference: Scalar): boolean {
  if (subject === reference) return true;
  if (subject === null || reference === null) return false;
  if (typeof subject === "boolean" || typeof reference === "boolean")
    return String(subject).toLowerCase() === String(reference).toLowerCase();
  if (typeof subject === "string" && typeof reference === "string") return false;
  const [own, other] = [String(subject).trim(), String(reference).trim()];
  return own !== "" && other !== "" && Number(own) === Number(other);
}

/** Whether two texts are the same amount in different words: `1Gi` and `1024Mi`, `PT5M` and `300s`. */
export function sameAmount(subject: string, reference: string, document: DocumentKind | undefined): boolean {
  const readings = document === "quantity" ? [quantity] : document === "duration" ? [seconds] : [bytes, seconds];
  return readings.some((read) => {
    const own = read(subject);
    return own !== undefined && own === read(reference);
  });
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ["", 1],
  ["n", 1e-9],
  ["u", 1e-6],
  ["m", 1e-3],
  ["k", 1e3],
  ["M", 1e6],
  ["G", 1e9],
  ["T", 1e12],
  ["P", 1e15],
  ["Ki", 2 ** 10],
  ["Mi", 2 ** 20],
  ["Gi", 2 ** 30],
  ["Ti", 2 ** 40],
  ["Pi", 2 ** 50],
]);

/** What can only be a quantity, wherever it stands. */
function bytes(text: string): number | undefined {
  return /^\d+(?:\.\d+)?[KMGTP]i$/.test(text) ? quantity(text) : undefined;
}

function quantity(text: string): number | undefined {
  const [, amount, unit] = /^\s*(\d+(?:\.\d+)?)([A-Za-z]{0,2})\s*$/.exec(text) ?? [];
  const factor = UNITS.get(unit ?? "-");
  return amount === undefined || factor === undefined ? undefined : Number(amount) * factor;
}

const ISO_DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86400 };

function seconds(text: string): number | undefined {
  const iso = ISO_DURATION.exec(text);
  if (iso !== null && text.length > 2) {
    const [days = 0, hours = 0, minutes = 0, rest = 0] = iso.slice(1).map((part) => Number(part || 0));
    return ((days * 24 + hours) * 60 + minutes) * 60 + rest;
  }
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== text.trim()) return undefined;
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (SECONDS[unit ?? ""] ?? 0), 0);
}
