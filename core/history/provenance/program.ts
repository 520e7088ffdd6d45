import type { Sides } from "../../model/comparison";
import type { ProgramFacts, Stack } from "../../model/stack";
import type { Draft } from "./draft";
import type { ProvenanceFacts } from "./facts";

/** Whether both sides were made by the same program, at the same commit or a later one. */
export function programDrafts({ subject, reference }: Sides<Stack>, { relation }: ProvenanceFacts): readonly Draft[] {
  const programs = { subject: subject.program, reference: reference.program };
  return [
    ...projectDrafts({ subject, reference }),
    ...commitDrafts(programs, relation),
    ...dirtyDrafts(programs),
    ...differing("repository", programs, repositoryOf),
    ...differing("pulumiVersion", programs, majorOf),
  ];
}

function projectDrafts({ subject, reference }: Sides<Stack>): readonly Draft[] {
  const [own, other] = [subject.project, reference.project];
  if (own === "" || other === "" || own === other) return [];
  const says = `it is made by the project ${own}, the reference by ${other}`;
  return [{ key: "project", valueClass: "identity", values: { subject: own, reference: other }, says }];
}

/** To be ahead is what a subject is for. */
function commitDrafts(
  { subject, reference }: Sides<ProgramFacts>,
  relation: ProvenanceFacts["relation"],
): readonly Draft[] {
  const [own, other] = [subject.commit, reference.commit];
  if (own === undefined || other === undefined || own === other) return [];
  const commits = `commit ${short(own)}, the reference of ${short(other)}`;
  const draft = { key: "commit", valueClass: "text" as const, values: { subject: own, reference: other } };
  switch (relation) {
    case "same":
    case "ahead":
      return [];
    case "behind":
      return [{ ...draft, says: `it is of ${commits}, which came later` }];
    case "diverged":
      return [{ ...draft, says: `it is of ${commits}, and neither came from the other` }];
    case "unknown":
    case undefined: {
      const undetermined = "how the two commits stand to each other is not known here: is the clone shallow?";
      return [{ ...draft, says: `it is of ${commits}`, undetermined }];
    }
  }
}

function dirtyDrafts({ subject, reference }: Sides<ProgramFacts>): readonly Draft[] {
  if (subject.dirty !== true) return [];
  const values = { subject: true, reference: reference.dirty ?? false };
  return [{ key: "dirty", valueClass: "toggle", values, says: "it was deployed with changes that are not committed" }];
}

function differing(
  key: "repository" | "pulumiVersion",
  { subject, reference }: Sides<ProgramFacts>,
  meaning: (text: string) => string,
): readonly Draft[] {
  const [own, other] = [subject[key], reference[key]];
  if (own === undefined || other === undefined || meaning(own) === meaning(other)) return [];
  const values = { subject: own, reference: other };
  return key === "repository"
    ? [{ key, valueClass: "identity", values, says: `its program comes from ${own}, the reference's from ${other}` }]
    : [{ key, valueClass: "version", values, says: `it is deployed by Pulumi ${own}, the reference by ${other}` }];
}

function short(commit: string): string {
  return commit.slice(0, 9);
}

/** `git@host:org/repo.git` and `https://host/org/repo` are one repository. */
function repositoryOf(url: string): string {
  const path = url.replace(/^[a-z+]+:\/\//i, "").replace(/^[^@/]*@/, "");
  return path
    .replace(":", "/")
    .replace(/(?:\.git)?\/?$/, "")
    .toLowerCase();
}

function majorOf(version: string): string {
  return /^v?(\d+)/.exec(version)?.[1] ?? version;
}
