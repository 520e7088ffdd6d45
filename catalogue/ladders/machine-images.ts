import type { VersionFacts } from "../../core/model/catalogue";

interface ImageName {
  /** What counts as one line of images: newer versions of the system included. */
  readonly product: string;
  readonly name: RegExp;
}

const ARCH = "(?<arch>x86_64|amd64|arm64|aarch64|i386)";
const DATE = String.raw`(?<build>\d{8}(?:\.\d+)?)`;

/**
 * Names under which makers publish machine images; the id of an image says nothing. Sources: "Find a Linux AMI" of EC2,
 * "Retrieve recommended Amazon Linux AMI IDs" of EKS, "Find Ubuntu images on AWS", Bottlerocket's "QUICKSTART-EKS",
 * "AWS Windows AMI version history", Debian's "Amazon EC2 Images".
 */
const NAMES: readonly ImageName[] = [
  {
    product: "amazon-linux",
    name: new RegExp(
      String.raw`^amzn2?-ami(?<kind>-minimal|-ecs)?(?:-kernel-[\d.]+)?-hvm-(?<version>\d+\.\d+)\.${DATE}-${ARCH}`,
    ),
  },
  {
    product: "amazon-linux",
    name: new RegExp(
      String.raw`^al2023-ami(?<kind>-minimal|-ecs)?(?:-hvm)?-(?<version>2023\.\d+)\.${DATE}-kernel-[\d.]+-${ARCH}`,
    ),
  },
  {
    product: "ubuntu",
    name: new RegExp(
      String.raw`^(?:ubuntu(?:-\w+)*\/images(?:-testing)?\/[\w-]+\/)?ubuntu(?:-pro)?-[a-z]+-(?<version>\d\d\.\d\d)-${ARCH}(?<kind>-minimal|-pro-server)?(?:-server)?-${DATE}$`,
    ),
  },
  {
    product: "bottlerocket",
    name: new RegExp(
      String.raw`^bottlerocket(?<kind>-aws-(?:k8s|ecs))-(?<base>[\d.]+)(?:-nvidia|-fips)?-${ARCH}-v(?<version>\d+\.\d+\.\d+)(?:-[0-9a-f]+)?$`,
    ),
  },
  {
    product: "amazon-eks-node",
    name: new RegExp(
      String.raw`^amazon-eks(?<kind>-gpu)?(?:-arm64)?-node-(?:al2023-${ARCH}-(?:standard|nvidia|neuron)-)?(?<base>1\.\d+)-v${DATE}$`,
    ),
  },
  {
    product: "windows-server",
    name: /^Windows_Server-(?<version>\d{4})(?<kind>-[\w-]+?)-(?<build>\d{4}\.\d\d\.\d\d)$/,
  },
  { product: "debian", name: new RegExp(String.raw`^debian-(?<version>\d+)-(?:backports-)?${ARCH}-${DATE}(?:-\d+)?$`) },
  {
    product: "rhel",
    name: new RegExp(String.raw`^RHEL-(?<version>\d+\.\d+(?:\.\d+)?)_HVM(?:_[A-Z]+)?-${DATE}-${ARCH}`),
  },
];

/** A machine image by its name: what it runs, then the version of the system, then the day it was built. */
export function machineImage(name: string): VersionFacts | undefined {
  if (!/\d/.test(name)) return undefined;
  for (const { product, name: pattern } of NAMES) {
    const found = pattern.exec(name)?.groups;
    if (found === undefined) continue;
    const parts = [found.base, found.version, found.build].flatMap((part) => part?.split(".").map(Number) ?? []);
    return { product: `${product}${found.kind ?? ""}`, parts, rest: found.arch ?? "", endOfLife: undefined };
  }
  return undefined;
}
