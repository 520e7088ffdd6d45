import { asText, base64, json, text } from "../engine/wired";
import { world } from "../world";

const CA = (colour: string) =>
  Buffer.from(
    `-----BEGIN CERTIFICATE-----\nMIIDBTCCAe2gAwIBAgII${Buffer.from(colour.repeat(40)).toString("base64")}\n-----END CERTIFICATE-----\n`,
  ).toString("base64");

/** Two clusters of one account that take turns, blue and green, with all that a platform team puts on one: nothing differs. */
export const eksColours = world({
  name: "eks-colours",
  subject: {
    project: "clusters",
    stack: "green",
    account: "905418327761",
    region: "us-west-2",
    providers: { aws: "6.66.2", awsx: "2.19.0", eks: "3.4.0", kubernetes: "4.18.3" },
    values: { colour: "green", second: "10.68", priority: 20, queue: "green-karpenter-interruptions", weight: "100" },
  },
  reference: {
    project: "clusters",
    stack: "blue",
    account: "905418327761",
    region: "us-west-2",
    providers: { aws: "6.66.2", awsx: "2.19.0", eks: "3.4.0", kubernetes: "4.18.3" },
    values: { colour: "blue", second: "10.64", priority: 20, queue: "blue-karpenter-interruptions", weight: "100" },
  },
  program(app, v) {
    const { account, region } = app.place;
    const network = app.component("awsx:ec2:Vpc", `${v.colour}-vpc`);
    const vpc = app.resource(
      "aws:ec2/vpc:Vpc",
      `${v.colour}-vpc`,
      {
        cidrBlock: `${v.second}.0.0/16`,
        enableDnsHostnames: true,
        enableDnsSupport: true,
        tags: { Name: `${v.colour}-vpc` },
      },
      {
        parent: network,
        defaults: { instanceTenancy: "default" },
        outputs: { ownerId: account, defaultNetworkAclId: "acl-0ab12cd34ef56789a" },
      },
    );
    const igw = app.resource(
      "aws:ec2/internetGateway:InternetGateway",
      `${v.colour}-vpc`,
      { vpcId: vpc.id, tags: { Name: `${v.colour}-vpc` } },
      { parent: vpc },
    );
    const tag = { [`kubernetes.io/cluster/apps-${v.colour}`]: "shared" };
    const subnets = ["a", "b", "c"].flatMap((zone, index) =>
      (["public", "private"] as const).map((kind) => {
        const name = `${v.colour}-vpc-${kind}-${index + 1}`;
        const subnet = app.resource(
          "aws:ec2/subnet:Subnet",
          name,
          {
            vpcId: vpc.id,
            availabilityZone: `${region}${zone}`,
            cidrBlock: kind === "public" ? `${v.second}.${192 + 16 * index}.0/20` : `${v.second}.${64 * index}.0/18`,
            mapPublicIpOnLaunch: kind === "public",
            tags: {
              ...tag,
              Name: name,
              SubnetType: kind === "public" ? "Public" : "Private",
              ...(kind === "public"
                ? { "kubernetes.io/role/elb": "1" }
                : { "kubernetes.io/role/internal-elb": "1", "karpenter.sh/discovery": `apps-${v.colour}` }),
            },
          },
          { parent: vpc, defaults: { assignIpv6AddressOnCreation: false, enableDns64: false, ipv6Native: false } },
        );
        const table = app.resource(
          "aws:ec2/routeTable:RouteTable",
          name,
          { vpcId: vpc.id, tags: { Name: name } },
          { parent: subnet },
        );
        app.resource(
          "aws:ec2/routeTableAssociation:RouteTableAssociation",
          name,
          { routeTableId: table.id, subnetId: subnet.id },
          { parent: table },
        );
        if (kind === "public")
          app.resource(
            "aws:ec2/route:Route",
            name,
            { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: igw.id },
            { parent: table },
          );
        else {
          const eip = app.resource(
            "aws:ec2/eip:Eip",
            `${v.colour}-vpc-${index + 1}`,
            { tags: { Name: `${v.colour}-vpc-${index + 1}` } },
            { parent: subnet },
          );
          const nat = app.resource(
            "aws:ec2/natGateway:NatGateway",
            `${v.colour}-vpc-${index + 1}`,
            { allocationId: eip.get("allocationId"), subnetId: subnet.id },
            { parent: subnet, defaults: { connectivityType: "public" } },
          );
          app.resource(
            "aws:ec2/route:Route",
            name,
            { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", natGatewayId: nat.id },
            { parent: table },
          );
        }
        return { kind, id: subnet.id };
      }),
    );
    const inside = subnets.filter(({ kind }) => kind === "private").map(({ id }) => id);
    const eks = app.component("eks:index:Cluster", `apps-${v.colour}`);
    const nodes = app.component("eks:index:ServiceRole", `apps-${v.colour}-instanceRole`, { parent: eks });
    const nodeRole = app.resource(
      "aws:iam/role:Role",
      `apps-${v.colour}-instanceRole-role`,
      {
        assumeRolePolicy: json({
          Version: "2012-10-17",
          Statement: [{ Action: ["sts:AssumeRole"], Effect: "Allow", Principal: { Service: ["ec2.amazonaws.com"] } }],
        }),
      },
      { parent: nodes, defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" } },
    );
    for (const [policy, hash] of [
      ["AmazonEKSWorkerNodePolicy", "03516f97"],
      ["AmazonEKS_CNI_Policy", "3eb088f2"],
      ["AmazonEC2ContainerRegistryReadOnly", "e1b295bd"],
    ] as const)
      app.resource(
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        `apps-${v.colour}-instanceRole-${hash}`,
        { role: nodeRole.get("name"), policyArn: `arn:aws:iam::aws:policy/${policy}` },
        { parent: nodes },
      );
    const profile = app.resource(
      "aws:iam/instanceProfile:InstanceProfile",
      `apps-${v.colour}-instanceProfile`,
      { role: nodeRole.get("name") },
      { parent: eks, defaults: { path: "/" } },
    );
    const clusterSg = app.resource(
      "aws:ec2/securityGroup:SecurityGroup",
      `apps-${v.colour}-eksClusterSecurityGroup`,
      {
        vpcId: vpc.id,
        revokeRulesOnDelete: true,
        description: "Managed by Pulumi",
        tags: { Name: `apps-${v.colour}-eksClusterSecurityGroup` },
      },
      { parent: eks },
    );
    const cluster = app.resource(
      "aws:eks/cluster:Cluster",
      `apps-${v.colour}-eksCluster`,
      {
        name: `apps-${v.colour}`,
        roleArn: `arn:aws:iam::${account}:role/eks-service-role`,
        version: "1.31",
        accessConfig: { authenticationMode: "API_AND_CONFIG_MAP" },
        vpcConfig: {
          subnetIds: subnets.map(({ id }) => id),
          securityGroupIds: [clusterSg.id],
          endpointPrivateAccess: true,
          endpointPublicAccess: true,
          publicAccessCidrs: ["0.0.0.0/0"],
        },
        enabledClusterLogTypes: ["api", "audit", "authenticator"],
      },
      {
        parent: eks,
        defaults: { bootstrapSelfManagedAddons: true },
        outputs: {
          certificateAuthority: { data: CA(v.colour) },
          certificateAuthorities: [{ data: CA(v.colour) }],
          identities: [
            {
              oidcs: [
                {
                  issuer: `https://oidc.eks.${region}.amazonaws.com/id/${Buffer.from(v.colour.repeat(8)).toString("hex").slice(0, 32).toUpperCase()}`,
                },
              ],
            },
          ],
          platformVersion: "eks.12",
          status: "ACTIVE",
          createdAt: "2026-01-12T08:11:24Z",
          kubernetesNetworkConfig: { ipFamily: "ipv4", serviceIpv4Cidr: "172.20.0.0/16" },
        },
      },
    );
    const issuer = asText(cluster.get("identities.0.oidcs.0.issuer").value);
    const host = issuer.replace("https://", "");
    const oidc = app.resource(
      "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
      `apps-${v.colour}-oidcProvider`,
      {
        clientIdLists: ["sts.amazonaws.com"],
        thumbprintLists: ["06b25927c42a721631c1efd9431e648fa62e1e39"],
        url: cluster.get("identities.0.oidcs.0.issuer"),
      },
      {
        parent: eks,
        outputs: {
          id: `arn:aws:iam::${account}:oidc-provider/${host}`,
          arn: `arn:aws:iam::${account}:oidc-provider/${host}`,
        },
      },
    );
    const kubeconfig = json({
      apiVersion: "v1",
      clusters: [
        {
          cluster: {
            server: cluster.get("endpoint"),
            "certificate-authority-data": cluster.get("certificateAuthority.data"),
          },
          name: "kubernetes",
        },
      ],
      contexts: [{ context: { cluster: "kubernetes", user: "aws" }, name: "aws" }],
      "current-context": "aws",
      kind: "Config",
      users: [
        {
          name: "aws",
          user: {
            exec: {
              apiVersion: "client.authentication.k8s.io/v1beta1",
              command: "aws",
              args: ["eks", "get-token", "--cluster-name", cluster.get("name"), "--output", "json"],
              env: [{ name: "KUBERNETES_EXEC_INFO", value: '{"apiVersion": "client.authentication.k8s.io/v1beta1"}' }],
            },
          },
        },
      ],
    });
    const k8s = app.provider("kubernetes", `apps-${v.colour}-eks-k8s`, { kubeconfig }, { parent: eks });
    app.resource(
      "kubernetes:core/v1:ConfigMap",
      `apps-${v.colour}-nodeAccess`,
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "aws-auth", namespace: "kube-system" },
        data: {
          mapRoles: text`- rolearn: ${nodeRole.get("arn")}\n  username: system:node:{{EC2PrivateDNSName}}\n  groups:\n    - system:bootstrappers\n    - system:nodes\n- rolearn: arn:aws:iam::${account}:role/platform-admin\n  username: admin\n  groups:\n    - system:masters\n`,
        },
      },
      { parent: eks, provider: k8s, state: { sourcePosition: "project:///index.ts#41,3" } },
    );
    const nodeSg = app.resource(
      "aws:ec2/securityGroup:SecurityGroup",
      `apps-${v.colour}-nodeSecurityGroup`,
      {
        vpcId: vpc.id,
        description: "Managed by Pulumi",
        tags: { Name: `apps-${v.colour}-nodeSecurityGroup`, [`kubernetes.io/cluster/apps-${v.colour}`]: "owned" },
      },
      { parent: eks },
    );
    app.resource(
      "aws:ec2/securityGroupRule:SecurityGroupRule",
      `apps-${v.colour}-eksNodeIngressRule`,
      {
        type: "ingress",
        fromPort: 0,
        toPort: 0,
        protocol: "-1",
        securityGroupId: nodeSg.id,
        self: true,
        description: "Allow nodes to communicate with each other",
      },
      { parent: eks },
    );
    const group = app.component("eks:index:NodeGroupV2", `apps-${v.colour}-system`);
    const template = app.resource(
      "aws:ec2/launchTemplate:LaunchTemplate",
      `apps-${v.colour}-system-launchTemplate`,
      {
        imageId: "ami-0f7f1a2d3c4b5e6f7",
        instanceType: "m6i.large",
        iamInstanceProfile: { arn: profile.get("arn") },
        networkInterfaces: [{ associatePublicIpAddress: "false", securityGroups: [nodeSg.id] }],
        blockDeviceMappings: [
          {
            deviceName: "/dev/xvda",
            ebs: { encrypted: "true", volumeSize: 40, volumeType: "gp3", deleteOnTermination: "true" },
          },
        ],
        metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 2, httpEndpoint: "enabled" },
        userData: base64(
          text`MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="BOUNDARY"\n\n--BOUNDARY\nContent-Type: application/node.eks.aws\n\n---\napiVersion: node.eks.aws/v1alpha1\nkind: NodeConfig\nspec:\n  cluster:\n    name: ${cluster.get("name")}\n    apiServerEndpoint: ${cluster.get("endpoint")}\n    certificateAuthority: ${cluster.get("certificateAuthority.data")}\n    cidr: 172.20.0.0/16\n  kubelet:\n    config:\n      maxPods: 58\n    flags:\n      - --node-labels=node.kubernetes.io/pool=system,colour=${v.colour}\n\n--BOUNDARY--\n`,
        ),
      },
      { parent: group },
    );
    app.resource(
      "aws:autoscaling/group:Group",
      `apps-${v.colour}-system`,
      {
        minSize: 3,
        maxSize: 6,
        desiredCapacity: 3,
        launchTemplate: { id: template.id, version: text`${template.get("latestVersion")}` },
        vpcZoneIdentifiers: inside,
        tags: [
          { key: "Name", value: text`${cluster.get("name")}-worker`, propagateAtLaunch: true },
          { key: `kubernetes.io/cluster/apps-${v.colour}`, value: "owned", propagateAtLaunch: true },
          { key: `k8s.io/cluster-autoscaler/apps-${v.colour}`, value: "true", propagateAtLaunch: true },
        ],
      },
      {
        parent: group,
        defaults: {
          forceDelete: false,
          healthCheckGracePeriod: 300,
          metricsGranularity: "1Minute",
          waitForCapacityTimeout: "10m",
        },
      },
    );
    for (const [addonName, addonVersion, configurationValues] of [
      [
        "vpc-cni",
        "v1.19.2-eksbuild.1",
        {
          env: { ENABLE_PREFIX_DELEGATION: "true", WARM_PREFIX_TARGET: "1" },
          init: { env: { DISABLE_TCP_EARLY_DEMUX: "true" } },
        },
      ],
      [
        "coredns",
        "v1.11.4-eksbuild.2",
        { replicaCount: 2, tolerations: [{ key: "CriticalAddonsOnly", operator: "Exists" }] },
      ],
      [
        "aws-ebs-csi-driver",
        "v1.38.1-eksbuild.1",
        { controller: { extraVolumeTags: { cluster: `apps-${v.colour}` } } },
      ],
    ] as const)
      app.resource(
        "aws:eks/addon:Addon",
        `apps-${v.colour}-${addonName}`,
        {
          clusterName: cluster.get("name"),
          addonName,
          addonVersion,
          configurationValues: json(configurationValues),
          resolveConflictsOnUpdate: "OVERWRITE",
        },
        { parent: eks },
      );
    const irsa = (name: string, namespace: string, account_: string) =>
      app.resource(
        "aws:iam/role:Role",
        `${v.colour}-${name}`,
        {
          name: `apps-${v.colour}-${name}`,
          assumeRolePolicy: json({
            Version: "2012-10-17",
            Statement: [
              {
                Effect: "Allow",
                Principal: { Federated: oidc.get("arn") },
                Action: "sts:AssumeRoleWithWebIdentity",
                Condition: {
                  StringEquals: {
                    [`${host}:aud`]: "sts.amazonaws.com",
                    [`${host}:sub`]: `system:serviceaccount:${namespace}:${account_}`,
                  },
                },
              },
            ],
          }),
        },
        { defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" } },
      );
    const karpenterRole = irsa("karpenter", "kube-system", "karpenter");
    const queue = app.resource("aws:sqs/queue:Queue", `${v.colour}-interruptions`, {
      name: v.queue,
      messageRetentionSeconds: 300,
      sqsManagedSseEnabled: true,
    });
    app.resource("aws:iam/rolePolicy:RolePolicy", `${v.colour}-karpenter`, {
      role: karpenterRole.id,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "AllowPass",
            Effect: "Allow",
            Action: "iam:PassRole",
            Resource: nodeRole.get("arn"),
            Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
          },
          {
            Sid: "AllowScopedInstances",
            Effect: "Allow",
            Action: ["ec2:RunInstances", "ec2:CreateFleet", "ec2:CreateLaunchTemplate"],
            Resource: [`arn:aws:ec2:${region}:*:fleet/*`, `arn:aws:ec2:${region}:*:instance/*`],
            Condition: {
              StringEquals: { [`aws:RequestTag/kubernetes.io/cluster/apps-${v.colour}`]: "owned" },
              StringLike: { "aws:RequestTag/karpenter.sh/nodepool": "*" },
            },
          },
          {
            Sid: "AllowQueue",
            Effect: "Allow",
            Action: ["sqs:DeleteMessage", "sqs:ReceiveMessage"],
            Resource: queue.get("arn"),
          },
          { Sid: "AllowCluster", Effect: "Allow", Action: "eks:DescribeCluster", Resource: cluster.get("arn") },
        ],
      }),
    });
    const on = { provider: k8s };
    app.resource(
      "kubernetes:helm.sh/v3:Release",
      "karpenter",
      {
        chart: "oci://public.ecr.aws/karpenter/karpenter",
        name: "karpenter",
        namespace: "kube-system",
        version: "1.1.1",
        values: {
          settings: {
            clusterName: cluster.get("name"),
            clusterEndpoint: cluster.get("endpoint"),
            interruptionQueue: queue.get("name"),
          },
          serviceAccount: { annotations: { "eks.amazonaws.com/role-arn": karpenterRole.get("arn") } },
          replicas: 2,
        },
        checksum: v.colour === "green" ? "1f2e3d4c5b6a79881726354455667788" : "aabbccddeeff00112233445566778899",
      },
      on,
    );
    app.resource(
      "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass",
      "default",
      {
        apiVersion: "karpenter.k8s.aws/v1",
        kind: "EC2NodeClass",
        metadata: { name: "default" },
        spec: {
          amiSelectorTerms: [{ alias: "al2023@v20250123" }],
          role: nodeRole.get("name"),
          subnetSelectorTerms: [{ tags: { "karpenter.sh/discovery": `apps-${v.colour}` } }],
          securityGroupSelectorTerms: [{ id: nodeSg.id }],
          tags: { cluster: `apps-${v.colour}` },
        },
      },
      on,
    );
    app.resource(
      "kubernetes:karpenter.sh/v1:NodePool",
      "default",
      {
        apiVersion: "karpenter.sh/v1",
        kind: "NodePool",
        metadata: { name: "default" },
        spec: {
          limits: { cpu: 200, memory: "400Gi" },
          disruption: { consolidationPolicy: "WhenEmptyOrUnderutilized", consolidateAfter: "1m" },
          template: {
            metadata: { labels: { colour: v.colour } },
            spec: {
              nodeClassRef: { group: "karpenter.k8s.aws", kind: "EC2NodeClass", name: "default" },
              requirements: [
                { key: "kubernetes.io/arch", operator: "In", values: ["amd64", "arm64"] },
                { key: "karpenter.sh/capacity-type", operator: "In", values: ["spot", "on-demand"] },
              ],
            },
          },
        },
      },
      on,
    );
    const albRole = irsa("alb", "kube-system", "aws-load-balancer-controller");
    app.resource(
      "kubernetes:helm.sh/v3:Release",
      "alb",
      {
        chart: "aws-load-balancer-controller",
        namespace: "kube-system",
        name: "alb",
        version: "1.11.0",
        repositoryOpts: { repo: "https://aws.github.io/eks-charts" },
        values: {
          clusterName: cluster.get("name"),
          region,
          vpcId: vpc.id,
          serviceAccount: {
            create: true,
            name: "aws-load-balancer-controller",
            annotations: { "eks.amazonaws.com/role-arn": albRole.get("arn") },
          },
          defaultTags: { cluster: `apps-${v.colour}` },
        },
      },
      on,
    );
    const albSg = app.resource("aws:ec2/securityGroup:SecurityGroup", `${v.colour}-ingress`, {
      vpcId: vpc.id,
      ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
      egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: [`${v.second}.0.0/16`] }],
      description: "Managed by Pulumi",
    });
    app.resource(
      "kubernetes:networking.k8s.io/v1:Ingress",
      "edge",
      {
        apiVersion: "networking.k8s.io/v1",
        kind: "Ingress",
        metadata: {
          name: "edge",
          namespace: "ingress",
          annotations: {
            "alb.ingress.kubernetes.io/scheme": "internet-facing",
            "alb.ingress.kubernetes.io/target-type": "ip",
            "alb.ingress.kubernetes.io/group.name": `edge-${v.colour}`,
            "alb.ingress.kubernetes.io/load-balancer-name": `apps-${v.colour}-edge`,
            "alb.ingress.kubernetes.io/subnets": text`${subnets[0]?.id ?? ""},${subnets[2]?.id ?? ""},${subnets[4]?.id ?? ""}`,
            "alb.ingress.kubernetes.io/security-groups": albSg.id,
            "alb.ingress.kubernetes.io/certificate-arn": `arn:aws:acm:${region}:${account}:certificate/5f0c1b2a-3d4e-4f50-8a61-b2c3d4e5f607`,
            "alb.ingress.kubernetes.io/listen-ports": '[{"HTTP": 80}, {"HTTPS": 443}]',
            "alb.ingress.kubernetes.io/actions.ssl-redirect":
              '{"Type": "redirect", "RedirectConfig": {"Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"}}',
            "alb.ingress.kubernetes.io/tags": `cluster=apps-${v.colour},team=platform`,
            "external-dns.alpha.kubernetes.io/hostname": "apps.juniper.example",
            "external-dns.alpha.kubernetes.io/set-identifier": v.colour,
            "external-dns.alpha.kubernetes.io/aws-weight": v.weight,
          },
        },
        spec: {
          ingressClassName: "alb",
          rules: [
            {
              host: "apps.juniper.example",
              http: {
                paths: [
                  { path: "/", pathType: "Prefix", backend: { service: { name: "edge", port: { number: 8080 } } } },
                ],
              },
            },
          ],
        },
      },
      on,
    );
  },
  differences: [],
});
