/** The AWS types that programs use most, by what public programs and recorded states hold. */
export const mostUsed: readonly string[] = `
acm/certificate:Certificate acm/certificateValidation:CertificateValidation
apigateway/deployment:Deployment apigateway/integration:Integration apigateway/method:Method apigateway/resource:Resource
apigateway/restApi:RestApi apigateway/stage:Stage apigatewayv2/api:Api apigatewayv2/integration:Integration
apigatewayv2/route:Route apigatewayv2/stage:Stage appautoscaling/policy:Policy appautoscaling/target:Target
autoscaling/group:Group autoscaling/policy:Policy backup/plan:Plan backup/selection:Selection backup/vault:Vault
batch/computeEnvironment:ComputeEnvironment batch/jobDefinition:JobDefinition batch/jobQueue:JobQueue
cloudfront/cachePolicy:CachePolicy cloudfront/distribution:Distribution cloudfront/function:Function
cloudfront/originAccessControl:OriginAccessControl cloudfront/originAccessIdentity:OriginAccessIdentity
cloudtrail/trail:Trail cloudwatch/dashboard:Dashboard cloudwatch/eventBus:EventBus cloudwatch/eventRule:EventRule
cloudwatch/eventTarget:EventTarget cloudwatch/logGroup:LogGroup cloudwatch/logMetricFilter:LogMetricFilter
cloudwatch/logSubscriptionFilter:LogSubscriptionFilter cloudwatch/metricAlarm:MetricAlarm codebuild/project:Project
codepipeline/pipeline:Pipeline cognito/identityPool:IdentityPool cognito/userPool:UserPool
cognito/userPoolClient:UserPoolClient cognito/userPoolDomain:UserPoolDomain docdb/cluster:Cluster
docdb/clusterInstance:ClusterInstance dynamodb/table:Table ebs/volume:Volume ec2/eip:Eip ec2/flowLog:FlowLog
ec2/instance:Instance ec2/internetGateway:InternetGateway ec2/keyPair:KeyPair ec2/launchTemplate:LaunchTemplate
ec2/natGateway:NatGateway ec2/networkAcl:NetworkAcl ec2/route:Route ec2/routeTable:RouteTable
ec2/routeTableAssociation:RouteTableAssociation ec2/securityGroup:SecurityGroup
ec2/securityGroupRule:SecurityGroupRule ec2/subnet:Subnet ec2/vpc:Vpc ec2/vpcEndpoint:VpcEndpoint
ec2/vpcPeeringConnection:VpcPeeringConnection ecr/lifecyclePolicy:LifecyclePolicy ecr/repository:Repository
ecr/repositoryPolicy:RepositoryPolicy ecs/capacityProvider:CapacityProvider ecs/cluster:Cluster
ecs/clusterCapacityProviders:ClusterCapacityProviders ecs/service:Service ecs/taskDefinition:TaskDefinition
efs/accessPoint:AccessPoint efs/fileSystem:FileSystem efs/mountTarget:MountTarget eks/addon:Addon
eks/cluster:Cluster eks/nodeGroup:NodeGroup elasticache/cluster:Cluster
elasticache/parameterGroup:ParameterGroup elasticache/replicationGroup:ReplicationGroup
elasticache/subnetGroup:SubnetGroup iam/group:Group iam/instanceProfile:InstanceProfile
iam/openIdConnectProvider:OpenIdConnectProvider iam/policy:Policy iam/role:Role iam/rolePolicy:RolePolicy
iam/rolePolicyAttachment:RolePolicyAttachment iam/user:User iam/userPolicy:UserPolicy
kinesis/firehoseDeliveryStream:FirehoseDeliveryStream kinesis/stream:Stream kms/alias:Alias kms/key:Key
lambda/alias:Alias lambda/eventSourceMapping:EventSourceMapping lambda/function:Function
lambda/functionUrl:FunctionUrl lambda/layerVersion:LayerVersion lambda/permission:Permission lb/listener:Listener
lb/listenerRule:ListenerRule lb/loadBalancer:LoadBalancer lb/targetGroup:TargetGroup
lb/targetGroupAttachment:TargetGroupAttachment msk/cluster:Cluster opensearch/domain:Domain rds/cluster:Cluster
rds/clusterInstance:ClusterInstance rds/clusterParameterGroup:ClusterParameterGroup rds/instance:Instance
rds/parameterGroup:ParameterGroup rds/subnetGroup:SubnetGroup redshift/cluster:Cluster route53/record:Record
route53/zone:Zone s3/bucket:Bucket s3/bucketCorsConfiguration:BucketCorsConfiguration
s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration s3/bucketNotification:BucketNotification
s3/bucketObject:BucketObject s3/bucketOwnershipControls:BucketOwnershipControls s3/bucketPolicy:BucketPolicy
s3/bucketPublicAccessBlock:BucketPublicAccessBlock
s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration
s3/bucketVersioning:BucketVersioning scheduler/schedule:Schedule secretsmanager/secret:Secret
secretsmanager/secretVersion:SecretVersion servicediscovery/service:Service ses/domainIdentity:DomainIdentity
sfn/stateMachine:StateMachine sns/topic:Topic sns/topicSubscription:TopicSubscription sqs/queue:Queue
sqs/queuePolicy:QueuePolicy ssm/parameter:Parameter vpc/securityGroupEgressRule:SecurityGroupEgressRule
vpc/securityGroupIngressRule:SecurityGroupIngressRule wafv2/webAcl:WebAcl wafv2/webAclAssociation:WebAclAssociation
`
  .trim()
  .split(/\s+/)
  .map((type) => `aws:${type}`);
