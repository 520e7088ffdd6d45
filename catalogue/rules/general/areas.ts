import { defineRules } from "../../rule";

export const areas = defineRules({
  name: "general/areas",
  reason: "Services that serve one purpose as a whole own what no name tells better.",
  rules: [
    {
      name: "security",
      on: `
        aws:iam/* aws:kms/* aws:secretsmanager/* aws:waf* aws:guardduty/* aws:securityhub/* aws:inspector*
        aws:macie* aws:acm* aws:cloudtrail/* aws:cognito/* aws:shield/* aws:fms/* aws:accessanalyzer/* aws:ram/*
        aws:ssoadmin/* aws:identitystore/* aws:cloudhsm* aws:detective/* aws:auditmanager/* aws:verifiedaccess/*
        aws:verifiedpermissions/* aws:signer/* aws:rolesanywhere/* aws:networkfirewall/* aws:lakeformation/*
        aws:securitylake/* aws:s3control/accessGrant* aws:lambda/permission:* aws:directoryservice/*
        aws:organizations/* aws:s3/*PublicAccessBlock:* aws:s3/bucketAcl:* aws:s3/bucketOwnershipControls:*
        aws:s3/bucketCors* aws:ec2/keyPair:* aws:paymentcryptography/* kubernetes:rbac*
        kubernetes:core/v1:ServiceAccount tls:* vault:* auth0:* okta:* azuread:* azure-native:keyvault*
        azure-native:authorization* gcp:kms/* gcp:iam/* gcp:projects/iam* gcp:secretmanager/* gcp:serviceaccount/*
        random:index/randomPassword:* aws:workspacesweb/* aws:cfg/* aws:*:*ResourcePolicy aws:*:*BucketPolicy
        aws:*:*FileSystemPolicy aws:*:*QueuePolicy aws:*:*TopicPolicy aws:*:*RepositoryPolicy aws:*:*RegistryPolicy
        aws:*:*AccessPolicy aws:*:*DataProtectionPolicy aws:lambda/*Permission:* aws:ec2/amiLaunch* aws:ec2/snapshotCreateVolume* aws:*:*Grant aws:*:*SecurityConfiguration
        aws:*:*SecurityConfig aws:*:*SecurityPolicy aws:*:*CodeSigningConfig aws:*:TrustStore* aws:*:*Authorizer
        aws:ec2/encryptionControl:EncryptionControl aws:emr/blockPublicAccess* aws:cloudfront/fieldLevel* aws:cloudfront/keyGroup:* aws:cloudfront/publicKey:*
        aws:cloudfront/originAccess* aws:ec2/instanceMetadata* aws:ecr/registryScanning* aws:eks/accessEntry:*
        aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple
        aws:eks/podIdentity* aws:eks/identityProvider* aws:route53/resolverFirewall* aws:rds/certificate:*
        aws:rds/clusterActivityStream:* aws:*:*RoleAssociation aws:redshift/*uthorization:* github:*ranchProtection* github:*Secret:* github:*DeployKey:*`,
      property: ["*"],
      policy: "security",
      fallback: true,
    },
    {
      name: "network",
      on: `
        aws:route53/* aws:route53domains/* aws:vpc/* aws:vpclattice/* aws:ec2transitgateway/* aws:directconnect/*
        aws:networkmanager/* aws:globalaccelerator/* aws:servicediscovery/* aws:appmesh/* aws:ec2clientvpn/*
        aws:ec2/vpc* aws:ec2/subnet* aws:ec2/route* aws:ec2/securityGroup* aws:ec2/defaultSecurityGroup:*
        aws:ec2/network* aws:ec2/default* aws:ec2/internetGateway* aws:ec2/egressOnly* aws:ec2/natGateway*
        aws:ec2/eip* aws:ec2/peering* aws:ec2/vpn* aws:ec2/customerGateway:* aws:ec2/managedPrefixList*
        aws:ec2/transitGateway* aws:ec2/localGateway* aws:ec2/carrierGateway:* aws:ec2/mainRouteTable*
        aws:ec2/trafficMirror* aws:ec2/*Ipam* aws:rds/subnetGroup:* aws:elasticache/subnetGroup:*
        aws:docdb/subnetGroup:* aws:neptune/subnetGroup:* aws:redshift/subnetGroup:* aws:memorydb/subnetGroup:*
        aws:dms/replicationSubnetGroup:* aws:efs/mountTarget:* kubernetes:networking* kubernetes:core/v1:Service
        kubernetes:core/v1:Endpoints cloudflare:index/*ecord:* cloudflare:index/zone* azure-native:network*
        gcp:compute/network* gcp:compute/subnetwork* gcp:compute/firewall* gcp:compute/route*
        gcp:compute/*orwardingRule:* gcp:compute/*ddress:* gcp:dns/* gcp:compute/backendService:*
        gcp:compute/uRLMap:* aws:networkflowmonitor/* aws:eks/fargateProfile:* aws:*:Vpc* aws:autoscaling/*ttachment:*
        aws:*:ClusterEndpoint aws:directoryservice/conditionalForwa*`,
      property: ["*"],
      policy: "network",
      fallback: true,
    },
    {
      name: "resilience",
      on: `
        aws:backup/* aws:drs/* aws:dlm/* aws:arcregionswitch/* aws:route53recovery* aws:resiliencehub/*
        aws:arczonalshift/* kubernetes:policy/*:PodDisruptionBudget aws:fis/* aws:s3/bucketVersioning:*
        aws:s3/bucketReplication* aws:s3/bucketObjectLock* aws:*:MultiRegion* aws:dynamodb/globalTable:*
        aws:dynamodb/tableReplica:*`,
      property: ["*"],
      policy: "resilience",
      fallback: true,
    },
    {
      name: "capacity",
      on: `
        aws:appautoscaling/* aws:autoscalingplans/* aws:autoscaling/policy:* aws:autoscaling/schedule:*
        aws:ec2/placementGroup:* aws:ec2/capacity* aws:ec2/*Fleet* aws:ec2/spot* aws:ec2/*Host* aws:servicequotas/*
        kubernetes:autoscaling/* kubernetes:core/v1:ResourceQuota kubernetes:core/v1:LimitRange
        kubernetes:storage*:StorageClass kubernetes:core/v1:PersistentVolume* aws:savingsplans/*
        aws:ecs/*apacityProvider* aws:computeoptimizer/* aws:*:UsageLimit aws:*:Reserved* aws:*:CapacityReservation`,
      property: ["*"],
      policy: "capacity",
      fallback: true,
    },
    {
      name: "data",
      on: `
        aws:glue/catalog* aws:glue/schema:* aws:glue/registry:* aws:dynamodb/tableItem:* aws:keyspaces/*
        aws:timestream* aws:s3tables/* parity:data:* postgresql:* mysql:* gcp:bigquery/* snowflake:*
        aws:cleanrooms/* aws:dynamodb/globalSecondaryIndex:*`,
      property: ["*"],
      policy: "data",
      fallback: true,
    },
    { name: "tags", on: "aws:*:Tag", property: ["*"], policy: "configuration", fallback: true },
    { name: "dependency", on: ["parity:sbom:*"], property: ["*"], policy: "dependency", fallback: true },
    {
      name: "flags",
      on: "parity:flag:* launchdarkly:* split:* unleash:* configcat:* aws:evidently/*",
      property: ["*"],
      policy: "feature-flag",
      fallback: true,
    },
  ],
});
