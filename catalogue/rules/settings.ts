import { defineRules } from "../rule";

export const settings = defineRules({
  name: "settings",
  reason:
    "Free keys of stack configurations, environment variables, config maps and chart values: mostly the last words " +
    "decide. Words of resilience and security beat the affixes of flags, and a switch that no word explains is a setting.",
  on: ["parity:stack:Configuration"],
  rules: [
    {
      name: "size",
      property: `
        *InstanceType(s) *InstanceClass *NodeType *Size *Tier *Sku *DbClass *VmSize *MachineType *Slug *Instance
        *InstanceSize *Plan *ComputeClass *NodeClass *ServerType *DynoType *ComputeType *WorkerType *HostType *BundleId
        *PlanType *NodeGroupType *SizeName *NodeTypeId *InstanceTypeId *FlavorId *Flavor *FlavorName *SizeId *PlanId
        *TierId *SkuId *SkuName *BrokerType *MachineSize`,
      policy: "capacity",
      kind: "size",
      weaker: "lower",
      noise: false,
    },
    {
      name: "capacity",
      property: `
        *Cpu(s) *Cpu* *Vcpu* *Memory* *Mem *Ram *Disk* *Storage *AllocatedStorage *StorageSize *StorageGb
        *VolumeSize *Iops *Throughput *Capacity* *Acu *MinAcu *MaxAcu *StorageGib *Gb *Gib *Quota *QuotaGb *SizeGb *StorageClass *StorageType
        *VolumeType *DiskType *BillingMode *CapacityMode *ThroughputMode *EphemeralStorage *HeapSize *MaxHeap *SizeBytes
        *SizeMb *SizeMib *AutoresizeLimit *AutoscaleLimit *StorageLimit *DiskLimit *MaxAllocatedStorage *Reservation(s)
        *StorageMb *DiskMb *VolumeMb *VolumeGib *VolumeGb *GiB *TiB *Tb *Heap *HeapMb *Xmx *SharedBuffers *WorkMem
        *BufferPoolSize *CacheSize *Bandwidth *IoType *VolumeKind *Slots *Rpu(s) *Dpu(s) *Ocu(s) *Vram* *GpuMemory*`,
      policy: "capacity",
      kind: "capacity",
      weaker: "lower",
      noise: false,
    },
    {
      name: "count",
      property: `
        *Count *DesiredCount* *Desired *Min *Max *Replicas *Nodes *Instances *Workers *PoolSize *Concurrency
        *MinSize *MaxSize *DesiredSize *Shards *Brokers *Tasks num* *NumberOf* *Autoscaling* *ReplicaCount
        *Processes *Threads *Pods *Partitions *WorkersPer* *BrokersPer* *NodesPer* *InstancesPer* *TasksPer* *ThreadsPer*
        *PodsPer* *ProcessesPer* *ShardsPer* *Parallelism *MaxChildren *SpotPercent~ *OnDemandBase* *OnDemandPercent~ *Readers *Consumers *Agents *Runners *Executors *Masters`,
      policy: "capacity",
      kind: "count",
      weaker: "lower",
      noise: false,
    },
    {
      name: "counts",
      property: "*Instances.* *Replicas.* *Counts.* *Nodes.* *Workers.*",
      policy: "capacity",
      fallback: true,
    },
    {
      name: "spot",
      property: ["*Spot", "*SpotInstances", "*UseSpot", "*CapacityType"],
      policy: "capacity",
      kind: "enumeration",
      noise: false,
    },
    {
      name: "dependency",
      property: `
        *Version *ImageTag *Tag *DockerTag *Runtime *Digest *Sha *Commit *Revision *Release *Engine *K8sVersion
        *NodeVersion image.* *Image.tag *ChartVersion *Commitish *Sha1 *SolutionStack* *ParameterFamily
        *ParameterGroupFamily *OsRelease *Os *OsImage *OperatingSystem *Distro *ReleaseLabel *BuildNumber *UpdateChannel
        *ReleaseChannel`,
      policy: "dependency",
      kind: "version",
      weaker: "lower",
      noise: false,
    },
    {
      name: "language",
      property: "*Python *Java *Jdk *Php *Ruby *Golang *Dotnet *Nodejs *Terraform *Kubernetes",
      policy: "dependency",
      fallback: true,
    },
    {
      name: "image",
      property:
        "*Image *ImageUri *Ami *AmiId *DockerImage *ImageName image.repository *ImageId *BlueprintId *Blueprint",
      policy: "dependency",
      noise: false,
      kind: "image",
    },
    {
      name: "flag",
      property: `
        feature* *Feature* *FeatureFlag* *FeatureFlags.* features.* flag* *Flag *Flags *Flags.* *Experiment~* ff*
        *FeatureToggle* toggle* *Features *Toggles *Experiments`,
      policy: "feature-flag",
      kind: "flag",
      noise: false,
    },
    {
      name: "flags",
      property:
        "*Features.* *Feature.* *FeatureFlag(s).* *Flags.* *Toggles.* *FeatureToggles.* *Experiments.* *Rollouts.*",
      block: true,
      policy: "feature-flag",
      kind: "flag",
      noise: false,
    },
    {
      name: "switch",
      property: "enable* *Enable* *Enabled disable* *Disable* *Disabled",
      policy: "feature-flag",
      fallback: true,
    },
    { name: "switched-off", property: "disable disabled", policy: "configuration", noise: false },
    {
      name: "switch-value",
      property: "enable* *Enable* *Enabled disable* *Disable* *Disabled use* is* allow* create* manage* skip*",
      kind: "flag",
      noise: false,
    },
    {
      name: "resilience",
      property: `
        *Backup~* *VaultLock *ObjectLock* *CrossRegion* *MultiRegion* *GlobalDatabase* *CrossZone *PointInTime* *HighAvailability* *Replica *ReadReplica(s) *MultiAz* *DeletionProtection* *Zones
        *Azs *Failover* ha *Ha *NatGateway* *NatGateways *Snapshot* protect *Protect~* *ZoneAwareness* *AzCount
        *AvailabilityZones *DeploymentMode *Redundan~* *ClusterType *BackupRetention* *TerminationProtection* *Pitr*
        *SingleNat* *DedicatedMaster* *InsyncReplicas *ReplicationFactor *Quorum* *HaMode *HaEnabled *SyncReplicas *MinIsr *TopologyKey *Affinity *AntiAffinity *SpreadConstraints *Mirror~ *Fsync
        *Durability *SoftDelete* *PurgeProtection *GeoRedundan~* *GeoReplicat~* *GeoBackup* *AvailabilityType
        *AvailabilitySet* *ZoneRedundan~* *ZonalMode *Versioning *DisasterRecovery* *Standby*
        *MinAvailable *MaxUnavailable *CircuitBreaker* *RetainOnDelete *DeadLetter* *Dlq*`,
      policy: "resilience",
      noise: false,
    },
    {
      name: "safety",
      property: `
        *Backup(s).* *BackupPlan.* *BackupPolicy.* *DisasterRecovery.* *Dr.* *Failover.* *Replication.*
        *PodDisruptionBudget.* *Pdb.* *Snapshots.* *PointInTimeRecovery.*`,
      block: true,
      policy: "resilience",
    },
    {
      name: "scaling",
      property: "*Autoscaling.* *AutoScaling.* *Scaling.* *Hpa.* *ScalingPolicy.* *Capacity.* *Resources.*",
      policy: "capacity",
      fallback: true,
    },
    {
      name: "resilience-toggle",
      property: `
        *MultiAz* *HighAvailability* *DeletionProtection* *PointInTime* *BackupEnabled *BackupsEnabled backup(s)
        enableBackup(s)
        *ZoneAwarenessEnabled`,
      kind: "toggle",
      weaker: "false",
    },
    {
      name: "retention",
      property: ["*Retention*", "*RetentionDays", "*LogRetention*"],
      policy: "configuration",
      kind: "duration",
      weaker: "lower",
      noise: false,
    },
    {
      name: "backup-retention",
      property: `
        *BackupRetention* *SnapshotRetention* *BackupRetentionDays *SnapshotRetentionDays *BackupRetentionPeriod`,
      policy: "resilience",
      kind: "duration",
      weaker: "lower",
      noise: false,
    },
    {
      name: "behaviour",
      property: `
        *LogLevel *LoggingLevel *Timeout* *Interval* *Threshold* *Schedule* *Cron *PerformanceInsights* *LogJson
        *Monitoring* *Debug *Price* *Ttl *Limit* *Retries *Rate *Percent~ *Delay* *Expire* *Expires* *Expiry*
        *Seconds* *Minutes* *Hours* *Days *MaxItems *ReceiveCount *RetryCount *ErrorCount *FailureCount
        tz *Timezone *Theme *Robots *OtlpProtocol *Locale *Currency*
        *Mode *Format *Window *Alarm* *Log* *Tracing* *Sampling* *SampleRate`,
      policy: "configuration",
      noise: false,
    },
    {
      name: "durations",
      property: "*Timeout* *Interval* *Ttl *Seconds *Minutes *Hours *Days *Delay *Expiry* *ExpireIn *ExpiresIn",
      kind: "duration",
    },
    { name: "schedules", property: ["*Schedule*", "*Cron", "*Window"], kind: "schedule" },
    {
      name: "code-path",
      property: `
        *NodeEnv *RailsEnv *RackEnv *AppEnv *FlaskEnv *DjangoSettingsModule *AspnetcoreEnvironment
        *DotnetEnvironment *GoEnv *MixEnv`,
      policy: "configuration",
      kind: "enumeration",
      noise: false,
    },
  ],
});
