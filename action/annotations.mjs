// Prints the divergences of a JSON report that reject or warn as workflow commands, which GitHub shows beside the code.
// Usage: annotations.mjs parity.json
import { readFileSync } from "node:fs";

/** GitHub shows ten of each kind a step; the report has all. */
const MOST = 10;

const document = JSON.parse(readFileSync(process.argv[2], "utf8"));
const reports = document.reports ?? [document];

const escapeText = (text) => text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
const escapeProperty = (text) => escapeText(text).replace(/:/g, "%3A").replace(/,/g, "%2C");

function place({ sourcePosition }, { programFolder }) {
  const found = /^(?:project:\/\/\/)?([^#]+)#(\d+)/.exec(sourcePosition ?? "");
  if (found === null) return {};
  const [, file, line] = found;
  return { file: programFolder === undefined ? file : `${programFolder}/${file}`, line };
}

function command(kind, divergence, report) {
  const title = `${divergence.policy}: ${report.subject.name} against ${report.reference.name}`;
  const properties = Object.entries({ title, ...place(divergence, report.subject) });
  const shown = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(",");
  return `::${kind} ${shown}::${escapeText(divergence.message)}`;
}

const beyond = reports.flatMap((report) =>
  report.divergences.filter(({ verdict }) => verdict === "beyond").map((divergence) => ({ divergence, report })),
);
for (const [level, kind] of [
  ["mandatory", "error"],
  ["advisory", "warning"],
])
  for (const { divergence, report } of beyond.filter((one) => one.divergence.level === level).slice(0, MOST))
    console.log(command(kind, divergence, report));
for (const { subject, why } of document.failed ?? [])
  console.log(`::error title=${escapeProperty(`not judged: ${subject}`)}::${escapeText(why)}`);
