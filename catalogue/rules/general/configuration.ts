import { defineRules } from "../../rule";

export const configuration = defineRules({
  name: "general/configuration",
  reason:
    "Settings that change behaviour without being a version, a size, a wire or a safeguard. These rules tell the value " +
    "class only: a toggle or a threshold belongs to whoever owns its block or service, and else to the configuration.",
  rules: [
    {
      name: "duration",
      property: `
        *Timeout *TimeoutMs *Seconds *Minutes *Mins *Hours *Days *Milliseconds *Millis *Interval *Delay *Duration
        ttl *Ttl *Period *Cooldown *Age *AgeSec *Sec *Lifetime *Expiration *Validity *Wait* *After *Warmup
        *SlowStart *Retention* *LeaseTime *DelayAfter* *SecondsUntil* *CompletionWindow *StartWindow *DeleteAfter
        *LifetimeInSeconds *GracePeriod*`,
      kind: "duration",
      noise: false,
    },
    {
      name: "schedule",
      property: `
        *Schedule *ScheduleExpression* *Cron *CronExpression *Recurrence *Window *Timezone *TimeZone *StartTime
        *EndTime *DayOfWeek *StartDate *EndDate *StartHour *HourOfDay *Date *Time *Schedules *DayOfMonth
        *MaintenanceWindowStartTime.* *Hour`,
      kind: "schedule",
      noise: false,
    },
    {
      name: "limit",
      property: `
        *Limit *LimitAmount *Threshold *Retries *Attempts *MaxReceiveCount *BatchSize *Percent *Percentage *Weight
        *Priority *Rate *RateLimit *BurstLimit *Ratio *MessageSize *Depth order *Order *MaxRecords *Periods
        *DatapointsToAlarm *PageSize *BufferSize *BufferingSize *CompressionSize *ChunkSize *PoolSize *BlockSize
        *MaximumAttempts *Length *Position *Index *Retry *Number *Max *Min *Maximum *Minimum *Amount *SampleRate
        *ErrorCount *MatchCount *TargetValue *PerSecond *Adjustment *Magnitude *Quantity *Score *Bound *Scale
        *FailureCount *RetryCount *Multiplier *Factor`,
      kind: "count",
      noise: false,
    },
    { name: "bounds", property: ["max*", "min*", "maximum*", "minimum*"], kind: "count", noise: false, fallback: true },
    {
      name: "limit-sizes",
      property: `
        *BatchSize *MessageSize *BufferSize *BufferingSize *CompressionSize *ChunkSize *PageSize *BlockSize
        *FileSize *RequestSize *RetryCount *ErrorCount *FailureCount *MatchCount *BodySize *MaxReceiveCount
        *SampleSize *RetentionCount *ObjectSize`,
      policy: "configuration",
      kind: "count",
      noise: false,
    },
    {
      name: "log-retention",
      property: ["^retentionInDays", "*LogRetention*", "*PerformanceInsightsRetention*"],
      policy: "configuration",
      kind: "duration",
      noise: false,
      weaker: "lower",
    },
    {
      name: "logging",
      property: `
        log* logs* logging* *Log *Logs *Logging *LogExports *LogsExports *LogTypes *LogFormat *LogLevel
        *LogDelivery* logging.* *Logging.* *LoggingConfig.* *LoggingConfiguration.* *LogConfiguration.*
        *LogPublishingOptions.* *AccessLog* *AccessLog*.* *LogsConfig *LogsConfig.* *LoggingInfo *LoggingInfo.*
        *LoggingOptions.*`,
      policy: "configuration",
      noise: false,
    },
    { name: "log-lists", property: ["*LogExports", "*LogsExports", "*LogTypes"], list: "set" },
    {
      name: "log-level",
      property: ["*LogLevel", "*LoggingLevel", "*LogFormat"],
      policy: "configuration",
      kind: "enumeration",
      noise: false,
    },
    {
      name: "log-target",
      property: "logging.bucket logging.targetBucket accessLogs.bucket *LogDestination *LogDestinationArn",
      policy: "configuration",
      kind: "reference",
      noise: false,
    },
    {
      name: "monitoring",
      property: `
        *Monitoring* *PerformanceInsights* *Metric(s) *Metrics* *Tracing* *Tracing*.* *Insights* *Observability*
        *Monitoring*.* *Alarm* *Xray* *MetricName *Metric*.*`,
      policy: "configuration",
      noise: false,
    },
    {
      name: "environment",
      property: `
        environment.variables environment.variables.* *EnvironmentVariable(s) *EnvironmentVariable(s).* *EnvVars
        *EnvVars.* env env.* envs.* *AppSettings *AppSettings.* environment environment.* *StageVariables.*`,
      policy: "configuration",
      kind: "text",
      noise: false,
      settings: true,
    },
    {
      name: "pairs",
      property: "environment env *EnvironmentVariables envs environmentFiles",
      list: ["name", "key", "value"],
    },
    {
      name: "parameters",
      property: `
        parameters *Parameters *Parameters.* *Options *Settings *Attributes *Properties *Variables *Variables.*`,
      kind: "text",
      noise: false,
    },
    {
      name: "parameter-lists",
      property: ["parameters", "options", "settings", "optionSettings"],
      list: ["namespace+name", "name", "optionName", "key"],
    },
    {
      name: "toggle",
      property: `
        enabled *Enabled *Disabled enable* disable* is* use* allow* auto* skip* copyTagsTo* *CopyTagsTo* ignore*
        include* exclude* preserve* require* propagate* publish* wait* apply* delete* drain* drop* has* associate*
        map* assign* continue* fail* force* overwrite* *Overwrite suppress* retain* *Required *Optional *Only
        bypass* dedicated* *Compress *ReadOnly accept* notify* send* suspend* reset* raw* run* automount* essential
        atomic *AlwaysOn *Proxied *Autoresize *ReadOnlyRootFilesystem *ReadonlyRootFilesystem
        *RootFilesystem *DataTieringEnabled *PrivilegedMode
        *Privileged *AllowedForDualStack bootstrap* enforce* *HostNetwork *HostPid *HostIpc generate* manage*`,
      kind: "toggle",
      noise: false,
    },
    {
      name: "enumeration",
      property: `
        *Type *Types *Mode *Class *Tier *Status *State *Behavior *Behaviour *Strategy *Format *Method(s) *Action
        *Actions *Operator *Statistic *Unit(s) *Kind *Scope(s) *Category *Categories *Family *Algorithm *Language
        *LanguageCode *Encoding *Preference *Option *Effect *Source *Destination *Comparison* *Level *Style
        *Standard *Model *Direction *Feature(s) *Subtype *Handling *Direction *Granularity *Distribution *Provider
        *Destinations *Sources *Event(s) *EventTypes *Frequency *Authorization *ProtocolPolicy *SslProtocols
        *SslProtocols.items *TlsSecurityPolicy *TlsVersion *SslPolicy *Mutability *MfaConfiguration *TreatMissingData *LogDriver
        *RequestPayer *ManagementPolicy *ReclaimPolicy *NetworkPlugin *GeoRedundantBackup *Visibility
        *EnhancedMonitoring *ApplyOn *ApplyMethod *PropagateTags *StartingPosition`,
      kind: "enumeration",
      noise: false,
    },
    {
      name: "enumerated-sets",
      property: `
        *Methods *Events *EventTypes *ResourceTypes *Categories *Scopes *Privileges *Permissions *Members *Audiences
        *Callbacks *CallbackUrls *LogoutUrls *Origins *WebOrigins *AllowedOrigins *GrantTypes *AllowedUses *Teams
        *Reviewers *Topics *Locations *Regions *IpRanges *SourceRanges *SourceAddresses *DestinationAddresses
        *AddressPrefixes *AllowedIps *SourceTags *TargetTags *Emails *Recipients *DnsNames *Contexts *NotificationChannels
        *ObjectIds *SshKeys *Extensions tags labels`,
      list: "set",
    },
    {
      name: "text",
      property: `
        *Value *Values *Expression *Pattern *Query *Content *Body *Template(s) *Path(s) *Suffix *Key *Keys
        *Filter(s) *Header(s) *Condition(s) *Rule(s) *Command entryPoint *Args *Arguments *Config(s)
        *Configuration(s) *Definition *Message *Subject *Text *Document *String *Statement(s) *Match *Field(s)
        *Metadata *Selector(s) *Target(s) *Details *Object *Item(s) *Data *Input *Output(s) *Script *Payload
        *Code(s) *Group(s) *List(s) *Set *Spec *Specification(s) *Info *Detail *Context *Criteria *Property
        *Variable *Dimension(s) *Attribute *Parameter *Setting *Policy *Policies *Override(s) *Association(s)
        *Constraint(s) *Resource(s) *Mapping(s) *Device(s) *File(s) *Delimiter *Separator *Regex *Reason *Label(s)
        *Annotation(s) *Stage(s) *Step(s) *Entries *Control* *Location *Namespace *Operation(s) *Preferences
        *Hook(s)`,
      kind: "text",
      noise: false,
    },
    {
      name: "command",
      property: "command entryPoint args *Command *Handler",
      kind: "text",
      list: "ordered",
      noise: false,
    },
    {
      name: "operation",
      property: ["*Timeouts", "timeouts.*", "*Provisioner*"],
      policy: "configuration",
      kind: "duration",
      noise: false,
    },
  ],
});
