import { defineRules } from "../../rule";

export const names = defineRules({
  name: "general/names",
  reason:
    "What something is called says which environment it is in, not how it behaves; both environments must have it, " +
    "but not the same one. A name belongs to whoever owns its resource. What refers to another resource by name is " +
    "wiring and stands among the references.",
  rules: [
    {
      name: "name",
      property: `
        name namePrefix identifier identifierPrefix alias aliases *Alias *Title *Slug *DisplayName *FriendlyName *NickName *FullName *FirstName
        *LastName *GivenName *FamilyName *MiddleName *CommonName *HostName *NetbiosName ^dbName
        *OrganizationName *BusinessName *SenderName *SessionName *JobName *RunName *MountName *NamePrefix
        *DnsPrefix *CnamePrefix *HostnamePrefix *LabelPrefix *RepositoryPrefix`,
      kind: "identity",
      noise: true,
    },
    {
      name: "own",
      property: "*Name *Names *Identifier(s) *Prefix *Id",
      names: "own",
      kind: "identity",
      noise: true,
    },
    { name: "others", property: "*Name *Names *Identifier(s)", names: "other", kind: "reference", noise: false },
    { name: "affix", property: "*Prefix", names: "other", kind: "text", noise: false },
    {
      name: "keys-of-lists",
      property: `
        parameters.name options.name settings.name settings.namespace *Variables.name env.name environment.name
        *Headers.name attributes.name dimensions.name`,
      kind: "text",
      noise: false,
    },
    {
      name: "prefix",
      property: `
        prefix *FilterPrefix filter.prefix rules.prefix *PrefixList *TargetPrefix *AddressPrefix *S3KeyPrefix
        *ErrorOutputPrefix *LogPrefix`,
      kind: "text",
      noise: false,
    },
    {
      name: "id",
      property: `
        ^id ^urn *UniqueId *Uuid *Guid *ExternalId *ResourceGroupName *StatementId *StatementIdPrefix sid *KubernetesNamespace`,
      kind: "identity",
      noise: true,
    },
    {
      name: "prose",
      property: "*Description comment(s) *Comment notes *Note *Documentation tags.*Purpose labels.*Purpose",
      kind: "text",
      noise: true,
    },
    {
      name: "account",
      property: `
        *AccountId(s) *Account(s) *OwnerId *ProjectId project *SubscriptionId *TenantId *OrganizationId *BucketOwner
        *ExpectedBucketOwner`,
      kind: "identity",
      noise: true,
    },
    { name: "region", property: ["*Region"], kind: "identity", noise: true },
    {
      name: "host",
      property: `
        domain domains *DomainName(s) *Domain host *Hostname(s) *Host fqdn *Fqdn(s) *Url(s) *Uri(s) *Endpoint
        *DnsName(s) *Email *EmailAddress(es) *Emails *SubjectAlternativeNames *WebsiteUrl`,
      kind: "identity",
      noise: true,
    },
    {
      name: "person",
      property: "owner *Owner *Owners contact *Contact(s) *Author team *PhoneNumber *Username",
      kind: "identity",
      noise: true,
    },
    {
      name: "moment",
      property: `
        *Timestamp createdAt updatedAt *CreatedTime etag *CreationDate *LastModified *LastUpdated *CreationTime`,
      kind: "text",
      noise: true,
    },
    {
      name: "tags",
      property: "tags tags.* labels labels.* annotations annotations.*",
      policy: "configuration",
      kind: "text",
      noise: false,
    },
    { name: "tagged", property: "*Tags", kind: "text", noise: false },
    {
      name: "tag-name",
      property: `
        tags.name tags.*Name tags.*Env tags.*Environment tags.*Stage tags.*Stack tags.*Owner tags.*Project
        tags.*Account`,
      kind: "identity",
      noise: true,
    },
    { name: "tags-all", property: ["^tagsAll", "^tagsAll.*"], kind: "text", noise: true },
    {
      name: "nonce",
      property: `
        ^triggers ^triggers.* ^keepers ^keepers.* *CallerReference *IdempotencyToken *ClientToken *CreationToken
        *ClientRequestToken`,
      kind: "identity",
      noise: true,
    },
  ],
});
