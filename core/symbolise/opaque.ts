/** Identifiers that say nothing of what they identify, and how each is recognised. */
export const OPAQUE_IDS = new RegExp(
  [
    /(?<![A-Za-z0-9])[a-z]{2,12}-(?=[0-9a-f]*\d)[0-9a-f]{8,17}(?![A-Za-z0-9])/, // vpc-0ac7040317f83b920
    /(?<=[A-Za-z0-9][-/])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,8}(?![A-Za-z0-9])/, // an autoname's suffix
    /(?<![A-Za-z0-9])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9])/,
    /(?<![A-Za-z0-9])(?=[0-9a-f]*\d)(?:[0-9a-f]{32}|[0-9a-f]{16})(?![A-Za-z0-9])/,
    /(?<![A-Za-z0-9])[ZE][A-Z0-9]{12,20}(?![A-Za-z0-9])/, // a hosted zone, a distribution
    /(?<=:)\d{12}(?=:)/, // an account in an ARN
  ]
    .map((pattern) => pattern.source)
    .join("|"),
  "g",
);

/** The text around its identifiers; each leaves its kind. */
export function withoutIds(text: string): string {
  return text.replace(OPAQUE_IDS, (id) => `{${/^[a-z]+-/.exec(id)?.[0] ?? id.length}}`);
}
