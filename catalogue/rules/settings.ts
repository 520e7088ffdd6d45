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
        *InstanceSize *Plan *ComputeClass *NodeClass *ServerType`,
      policy: "capacity",
      kind: "size",
      weaker: "lower",
      noise: false,
    },
    {
      name: "capacity",
      property: `
        *Cpu(s) *Cpu* *Vcpu* *Memory* *Mem *Ram *Disk* *Storage *AllocatedStorage *StorageSize *StorageGb
        *VolumeSize *Iops *Throughput *Capacity* *Acu *MinAcu *MaxAcu *StorageGib *Gb *Gib *Quota *QuotaGb *SizeGb`,
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
        *Processes *Threads *Pods *Partitions`,
      policy: "capacity",
      kind: "count",
      weaker: "lower",
      noise: false,
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
        *NodeVersion image.* *Image.tag *ChartVersion *Commitish *Sha1`,
      policy: "dependency",
      kind: "version",
      weaker: "lower",
      noise: false,
    },
    {
      name: "image",
      property: "*Image *ImageUri *Ami *AmiId *DockerImage *ImageName image.repository *ImageId",
      policy: "dependency",
      noise: false,
      kind: "image",
    },
    {
      name: "flag",
      property: `
        feature* *Feature* *FeatureFlag* *FeatureFlags.* features.* flag* *Flag *Flags *Flags.* *Experiment~* ff*
        *FeatureToggle* toggle*`,
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
    {
      name: "switch-value",
      property: "enable* *Enable* *Enabled disable* *Disable* *Disabled use* is* allow* create* manage* skip*",
      kind: "flag",
      noise: false,
    },
    {
      name: "resilience",
      property: `
        *Backup(s)* *PointInTime* *HighAvailability* *Replica *ReadReplica(s) *MultiAz* *DeletionProtection* *Zones
        *Azs *Failover* ha *Ha *NatGateway* *NatGateways *Snapshot* protect *Protect~* *ZoneAwareness* *AzCount
        *AvailabilityZones *DeploymentMode *Redundan~* *ClusterType *BackupRetention* *TerminationProtection* *Pitr*
        *SingleNat*`,
      policy: "resilience",
      noise: false,
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
        *Seconds* *Minutes* *Hours* *Days *MaxItems tz *Timezone *Theme *Robots *OtlpProtocol *Locale *Currency*
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
    {
      name: "identity",
      property: `
        *Name *Names *Domain(s) *DomainName *Subdomain* *Profile *Project *ProjectId *Account* *ZoneId
        *CertificateArn *CertArn *Certificate *Url(s) *Uri *Host(s) *Hostname *Endpoint(s) *Email* *Bucket *Arn
        *Environment *Env *Stage *Stack *Region *Location *Prefix *Id *Username *User *Login *Database *Queue *Table
        *Topic *Webhook *Workspace *Tenant *Subscription *Organization *Org *Server *PublicIp *PublishableKey
        *PublicKey *PosthogKey *Deployment *Namespace *Team *Owner *Aliases *Alias *Role *RoleArn *Secret.name
        *Repository *Registry *Description *Comment *Identifier *Contact *Href *Link *Address *Ref *StackReference
        *Branch *Suffix *EmailServer *Zone *Callback* *Label *Title`,
      policy: "configuration",
      kind: "identity",
      noise: true,
    },
    { name: "not-identity", property: ["*EngineId", "*LogGroup", "*ImageId", "*AmiId"], noise: false },
    {
      name: "imports",
      property: ["^environment"],
      kind: "identity",
      policy: "configuration",
      noise: true,
      list: "set",
    },
    {
      name: "credential",
      property: `
        *Secret* *Password* *Passwd *Pass *Token *ApiKey* *PrivateKey *SecretKey *AccessKey *AccessKeyId *SigningKey
        *Key *Credentials *Passphrase *ConnectionString *DatabaseUrl *Kubeconfig *Jwt* *Webhook`,
      policy: "configuration",
      kind: "secret",
      secret: true,
      noise: false,
    },
    {
      name: "public-key",
      property: "*PublishableKey *PublicKey *PosthogKey *SiteKey *ClientKey *Dsn *SentryDsn",
      policy: "configuration",
      kind: "identity",
      noise: true,
      secret: false,
    },
    {
      name: "security",
      property: `
        *PublicAccess* *PubliclyAccessible *Encrypt~* *Kms* *KmsKey* *Ssl* *Tls* *Cors* *Waf* *Mfa* *Oidc*
        *Whitelist~* *Allowlist* *2fa *AllowedIps *HttpsOnly *BasicAuth* *Firewall* *Origin(s)`,
      policy: "security",
      noise: false,
    },
    { name: "security-toggle", property: ["*PublicAccess*", "*PubliclyAccessible"], kind: "toggle", weaker: "true" },
    { name: "encryption-toggle", property: ["*Encrypt~*", "*EnableEncryption"], kind: "toggle", weaker: "false" },
    {
      name: "network",
      property: `
        *Cidr* *CidrBlock(s) *Subnet(s) *Subnets.* *SubnetId(s) *VpcId *Port *Ports *LoadBalancer* *Vpc *VpcCidr*
        *SecurityGroup* *AllowedIp* *Peering* *Vpn* *Dns*`,
      policy: "network",
      noise: false,
    },
    { name: "ports", property: ["*Port"], kind: "port" },
    { name: "ranges", property: ["*Cidr*", "*CidrBlock(s)", "*Subnets.*"], kind: "addressRange", document: "cidr" },
    {
      name: "dns-names",
      property: ["*DnsName", "*DnsZone*Name", "*ZoneDnsName"],
      policy: "network",
      kind: "identity",
      noise: true,
    },
    {
      name: "lists",
      property: "*Hosts *Domains *Origins *Urls *Zones *Subnets *Emails *Regions",
      list: "set",
    },
  ],
});
