import { defineRules } from "../../rule";

export const resilience = defineRules({
  name: "general/resilience",
  reason: "What keeps the system running, or its data safe, when something fails. Off, fewer or shorter is weaker.",
  rules: [
    {
      name: "zones",
      property: `
        *MultiAz* *AvailabilityZones *ZoneAwareness* *ZoneAwareness*.* *ZoneRedundan~ *Zones *AzMode
        *HighAvailability* *HighAvailability*.* *AvailabilityZoneName *AvailabilityType *ZoneRelocation*
        *ZonalShift* *ZonalShift*.* *AzDistribution *AvailabilityZoneDistribution.* *DeploymentMode *CacheClusterAzs
        *AvailabilityMode *AvailabilityZoneCount`,
      policy: "resilience",
      noise: false,
    },
    {
      name: "multi-az",
      property: "multiAz *MultiAzEnabled *MultiAzWithStandbyEnabled *ZoneAwarenessEnabled *ZoneRedundant",
      policy: "resilience",
      kind: "toggle",
      weaker: "false",
      noise: false,
    },
    { name: "zone-lists", property: ["*AvailabilityZones", "zones", "*CacheClusterAzs"], list: "set" },
    {
      name: "replication",
      property: `
        *Replication* *Replicate* *Replica *ReplicationConfiguration.* *Failover* *Failover*.* *Standby*
        *ReplicaMode *ReplicasPer* *NumReplicasPer* *PromotionTier *ReplicationGroup*
        *MultiRegion* *GlobalWrite* *DedicatedMasterEnabled *StandbyReplicas *ReplicationCount`,
      policy: "resilience",
      noise: false,
    },
    {
      name: "replica-count",
      property: ["*ReplicasPerNodeGroup", "*ReplicasPerShard"],
      policy: "resilience",
      kind: "count",
      weaker: "lower",
      noise: false,
    },
    {
      name: "failover-toggle",
      property: ["*AutomaticFailoverEnabled"],
      policy: "resilience",
      kind: "toggle",
      weaker: "false",
      noise: false,
    },
    {
      name: "backup",
      property: `
        *Backup(s)* *Backup(s)*.* *Snapshot* *Snapshot*.* *PointInTime* *PointInTime*.* *PitEnabled *Pitr*
        *Recovery* *Restore* *Restore*.*
        *Backtrack* *DeletionWindow*`,
      policy: "resilience",
      noise: false,
    },
    {
      name: "backup-toggle",
      property:
        "*Backup(s)*.enabled *PointInTime*.enabled *PointInTimeRecovery *Backtrack*.enabled *Replication*.enabled",
      policy: "resilience",
      kind: "toggle",
      weaker: "false",
      noise: false,
    },
    { name: "snapshot-source", property: ["*SnapshotId"], policy: "data", kind: "reference", noise: false },
    {
      name: "backup-window",
      property: ["*BackupWindow", "*SnapshotWindow"],
      policy: "resilience",
      kind: "schedule",
      noise: false,
    },
    {
      name: "backup-retention",
      property: `
        *BackupRetention* *SnapshotRetention* *RecoveryWindowInDays *RecoveryPeriodInDays *DeletionWindowInDays
        *BacktrackWindow`,
      policy: "resilience",
      kind: "duration",
      weaker: "lower",
      noise: false,
    },
    {
      name: "protection",
      property: `
        *DeletionProtection* *DeleteProtection* *TerminationProtection* *DisableApiTermination *DisableApiStop
        *ProtectFromScaleIn *PreventDestroy *Protect *DeletionPolicy *PurgeProtection* *SoftDelete*`,
      policy: "resilience",
      kind: "toggle",
      weaker: "false",
      noise: false,
    },
    {
      name: "destruction",
      property: `
        *ForceDestroy *ForceDelete *SkipFinalSnapshot *SkipFinalBackup *SkipDestroy *DeleteAutomatedBackups
        *DeleteOnTermination *RetainOnDelete *ForceDetach*`,
      policy: "resilience",
      kind: "toggle",
      weaker: "true",
      noise: false,
    },
    {
      name: "final-snapshot",
      property: ["*FinalSnapshotIdentifier", "*FinalSnapshotName"],
      policy: "resilience",
      kind: "identity",
      noise: true,
    },
    {
      name: "tags-to-snapshots",
      property: ["*CopyTagsToSnapshot(s)", "*CopyTagsToBackups"],
      policy: "configuration",
      kind: "toggle",
      noise: false,
    },
    {
      name: "failure",
      property: `
        *CircuitBreaker* *CircuitBreaker*.* *Rollback* *Rollback*.* *DeadLetter* *DeadLetter*.* *RedrivePolicy
        *RestartPolicy* *HealthCheckType *EvaluateTargetHealth *Bisect* *Affinity *TopologySpread* *TopologySpread*.* *MinAvailable
        *MaxUnavailable* *MinHealthy* *MinimumHealthy* *ShutdownBehavior *InterruptionBehavior *ReclaimPolicy *SpreadLevel`,
      policy: "resilience",
      noise: false,
    },
    {
      name: "redrive",
      property: ["*RedrivePolicy", "*RedriveAllowPolicy"],
      policy: "resilience",
      kind: "document",
      document: "json",
      noise: false,
    },
    {
      name: "health",
      property: `
        *HealthCheck *HealthCheck* *HealthCheck*.* *Probe *Probe.* *HealthyThreshold *HealthCheckGracePeriod~`,
      noise: false,
    },
    {
      name: "versioning",
      property: `
        versioning(s) versioning(s).* *VersioningConfiguration *VersioningConfiguration.* *ObjectLock* *ObjectLock*.*`,
      policy: "resilience",
      noise: false,
    },
  ],
});
