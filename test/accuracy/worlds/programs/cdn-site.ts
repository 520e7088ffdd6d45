import { json, text } from "../engine/wired";
import { difference, world } from "../world";

/** A static site behind CloudFront; empty production token, provider 5, zones looked up and given by configuration. */
export const cdnSite = world({
  name: "cdn-site",
  subject: {
    project: "website",
    stack: "acme-web-staging",
    account: "551029384756",
    region: "us-east-1",
    providers: { aws: "5.43.0" },
    values: {
      site: "acme-staging.com",
      zone: "Z2P70J7EXAMPL3",
      prefix: "staging-",
      priceClass: "PriceClass_100",
      ttl: 60,
      csp: "default-src 'self' https://api.acme-staging.com",
      api: "https://api.acme-staging.com/v2",
      robots: "noindex",
    },
  },
  reference: {
    project: "website",
    stack: "acme-web",
    account: "551029384756",
    region: "us-east-1",
    providers: { aws: "5.43.0" },
    values: {
      site: "acme.com",
      zone: "Z1QK4XW9D8SAMP",
      prefix: "",
      priceClass: "PriceClass_All",
      ttl: 60,
      csp: "default-src 'self' https://api.acme.com",
      api: "https://api.acme.com/v2",
      robots: "all",
    },
  },
  program(app, v) {
    const us = app.provider("aws", "us-east-1", { region: "us-east-1" });
    const content = app.resource("aws:s3/bucket:Bucket", `${v.prefix}site-content`, {
      bucket: v.site,
      website: { indexDocument: "index.html", errorDocument: "404.html" },
    });
    const logs = app.resource("aws:s3/bucket:Bucket", `${v.prefix}site-logs`, {
      bucket: `${v.site}-logs`,
      acl: "private",
    });
    const oai = app.resource("aws:cloudfront/originAccessIdentity:OriginAccessIdentity", `${v.prefix}oai`, {
      comment: `access for ${v.site}`,
    });
    app.resource("aws:s3/bucketPolicy:BucketPolicy", `${v.prefix}content-policy`, {
      bucket: content.id,
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: oai.get("iamArn") },
            Action: ["s3:GetObject"],
            Resource: [text`${content.get("arn")}/*`],
          },
        ],
      }),
    });
    const cert = app.resource(
      "aws:acm/certificate:Certificate",
      `${v.prefix}cert`,
      { domainName: v.site, subjectAlternativeNames: [`*.${v.site}`], validationMethod: "DNS" },
      {
        provider: us,
        outputs: {
          domainValidationOptions: [
            {
              domainName: v.site,
              resourceRecordName: `_${v.zone.toLowerCase()}91c2.${v.site}.`,
              resourceRecordType: "CNAME",
              resourceRecordValue: `_ab${v.zone.toLowerCase()}.jkddzztszm.acm-validations.aws.`,
            },
          ],
        },
      },
    );
    const proof = "domainValidationOptions.0.";
    const record = app.resource(
      "aws:route53/record:Record",
      `${v.prefix}cert-validation`,
      {
        zoneId: v.zone,
        name: cert.get(`${proof}resourceRecordName`),
        type: "CNAME",
        ttl: 600,
        records: [cert.get(`${proof}resourceRecordValue`)],
      },
      { dependsOn: [cert] },
    );
    const valid = app.resource(
      "aws:acm/certificateValidation:CertificateValidation",
      `${v.prefix}cert-valid`,
      { certificateArn: cert.get("arn"), validationRecordFqdns: [record.get("fqdn")] },
      { provider: us },
    );
    const headers = app.resource("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", `${v.prefix}headers`, {
      securityHeadersConfig: {
        contentSecurityPolicy: { contentSecurityPolicy: v.csp, override: true },
        strictTransportSecurity: { accessControlMaxAgeSec: 31536000, override: true },
      },
      customHeadersConfig: { items: [{ header: "x-robots-tag", value: v.robots, override: true }] },
    });
    const fn = app.resource("aws:cloudfront/function:Function", `${v.prefix}rewrite`, {
      runtime: "cloudfront-js-2.0",
      publish: true,
      code: `function handler(event) {\n  var request = event.request;\n  if (request.headers.host.value === "www.${v.site}") return { statusCode: 301, headers: { location: { value: "https://${v.site}" + request.uri } } };\n  return request;\n}\n`,
    });
    const cdn = app.resource("aws:cloudfront/distribution:Distribution", `${v.prefix}cdn`, {
      enabled: true,
      aliases: [v.site, `www.${v.site}`],
      priceClass: v.priceClass,
      defaultRootObject: "index.html",
      httpVersion: "http2and3",
      origins: [
        {
          originId: content.get("arn"),
          domainName: content.get("bucketRegionalDomainName"),
          s3OriginConfig: { originAccessIdentity: oai.get("cloudfrontAccessIdentityPath") },
        },
      ],
      defaultCacheBehavior: {
        targetOriginId: content.get("arn"),
        viewerProtocolPolicy: "redirect-to-https",
        allowedMethods: ["GET", "HEAD", "OPTIONS"],
        cachedMethods: ["GET", "HEAD", "OPTIONS"],
        cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
        responseHeadersPolicyId: headers.id,
        functionAssociations: [{ eventType: "viewer-request", functionArn: fn.get("arn") }],
      },
      viewerCertificate: {
        acmCertificateArn: valid.get("certificateArn"),
        sslSupportMethod: "sni-only",
        minimumProtocolVersion: "TLSv1.2_2021",
      },
      restrictions: { geoRestriction: { restrictionType: "none" } },
      loggingConfig: { bucket: logs.get("bucketDomainName"), prefix: `${v.site}/`, includeCookies: false },
    });
    for (const [name, label] of [
      [v.site, "apex"],
      [`www.${v.site}`, "www"],
    ] as const) {
      app.resource("aws:route53/record:Record", `${v.prefix}${label}`, {
        name,
        zoneId: v.zone,
        type: "A",
        aliases: [{ name: cdn.get("domainName"), zoneId: cdn.get("hostedZoneId"), evaluateTargetHealth: false }],
      });
    }
    app.resource("aws:s3/bucketObject:BucketObject", `${v.prefix}config.json`, {
      bucket: content.id,
      key: "config.json",
      contentType: "application/json",
      content: json({ api: v.api, cdn: text`https://${cdn.get("domainName")}`, sentry: { tracesSampleRate: 0.1 } }),
    });
  },
  differences: [
    difference(
      "changed",
      "aws:cloudfront/distribution:Distribution::*",
      "priceClass",
      "Production is served from more edges.",
    ),
    difference(
      "changed",
      "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy::*",
      "customHeadersConfig.items[0].value",
      "Staging is hidden from search engines.",
    ),
  ],
});
