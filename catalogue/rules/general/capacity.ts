import { storageLadder } from "../../ladders/storage";
import { defineRules } from "../../rule";

export const capacity = defineRules({
  name: "general/capacity",
  reason: "How much there is of something: class, number, memory, storage, throughput. Less of it is weaker.",
  rules: [
    {
      name: "size-class",
      property: `
        *InstanceType(s) *InstanceClass *NodeType *CacheNodeType *MachineType *VmSize *InstanceSize *NodeSize
        *ComputeType *WorkerType *TaskSize *EnvironmentClass ^bundleId *ClusterSize *ServiceTier *SkuName *Sku sku.* sku.name sku.tier
        *PricingTier *DedicatedMasterType *WarmType *ComputeSize ^settings.tier *InstanceClassType *PlanName
        *InstanceSizeName *SizeSlug`,
      policy: "capacity",
      kind: "size",
      noise: false,
      weaker: "lower",
    },
    {
      name: "cpu-memory",
      property: `
        *Cpu(s) *Vcpu(s) *VCpu(s) *CpuUnits *CpuCount *CoreCount *ThreadsPerCore *Memory *MemorySize *MemoryMb
        *MemoryGb *MemoryInGb *MemoryReservation *Gpu(s) *Cores *SharedMemorySize *MaxSwap`,
      policy: "capacity",
      kind: "capacity",
      noise: false,
      weaker: "lower",
    },
    {
      name: "quantity",
      property: "requests.* limits.cpu limits.memory limits.*Storage resources.limits.* resources.requests.*",
      policy: "capacity",
      kind: "capacity",
      document: "quantity",
      noise: false,
      weaker: "lower",
    },
    {
      name: "count",
      property: `
        *Count *Size *DesiredCapacity *BaseCapacity *MinCapacity *MaxCapacity *Capacity *Replicas *ReplicaCount num*
        numberOf* *InstanceCount *NumberOf* *NodeCount *Shards *ShardCount *PartitionCount *Partitions *Concurrency
        *ConcurrentExecutions *Capacities *MinCount *MaxCount *Workers *DesiredSize *MinSize *MaxSize
        *ParallelizationFactor *Parallelism *MinInstances *MaxInstances *MinNodes *MaxNodes`,
      policy: "capacity",
      kind: "count",
      noise: false,
      weaker: "lower",
    },
    {
      name: "storage",
      property: `
        *AllocatedStorage *StorageSize *VolumeSize *DiskSize *StorageCapacity *SizeInGb(s) *SizeGb *SizeGib
        *SizeInGib *StorageGb *DiskSizeGb *EphemeralStorage *EphemeralStorage.* *Quota *StorageSizeGb *VolumeSizeGb
        *VolumeSizeInGb`,
      policy: "capacity",
      kind: "capacity",
      noise: false,
      weaker: "lower",
    },
    {
      name: "storage-type",
      property: `
        *StorageType *VolumeType *DiskType *StorageClassName *EbsOptimized *PerformanceMode *CpuCredits *StorageMode
        *VolumesPerInstance`,
      policy: "capacity",
      kind: "enumeration",
      noise: false,
    },
    { name: "storage-ladder", property: "*StorageType *VolumeType", weaker: storageLadder },
    {
      name: "throughput",
      property: `
        *Iops *IopsPerGb *Throughput *ThroughputCapacity *ThroughputInMibps *ReadCapacity *WriteCapacity
        *CapacityUnits *ReadUnits *WriteUnits *RequestUnits *Acu(s) *Dpu(s) *Bandwidth *Rcu(s) *Wcu(s) *Ocu(s) *MaxRpu *BidPercentage`,
      policy: "capacity",
      kind: "capacity",
      noise: false,
      weaker: "lower",
    },
    {
      name: "billing",
      property: `
        *BillingMode *CapacityType(s) *ThroughputMode *PricingPlan *SpotPrice *MarketType *CapacityProvider(s)
        *CapacityProvider*.* *CapacityMode *StreamMode *AllocationStrategy *CapacityReservation*
        *CapacityReservation*.* *CapacityRebalance *MarketOptions *MarketOptions.* *DesiredCapacityType
        *PlacementGroup *Tenancy *Preemptible *DataTiering* *ElasticGpu*`,
      policy: "capacity",
      kind: "enumeration",
      noise: false,
    },
    { name: "architecture", property: ["*Architecture(s)"], policy: "capacity", kind: "enumeration", noise: false },
    { name: "architectures", property: ["*Architectures"], list: "set" },
    {
      name: "scaling",
      property: `
        *ScalingConfig *ScalingConfig.* *ScalingConfiguration *ScalingConfiguration.* *Autoscaling* *AutoScaling* *Autoresize* *AutoResize* *Autoscale*
        *AutoscalingConfig~.* *ScalingPolicy *ScalingPolicy.* *InstancesDistribution.* *WarmPool *WarmPool.*
        *InstanceRequirements *InstanceRequirements.* *CpuOptions *AutoPause *ScalingProperties.* *ScalingMode`,
      policy: "capacity",
      noise: false,
    },
  ],
});
