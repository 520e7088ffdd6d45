/** What a volume type of EBS or RDS allows. IOPS and MiB/s. Source: the EBS volume type table. */
export interface StorageType {
  readonly name: string;
  readonly maxIops: number;
  /** IOPS that come with it: fixed, or for each GiB. */
  readonly baseline: { readonly iops: number } | { readonly iopsPerGiB: number } | undefined;
  /** True where IOPS are ordered apart from the size. */
  readonly provisioned: boolean;
}

/** From weak to strong. */
export const storageTypes: readonly StorageType[] = [
  { name: "standard", maxIops: 200, baseline: undefined, provisioned: false },
  { name: "sc1", maxIops: 250, baseline: undefined, provisioned: false },
  { name: "st1", maxIops: 500, baseline: undefined, provisioned: false },
  { name: "gp2", maxIops: 16_000, baseline: { iopsPerGiB: 3 }, provisioned: false },
  { name: "gp3", maxIops: 16_000, baseline: { iops: 3000 }, provisioned: true },
  { name: "io1", maxIops: 64_000, baseline: undefined, provisioned: true },
  { name: "io2", maxIops: 256_000, baseline: undefined, provisioned: true },
];

/** Names of storage types from weak to strong, as a rule's ladder. */
export const storageLadder: readonly string[] = storageTypes.map(({ name }) => name);
