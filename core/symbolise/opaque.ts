const REGION =
  /(?<![A-Za-z0-9])(?:af|ap|ca|cn|eu|il|me|mx|sa|us)(?:-gov)?-(?:(?:north|south)?(?:east|west)|north|south|central)-\d(?![A-Za-z0-9])/;

/**
 * Identifiers that say nothing of what they identify, and how each is recognised. Every part is bounded, or begins only
 * where a word does: the time grows with the text's length alone.
 */
export const OPAQUE_IDS = new RegExp(
  [
    /(?<![A-Za-z0-9])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![A-Za-z0-9])/,
    /(?<![A-Za-z0-9])[a-z]{2,12}-(?=[0-9a-f]*\d)[0-9a-f]{8,17}(?![A-Za-z0-9]|-[0-9a-f]{4}-)/, // vpc-0ac7040317f83b920
    /(?<=[A-Za-z0-9][-/])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,8}(?![A-Za-z0-9])/, // an autoname's suffix
    /(?<=[a-z]-)\d{7}(?![\w.-])/, // and one without a letter
    /(?<=[a-z0-9]-)(?=[a-z]{0,7}[b-df-hj-np-tv-xz]{5})(?:[a-z]{8}|[a-z]{12})(?![A-Za-z0-9])/, // a suffix such as no word has
    /(?<![A-Za-z0-9])(?=[0-9a-f]*\d)(?:[0-9a-f]{32}|[0-9a-f]{24}|[0-9a-f]{16})(?![A-Za-z0-9])/,
    /(?<=\/[A-Za-z][\w-]{1,40}\/)\d{9,21}(?![\w.-])/, // projects/519283746501, notificationChannels/15192837465
    /(?<![A-Za-z0-9])[ZE][A-Z0-9]{12,20}(?![A-Za-z0-9])/, // a hosted zone, a distribution
    /(?<![A-Za-z0-9])A(?:ROA|IDA|NPA|GPA|IPA|SCA)[A-Z0-9]{16,17}(?![A-Za-z0-9])/, // unique ids of IAM
    /(?<![A-Za-z0-9])[a-z]{2}(?:-[a-z]{1,16}){1,4}-\d_[A-Za-z0-9]{9}(?![A-Za-z0-9])/, // a Cognito user pool
    /(?<![A-Za-z0-9])(?:ns|srv)-[a-z0-9]{16}(?![A-Za-z0-9])/, // namespaces and services of a discovery
    /(?<![A-Za-z0-9])(?=[a-z0-9]*[g-z])(?=[a-z]*\d[a-z0-9]*\d)[a-z0-9]{20,32}(?![A-Za-z0-9])/, // a client of a pool
    /(?<![\w:])(?:[0-9a-f]{2}:){15}[0-9a-f]{2}(?![\w:])|(?<=SHA256:)[A-Za-z0-9+/]{43}/, // a key's fingerprint
    /(?<![A-Za-z0-9-])(?:o-(?=[a-z]*\d)[a-z0-9]{10}|ou-[a-z0-9]{4}-[a-z0-9]{8}|r-(?=[a-z]*\d)[a-z0-9]{4})(?![A-Za-z0-9-])/, // of an organisation
    /(?<![A-Za-z0-9])[BCDGTUW]0[A-Z0-9]{7,9}(?![A-Za-z0-9])/, // a channel or workspace of Slack
    /(?<![A-Za-z0-9])ocid1\.[a-z0-9]{1,40}\.oc\d{1,2}\.[a-z0-9-]{0,24}\.[a-z0-9]{40,80}(?![A-Za-z0-9])/,
    /(?<![A-Za-z0-9])(?:lkc|lsrc|lcc|sa)-(?=[a-z]*\d)[a-z0-9]{6}(?![A-Za-z0-9-])/, // a cluster, an account of Confluent
    /(?<![A-Za-z0-9])0(?:0[a-z]|oa)[A-Za-z0-9]{17}(?![A-Za-z0-9])/, // a group, an application of Okta
    /(?<![A-Za-z0-9_])[a-z]{2,8}_(?=[A-Za-z]*\d)[A-Za-z0-9]{16,32}(?![A-Za-z0-9_])/, // team_4f7Hq2Lm9Zx1Cv8Bn3Ks
    /(?<=:)\d{12}(?=:)/, // an account in an ARN
    /(?<!\d)\d{9,14}(?=(?:-compute)?@[a-z-]{1,40}\.gserviceaccount\.com)/, // a project's number in its own accounts
    REGION, // where a thing outside is
    /(?<![A-Za-z0-9])0x(?:[0-9a-fA-F]{40}|[0-9a-fA-F]{64})(?![A-Za-z0-9])/, // an account or object on a chain
    /(?<=\/)\d{12}(?=\/)|(?<![\w.-])\d{12}(?=\.dkr\.ecr\.)/, // and in a queue's URL, a registry's host
    /(?<=-)[A-Za-z0-9]{6}(?![A-Za-z0-9])(?<=:secret:[\w/+=.@-]{1,512}-[A-Za-z0-9]{6})/, // the end of a secret's ARN
    /(?<![A-Za-z0-9])c[a-z0-9]{11}(?=\.[a-z0-9{}-]+\.rds\.)/, // from here on the hosts that a cloud gives its services
    /(?<=-)\d{8,10}(?=\.[a-z0-9{}-]+\.elb\.)|(?<=-)[a-z0-9]{26}(?=\.[a-z0-9{}-]+\.(?:es|aoss)\.)/,
    /(?<![A-Za-z0-9])(?:(?:d-)?[a-z0-9]{10}(?=\.execute-api\.)|d[a-z0-9]{12,13}(?=\.cloudfront\.))/,
    /(?<=:execute-api:[\w{}-]{0,24}:[\w{}]{0,16}:)[a-z0-9]{10}(?=\/)/,
    /(?<![A-Za-z0-9])(?:[a-z0-9]{32}(?=\.lambda-url\.)|[a-z0-9]{26}(?=\.appsync-api\.)|[0-9A-F]{32}(?![A-Za-z0-9]))/,
    /(?<![A-Za-z0-9])[ac][a-z0-9]{12,13}(?=(?:-ats|\.credentials)?\.iot\.)/,
    /(?<![A-Za-z0-9])[a-z0-9]{6}(?=\.(?:c\d+\.kafka|(?:ng\.)?\w+\.cache)\.)|(?<=[./])[a-z0-9]{5}(?=\.mongodb\.net(?![\w.]))/,
  ]
    .map((pattern) => pattern.source)
    .join("|"),
  "g",
);

/** The text around its identifiers; each leaves its kind. */
export function withoutIds(text: string): string {
  return text.replace(OPAQUE_IDS, (id) => `{${kindOf(id)}}`);
}

function kindOf(id: string): string | number {
  if (REGION.test(id)) return "region";
  return /^\d+$/.test(id) ? "number" : (/^[a-z]+-(?=[0-9a-f]+$)/.exec(id)?.[0] ?? id.length);
}
