import { drawn } from "../engine/random";
import { base64, json, secret, text } from "../engine/wired";
import { world } from "../world";

/** Oracle and Alibaba Cloud with things of other teams given by configuration: long ids that no output explains. */
export const oracleTwin = world({
  name: "oracle-twin",
  subject: {
    project: "ledgers",
    stack: "replica-a",
    account: "tenancy-a",
    region: "eu-frankfurt-1",
    providers: { oci: "2.28.0", alicloud: "3.78.0", okta: "4.14.0", confluentcloud: "2.20.0" },
    values: {
      compartment: "ocid1.compartment.oc1..aaaaaaaaq3k7x2m5v9c1b4n8z6l0p2o5i8u7y4t1r3e6w9qasdfghjklzxcv",
      image: "ocid1.image.oc1.eu-frankfurt-1.aaaaaaaavn3c5x7z9l1k2j4h6g8f0d2s4a6p8o0i2u4y6t8r0e2w4q6mlpkn",
      vswitch: "vsw-gw8k2d6f0h4j8l2n6p0r4",
      group: "00gab12CDEfgh3IJ4x7Q",
      cluster: "lkc-8p3kq2",
      account: "sa-4z9m1k",
      team: "team_4f7Hq2Lm9Zx1Cv8Bn3Ks",
    },
  },
  reference: {
    project: "ledgers",
    stack: "replica-b",
    account: "tenancy-b",
    region: "eu-frankfurt-1",
    providers: { oci: "2.28.0", alicloud: "3.78.0", okta: "4.14.0", confluentcloud: "2.20.0" },
    values: {
      compartment: "ocid1.compartment.oc1..aaaaaaaaw8e1r5t9y3u7i2o6p0a4s8d2f6g1h5j9k3l7z2x6c0v4b8n2m6qw",
      image: "ocid1.image.oc1.eu-frankfurt-1.aaaaaaaavn3c5x7z9l1k2j4h6g8f0d2s4a6p8o0i2u4y6t8r0e2w4q6mlpkn",
      vswitch: "vsw-gw8z1x5c9v3b7n1m5q9w3",
      group: "00gzy98XWVut7SR6q5pK",
      cluster: "lkc-1v7wd5",
      account: "sa-9q2x7c",
      team: "team_9s3Df6Gh1Jk4Lz7Xc2Vb",
    },
  },
  program(app, v) {
    const { stack } = app.place;
    const oci = (type: string, kind: string, name: string, inputs: Parameters<typeof app.resource>[2]) =>
      app.resource(
        type,
        name,
        { compartmentId: v.compartment, ...inputs },
        {
          outputs: { id: `ocid1.${kind}.oc1.eu-frankfurt-1.aaaaaaaa${drawn("lower", 52, kind, name, stack)}` },
        },
      );
    const network = oci("oci:Core/vcn:Vcn", "vcn", "ledger", { cidrBlocks: ["10.10.0.0/16"], dnsLabel: "ledger" });
    const subnet = oci("oci:Core/subnet:Subnet", "subnet", "ledger", { vcnId: network.id, cidrBlock: "10.10.1.0/24" });
    const vault = oci("oci:Kms/vault:Vault", "vault", "ledger", {
      displayName: `vault-${stack}`,
      vaultType: "DEFAULT",
    });
    oci("oci:Core/instance:Instance", "instance", "ledger", {
      shape: "VM.Standard.E5.Flex",
      shapeConfig: { ocpus: 2, memoryInGbs: 16 },
      createVnicDetails: { subnetId: subnet.id, assignPublicIp: "false" },
      sourceDetails: { sourceType: "image", sourceId: v.image },
      metadata: {
        user_data: base64(text`#!/bin/bash\noci vault get --vault ${vault.id} --compartment ${v.compartment}\n`),
      },
    });
    oci("oci:Identity/policy:Policy", "policy", "ledger", {
      statements: [
        `Allow dynamic-group ledger to use keys in compartment id ${v.compartment}`,
        text`Allow dynamic-group ledger to read secret-family in compartment id ${v.compartment} where target.vault.id = '${vault.id}'`,
      ],
    });
    const balancer = app.resource(
      "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer",
      "edge",
      {
        vswitchId: v.vswitch,
        addressType: "intranet",
        loadBalancerSpec: "slb.s2.small",
      },
      {
        outputs: {
          id: `lb-gw8${drawn("lower", 20, "lb", stack)}`,
          address: `172.16.${drawn("digits", 2, "lb", stack)}.9`,
        },
      },
    );
    app.resource("alicloud:slb/listener:Listener", "edge", {
      loadBalancerId: balancer.id,
      frontendPort: 443,
      protocol: "https",
      bandwidth: 10,
    });
    app.resource("okta:app/groupAssignment:GroupAssignment", "ledger", {
      groupId: v.group,
      appId: `0oa${v.group.slice(3)}`,
      priority: 1,
    });
    app.resource("confluentcloud:index/kafkaAcl:KafkaAcl", "ledger", {
      kafkaCluster: { id: v.cluster },
      principal: `User:${v.account}`,
      resourceType: "TOPIC",
      resourceName: "ledger.v1",
      operation: "READ",
      credentials: { key: "x", secret: secret("y") },
    });
    app.resource("vercel:index/project:Project", "console", {
      name: `ledger-${stack}`,
      teamId: v.team,
      environment: [
        { key: "POLICY", value: json({ team: v.team, compartment: v.compartment }), target: ["production"] },
      ],
    });
  },
  differences: [],
});
