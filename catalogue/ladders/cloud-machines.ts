import type { SizeFacts } from "../../core/model/catalogue";

const GCP_RATIO: Readonly<Record<string, number>> = { standard: 4, highmem: 8, highcpu: 1, ultramem: 24, megamem: 14 };

/** `n2-standard-4`, `c3-highmem-8`, `db-custom-2-7680`, `custom-2-4096`. */
export function gcpMachine(value: string): SizeFacts | undefined {
  const custom = /^(?:db-)?(?:([a-z]\d[a-z]?)-)?custom-(\d+)-(\d+)$/.exec(value);
  if (custom !== null)
    return machine({ family: custom[1] ?? "custom", vcpu: Number(custom[2]), memoryGiB: Number(custom[3]) / 1024 });
  const [, family, kind, cpus] =
    /^(?:db-)?([a-z]\d+[a-z]?)-(standard|highmem|highcpu|ultramem|megamem)-(\d+)$/.exec(value) ?? [];
  if (family === undefined || kind === undefined) return undefined;
  const vcpu = Number(cpus);
  return {
    ...machine({ family: `${family}-${kind}`, vcpu, memoryGiB: vcpu * (GCP_RATIO[kind] ?? 4) }),
    architecture: /^(t2a|c4a)/.test(family) ? "arm64" : "x86_64",
  };
}

/** `Standard_D4s_v3`, `Standard_B2ms`, `GP_Gen5_2`, `GP_Standard_D2s_v3`. */
export function azureMachine(value: string): SizeFacts | undefined {
  const [, series, cpus, attributes = "", version] =
    /^(?:(?:Standard|Basic|GP_Standard|MO_Standard|B_Standard)_)?([A-Z]{1,3})(\d+)(?:-\d+)?([a-z]*)(?:_v(\d+))?$/.exec(
      value,
    ) ??
    /^((?:GP|BC|HS|B)_(?:S_)?Gen)\d_(\d+)()$/.exec(value) ??
    [];
  if (series === undefined || !value.includes("_")) return undefined;
  return {
    ...machine({
      family: `${series}${attributes}${version === undefined ? "" : `v${version}`}`,
      vcpu: Number(cpus),
      memoryGiB: undefined,
    }),
    series,
    generation: version === undefined ? undefined : Number(version),
    architecture: attributes.includes("p") ? "arm64" : "x86_64",
    burstable: series === "B",
  };
}

/** `s-2vcpu-4gb`, `db-s-1vcpu-2gb`, `gd-4vcpu-16gb`. */
export function digitalOceanMachine(value: string): SizeFacts | undefined {
  const [, family, cpus, memory] = /^((?:db-)?[a-z0-9_]+)-(\d+)vcpu-(\d+)gb(?:-[a-z-]+)?$/.exec(value) ?? [];
  return family === undefined ? undefined : machine({ family, vcpu: Number(cpus), memoryGiB: Number(memory) });
}

function machine({
  family,
  vcpu,
  memoryGiB,
}: {
  family: string;
  vcpu: number;
  memoryGiB: number | undefined;
}): SizeFacts {
  const power = memoryGiB === undefined ? vcpu : Math.max(vcpu, memoryGiB / 4);
  return {
    family,
    series: family.replaceAll(/\d.*$/g, ""),
    generation: undefined,
    size: `${vcpu}`,
    step: 3 + Math.log2(Math.max(power, 0.25)),
    architecture: undefined,
    burstable: false,
    vcpu,
    memoryGiB,
  };
}
