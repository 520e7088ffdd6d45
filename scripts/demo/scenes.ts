import type { Filling } from "./database";
import type { Edit, Scene } from "./scene";

const STAGING = "Pulumi.staging.yaml";

function change(file: string, from: string, to: string): Edit {
  return { file, from, to };
}

/** The edit that takes another back. */
function undo({ file, from, to }: Edit): Edit {
  return { file, from: to, to: from };
}

/** A preview of staging that must be rejected, and the one after it was mended. */
function rejectedThenMended(story: {
  readonly title: string;
  readonly tell: string;
  readonly edits: readonly Edit[];
  readonly says: readonly string[];
  readonly recording: string;
  readonly mended: string;
  /** How it is mended, where that is not by taking the edits back. */
  readonly mend?: readonly Edit[];
  /** What staging's database holds; mended, it is production's masked copy again. */
  readonly data?: Filling;
}): readonly Scene[] {
  const { title, tell, edits, says, mended, recording, data } = story;
  const filled = (filling: Filling) => (data === undefined ? {} : { data: filling });
  const scene = { stack: "staging", command: "preview" } as const;
  return [
    { ...scene, title, tell, edits, expected: "rejected", says, recording, ...filled(data ?? "few") },
    {
      title: `… mended`,
      tell: mended,
      ...scene,
      edits: story.mend ?? [...edits].reverse().map(undo),
      expected: "accepted",
      says: [],
      ...filled("copied"),
    },
  ];
}

const olderEngine = change(STAGING, 'engineVersion: "16.4"', 'engineVersion: "15.8"');
const olderRuntime = change(
  STAGING,
  "storefront:zones: 2",
  "storefront:zones: 2\n  storefront:functionRuntime: nodejs20.x",
);
const retriesInConfiguration = change(
  STAGING,
  "storefront:zones: 2",
  "storefront:zones: 2\n  storefront:orderRetries: 10",
);
const retriesInProgram = change("settings.ts", "const ORDER_RETRIES = 5;", "const ORDER_RETRIES = 8;");
const oneNat = change(STAGING, "storefront:zones: 2", "storefront:zones: 2\n  storefront:natPerZone: false");
const flagGone = change(STAGING, "    gift-cards: true\n", "");
const tinyDatabase = change(STAGING, "instanceClass: db.r6g.large", "instanceClass: db.t4g.micro");
const olderLibrary = change(
  "evidence/staging.cdx.json",
  '"purl": "pkg:npm/undici@7.14.0"',
  '"purl": "pkg:npm/undici@6.21.2"',
);

/** The story, in the order in which it is played; each scene starts where the one before ended. */
export const SCENES: readonly Scene[] = [
  {
    title: "production is deployed",
    tell: "There is nothing to compare it with yet; nothing stands in its way.",
    stack: "production",
    command: "deploy",
    edits: [],
    expected: "accepted",
    says: [],
  },
  {
    data: "copied",
    title: "staging as it should be",
    tell: "Smaller, in two zones instead of three, a release ahead: all within what parity.yaml tolerates.",
    stack: "staging",
    command: "preview",
    edits: [],
    expected: "accepted",
    says: [],
    recording: "as-it-should-be",
  },
  {
    title: "staging is deployed",
    tell: "From here on staging has a state of its own, and the pack can tell what a change introduces.",
    stack: "staging",
    command: "deploy",
    edits: [],
    expected: "accepted",
    says: [],
  },
  ...rejectedThenMended({
    title: "an older database engine and runtime",
    tell: "Someone pins PostgreSQL 15.8 and Node 20 in staging, while production runs 16.4 and Node 22.",
    edits: [olderEngine, olderRuntime],
    says: [
      "dependency-parity",
      "engineVersion is 15.8 in staging, 16.4 in production",
      "runtime is nodejs20.x in staging, nodejs22.x in production",
    ],
    recording: "older-engine-and-runtime",
    mended: "Staging goes back to what production runs.",
  }),
  ...rejectedThenMended({
    title: "another retry setting, in staging's configuration",
    tell: "Staging alone tries an order ten times before it gives up: no test there says what production will do.",
    edits: [retriesInConfiguration],
    says: ["configuration-parity", "maxReceiveCount is 10 in staging, 5 in production"],
    recording: "retries-in-configuration",
    mended: "The setting is taken out of staging's configuration.",
  }),
  ...rejectedThenMended({
    title: "fewer NAT gateways",
    tell: "To save money staging sends both zones through one NAT gateway: what happens when a zone is lost is no longer tested.",
    edits: [oneNat],
    says: ["natGateway:NatGateway nat-b of production is missing in staging"],
    recording: "fewer-nat-gateways",
    mended: "Each zone has its own way out again.",
  }),
  ...rejectedThenMended({
    title: "another set of flags",
    tell: "The flag gift-cards is gone from staging: what production shows to its customers is tested nowhere.",
    edits: [flagGone],
    says: ["feature-flag-parity", "gift-cards is not set in staging, and true in production"],
    recording: "flag-gone",
    mended: "The flag is back.",
    mend: [change(STAGING, "    recommendations: true\n", "    gift-cards: true\n    recommendations: true\n")],
  }),
  ...rejectedThenMended({
    title: "scaled down too far",
    tell: "Staging may be smaller, but db.t4g.micro is of another family and seven sizes down: it will not show what production does under load.",
    edits: [tinyDatabase],
    says: ["capacity-parity", "instanceClass is db.t4g.micro in staging, db.r6g.2xlarge in production"],
    recording: "scaled-down-too-far",
    mended: "The smallest that parity.yaml tolerates.",
  }),
  ...rejectedThenMended({
    title: "an older library, and a handful of rows",
    tell: "The classic: staging's image was built with an older HTTP client, and its database holds twelve orders. It works there: nothing hits what the newer release changed, and no query is slow.",
    edits: [olderLibrary],
    data: "few",
    says: [
      "dependency-parity",
      "version of the library pkg:npm/undici is 6.21.2 in staging, 7.14.0 in production",
      "data-parity",
      "rows of the table public.orders is 12 in staging, 60000 in production",
    ],
    recording: "older-library-and-few-rows",
    mended: "The image is built from production's lock file, and a masked fifth of its orders is copied.",
  }),
  {
    title: "the retry setting, changed in the program",
    tell: "Now the program's default for retries becomes 8. Staging has it first, as it should: it is ahead, not astray.",
    stack: "staging",
    command: "preview",
    edits: [retriesInProgram],
    expected: "accepted",
    says: ["1 ahead", "redrivePolicy.maxReceiveCount is 8 in staging, 5 in production"],
  },
  {
    title: "production before staging",
    tell: "The same change is previewed in production, though staging was never deployed with it: the gate.",
    stack: "production",
    command: "preview",
    edits: [],
    expected: "rejected",
    says: ["maxReceiveCount is 5 in staging, 8 in production"],
  },
  {
    title: "staging first",
    tell: "Staging is deployed with the change …",
    stack: "staging",
    command: "deploy",
    edits: [],
    expected: "accepted",
    says: [],
  },
  {
    title: "… then production",
    tell: "… and now production's preview passes the gate.",
    stack: "production",
    command: "preview",
    edits: [],
    expected: "accepted",
    says: [],
  },
  {
    title: "a branch's own stack",
    tell: "pr-42 was never deployed: its preview consists of unknowns, and is compared all the same. Its level is advisory.",
    stack: "pr-42",
    command: "preview",
    edits: [],
    expected: "accepted",
    says: ["advisory"],
  },
];
