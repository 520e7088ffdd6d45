import { json, secret, text } from "../engine/wired";
import { difference, world } from "../world";

const BACKEND = "gcp:compute/backendService:BackendService::*web";

/** A global load balancer, networks, functions and Redis on Google Cloud in Go; one folder, projects by suffix. */
export const gcpEdge = world({
  name: "gcp-edge",
  subject: {
    project: "edge",
    stack: "nonprod",
    account: "mercato-np-7f31",
    region: "southamerica-east1",
    providers: { gcp: "8.26.0", random: "4.17.0" },
    values: {
      gcp: "mercato-np-7f31",
      number: "904417283351",
      zone: "np-mercato-zone",
      domain: "np.mercato.com.br",
      cidr: "10.90.0.0/20",
      pods: "10.128.0.0/14",
      policy: "TLS_1_0",
      profile: "COMPATIBLE",
      timeout: 30,
      cdn: false,
      rate: 200,
      preview: true,
      redis: "BASIC",
      gb: 1,
      version: "REDIS_7_2",
      memory: "256Mi",
      instances: 3,
      hash: "7c1fd0a92e",
      nat: "AUTO_ONLY",
      log: 1,
      uniform: true,
      age: 7,
      members: ["group:devs@mercato.com.br", "group:sre@mercato.com.br"],
      source: "-----BEGIN CERTIFICATE-----\nMIIDnp\n-----END CERTIFICATE-----\n",
      allow: ["10.90.0.0/20", "35.191.0.0/16", "130.211.0.0/22"],
    },
  },
  reference: {
    project: "edge",
    stack: "prod",
    account: "mercato-pd-02c9",
    region: "southamerica-east1",
    providers: { gcp: "8.26.0", random: "4.17.0" },
    values: {
      gcp: "mercato-pd-02c9",
      number: "118250937746",
      zone: "pd-mercato-zone",
      domain: "mercato.com.br",
      cidr: "10.80.0.0/20",
      pods: "10.64.0.0/14",
      policy: "TLS_1_2",
      profile: "MODERN",
      timeout: 30,
      cdn: true,
      rate: 2000,
      preview: false,
      redis: "STANDARD_HA",
      gb: 5,
      version: "REDIS_7_2",
      memory: "256Mi",
      instances: 100,
      hash: "b0947e21c3",
      nat: "AUTO_ONLY",
      log: 0.1,
      uniform: true,
      age: 90,
      members: ["group:sre@mercato.com.br"],
      source: "-----BEGIN CERTIFICATE-----\nMIIDpd\n-----END CERTIFICATE-----\n",
      allow: ["130.211.0.0/22", "35.191.0.0/16", "10.80.0.0/20"],
    },
  },
  program(app, v) {
    const in_ = { project: v.gcp };
    const { region } = app.place;
    const network = app.resource("gcp:compute/network:Network", "edge-vpc", {
      ...in_,
      name: "edge-vpc",
      autoCreateSubnetworks: false,
    });
    const subnet = app.resource("gcp:compute/subnetwork:Subnetwork", "edge-subnet", {
      ...in_,
      name: "edge-subnet",
      region,
      network: network.get("selfLink"),
      ipCidrRange: v.cidr,
      secondaryIpRanges: [{ rangeName: "pods", ipCidrRange: v.pods }],
      logConfig: { flowSampling: v.log, aggregationInterval: "INTERVAL_5_SEC" },
    });
    const router = app.resource("gcp:compute/router:Router", "edge-router", { ...in_, region, network: network.id });
    app.resource("gcp:compute/routerNat:RouterNat", "edge-nat", {
      ...in_,
      router: router.get("name"),
      region,
      natIpAllocateOption: v.nat,
      sourceSubnetworkIpRangesToNat: "ALL_SUBNETWORKS_ALL_IP_RANGES",
    });
    app.resource("gcp:compute/firewall:Firewall", "edge-allow", {
      ...in_,
      network: network.get("name"),
      sourceRanges: v.allow,
      allows: [{ protocol: "tcp", ports: ["8080", "8443"] }],
      targetServiceAccounts: [`web@${v.gcp}.iam.gserviceaccount.com`],
    });
    const address = app.resource("gcp:compute/globalAddress:GlobalAddress", "edge-ip", { ...in_, name: "edge-ip" });
    const certificate = app.resource("gcp:compute/sSLCertificate:SSLCertificate", "edge-cert", {
      ...in_,
      namePrefix: "edge-",
      certificate: v.source,
      privateKey: secret("k"),
    });
    const armor = app.resource("gcp:compute/securityPolicy:SecurityPolicy", "edge-armor", {
      ...in_,
      rules: [
        {
          action: "throttle",
          priority: 1000,
          preview: v.preview,
          match: {
            expr: { expression: `request.headers['host'] == '${v.domain}' && inIpRange(origin.ip, '0.0.0.0/0')` },
          },
          rateLimitOptions: { rateLimitThreshold: { count: v.rate, intervalSec: 60 } },
        },
        {
          action: "allow",
          priority: 2147483647,
          match: { versionedExpr: "SRC_IPS_V1", config: { srcIpRanges: ["*"] } },
        },
      ],
    });
    const group = app.resource("gcp:compute/regionNetworkEndpointGroup:RegionNetworkEndpointGroup", "edge-neg", {
      ...in_,
      region,
      networkEndpointType: "SERVERLESS",
      cloudRun: { service: "web" },
    });
    const backend = app.resource("gcp:compute/backendService:BackendService", "edge-web", {
      ...in_,
      protocol: "HTTPS",
      timeoutSec: v.timeout,
      enableCdn: v.cdn,
      securityPolicy: armor.id,
      backends: [{ group: group.id }],
      logConfig: { enable: true, sampleRate: v.log },
    });
    const ssl = app.resource("gcp:compute/sSLPolicy:SSLPolicy", "edge-tls", {
      ...in_,
      minTlsVersion: v.policy,
      profile: v.profile,
    });
    const map = app.resource("gcp:compute/uRLMap:URLMap", "edge-map", {
      ...in_,
      defaultService: backend.id,
      hostRules: [{ hosts: [v.domain, `www.${v.domain}`], pathMatcher: "all" }],
      pathMatchers: [
        { name: "all", defaultService: backend.id, pathRules: [{ paths: ["/api/*"], service: backend.id }] },
      ],
    });
    const proxy = app.resource("gcp:compute/targetHttpsProxy:TargetHttpsProxy", "edge-proxy", {
      ...in_,
      urlMap: map.id,
      sslCertificates: [certificate.id],
      sslPolicy: ssl.id,
    });
    app.resource("gcp:compute/globalForwardingRule:GlobalForwardingRule", "edge-https", {
      ...in_,
      target: proxy.get("selfLink"),
      ipAddress: address.get("address"),
      portRange: "443-443",
      loadBalancingScheme: "EXTERNAL_MANAGED",
    });
    app.resource("gcp:dns/recordSet:RecordSet", "edge-a", {
      ...in_,
      managedZone: v.zone,
      name: `${v.domain}.`,
      type: "A",
      ttl: 300,
      rrdatas: [address.get("address")],
    });
    const redis = app.resource("gcp:redis/instance:Instance", "edge-cache", {
      ...in_,
      region,
      tier: v.redis,
      memorySizeGb: v.gb,
      redisVersion: v.version,
      authorizedNetwork: network.id,
      displayName: `cache ${app.place.stack}`,
    });
    const bucket = app.resource("gcp:storage/bucket:Bucket", "edge-functions", {
      ...in_,
      location: region.toUpperCase(),
      uniformBucketLevelAccess: v.uniform,
      lifecycleRules: [{ action: { type: "Delete" }, condition: { age: v.age } }],
    });
    const code = app.resource(
      "gcp:storage/bucketObject:BucketObject",
      "resize",
      {
        bucket: bucket.get("name"),
        name: `resize-${v.hash}.zip`,
      },
      { outputs: { md5hash: `${v.hash}==`, generation: 1739 } },
    );
    const resize = app.resource("gcp:cloudfunctionsv2/function:Function", "resize", {
      ...in_,
      location: region,
      buildConfig: {
        runtime: "go123",
        entryPoint: "Resize",
        source: { storageSource: { bucket: bucket.get("name"), object: code.get("name") } },
      },
      serviceConfig: {
        availableMemory: v.memory,
        maxInstanceCount: v.instances,
        serviceAccountEmail: `${v.number}-compute@developer.gserviceaccount.com`,
        vpcConnector: `projects/${v.gcp}/locations/${region}/connectors/edge`,
        environmentVariables: {
          REDIS: text`${redis.get("host")}:${redis.get("port")}`,
          BUCKET: bucket.get("url"),
          CDN_HOST: `cdn.${v.domain}`,
          OPTIONS: json({ quality: 80, project: v.gcp }),
        },
      },
    });
    app.resource("gcp:cloudrun/iamBinding:IamBinding", "resize-invoker", {
      ...in_,
      location: region,
      service: resize.get("name"),
      role: "roles/run.invoker",
      members: v.members,
    });
    app.resource("gcp:projects/iAMCustomRole:IAMCustomRole", "flusher", {
      ...in_,
      roleId: "cacheFlusher",
      title: "Cache flusher",
      permissions: ["redis.instances.get", "compute.urlMaps.invalidateCache"],
    });
    app.resource("gcp:compute/routerInterface:RouterInterface", "unused", {
      ...in_,
      router: router.get("name"),
      region,
      ipRange: "169.254.1.1/30",
      subnetwork: subnet.id,
    });
  },
  differences: [
    difference("changed", "gcp:compute/subnetwork:Subnetwork::*", "logConfig.flowSampling", "Logs every flow."),
    difference("changed", "gcp:compute/securityPolicy:*::*", "rules[0].preview", "Only watches."),
    difference(
      "changed",
      "gcp:compute/securityPolicy:*::*",
      "rules[0].rateLimitOptions.rateLimitThreshold.count",
      "A tenth.",
    ),
    difference("changed", BACKEND, "enableCdn", "No cache before it."),
    difference("changed", BACKEND, "logConfig.sampleRate", "Logs every request."),
    difference("changed", "gcp:compute/sSLPolicy:SSLPolicy::*", "minTlsVersion", "Old versions of TLS."),
    difference("changed", "gcp:compute/sSLPolicy:SSLPolicy::*", "profile", "Weak ciphers."),
    difference("changed", "gcp:redis/instance:Instance::*", "tier", "One machine."),
    difference("changed", "gcp:redis/instance:Instance::*", "memorySizeGb", "A fifth of the memory."),
    difference("changed", "gcp:storage/bucket:Bucket::*", "lifecycleRules[0].condition.age", "A week."),
    difference("changed", "gcp:cloudfunctionsv2/function:*::*", "serviceConfig.maxInstanceCount", "Fewer instances."),
    difference("added", "gcp:cloudrun/iamBinding:*::*", "members[0]", "Developers may call it."),
    { ...difference("changed", "gcp:storage/bucketObject:*::*", "name", "Another build."), optional: true },
  ],
});
