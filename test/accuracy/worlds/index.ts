import { accountsAuth } from "./programs/accounts-auth";
import { aksClassic } from "./programs/aks-classic";
import { aksTenants } from "./programs/aks-tenants";
import { appsyncTwin } from "./programs/appsync-twin";
import { asgWeb } from "./programs/asg-web";
import { azureEvents } from "./programs/azure-events";
import { azurePortal } from "./programs/azure-portal";
import { batchRender } from "./programs/batch-render";
import { beanstalkSuite } from "./programs/beanstalk-suite";
import { branchCart } from "./programs/branch-cart";
import { bridgeSeven } from "./programs/bridge-seven";
import { buildPipeline } from "./programs/build-pipeline";
import { cdnSite } from "./programs/cdn-site";
import { cellsTwin } from "./programs/cells-twin";
import { chartUpgrade } from "./programs/chart-upgrade";
import { chainNodes } from "./programs/chain-nodes";
import { chinaTwin } from "./programs/china-twin";
import { ciRoles } from "./programs/ci-roles";
import { claimsWorkflow } from "./programs/claims-workflow";
import { containerApps } from "./programs/container-apps";
import { crosswalkShop } from "./programs/crosswalk-shop";
import { dataClouds } from "./programs/data-clouds";
import { dataStores } from "./programs/data-stores";
import { depotsTwin } from "./programs/depots-twin";
import { doTwin } from "./programs/do-twin";
import { droplets } from "./programs/droplets";
import { dynamicShop } from "./programs/dynamic-shop";
import { ecsOrders } from "./programs/ecs-orders";
import { edgeWorkers } from "./programs/edge-workers";
import { eksColours } from "./programs/eks-colours";
import { eksIrsa } from "./programs/eks-irsa";
import { eksPlatform } from "./programs/eks-platform";
import { fargateSidecars } from "./programs/fargate-sidecars";
import { gcpEdge } from "./programs/gcp-edge";
import { gcpEvents } from "./programs/gcp-events";
import { gcpRun } from "./programs/gcp-run";
import { gitopsCrds } from "./programs/gitops-crds";
import { gkeStorefront } from "./programs/gke-storefront";
import { gkeTwin } from "./programs/gke-twin";
import { globalOrders } from "./programs/global-orders";
import { guardrails } from "./programs/guardrails";
import { helmWatch } from "./programs/helm-watch";
import { hetznerTwin } from "./programs/hetzner-twin";
import { ingressChart } from "./programs/ingress-chart";
import { k8sPayments } from "./programs/k8s-payments";
import { lakeModels } from "./programs/lake-models";
import { lakehouseOkta } from "./programs/lakehouse-okta";
import { landingZone } from "./programs/landing-zone";
import { legacyBilling } from "./programs/legacy-billing";
import { legacyObjects } from "./programs/legacy-objects";
import { membersArea } from "./programs/members-area";
import { membersEdge } from "./programs/members-edge";
import { meshTwin } from "./programs/mesh-twin";
import { migrateDms } from "./programs/migrate-dms";
import { mskAnalytics } from "./programs/msk-analytics";
import { natStrategies } from "./programs/nat-strategies";
import { nativeNotes } from "./programs/native-notes";
import { networkTwin } from "./programs/network-twin";
import { oracleTwin } from "./programs/oracle-twin";
import { orderSagaTwin } from "./programs/order-saga-twin";
import { pairOfRegions } from "./programs/pair-of-regions";
import { partnerSftp } from "./programs/partner-sftp";
import { previewBranch } from "./programs/preview-branch";
import { pullRequests } from "./programs/pull-requests";
import { referringFleet } from "./programs/referring-fleet";
import { restOpenapi } from "./programs/rest-openapi";
import { reviewApps } from "./programs/review-apps";
import { rulesRewritten } from "./programs/rules-rewritten";
import { saasAlerts } from "./programs/saas-alerts";
import { saasMix } from "./programs/saas-mix";
import { serverlessUploads } from "./programs/serverless-uploads";
import { sharedProd } from "./programs/shared-prod";
import { sstNotes } from "./programs/sst-notes";
import { streamIngest } from "./programs/stream-ingest";
import { tenantDatabases } from "./programs/tenant-databases";
import { vaultNomad } from "./programs/vault-nomad";
import { vercelNeon } from "./programs/vercel-neon";
import { warehouse } from "./programs/warehouse";
import { watchEverything } from "./programs/watch-everything";
import { watchTwin } from "./programs/watch-twin";
import type { RunnableWorld } from "./world";

/**
 * Those in which one injected change makes one difference. A rule that was rewritten from one type to another and changed
 * is one that is gone and another one: two.
 */
export function worldsToChange(): readonly RunnableWorld[] {
  return WORLDS.filter(({ name }) => name !== "rules-rewritten");
}

/** Programs as teams write them, each run for two stacks on an imagined cloud. */
export const WORLDS: readonly RunnableWorld[] = [
  accountsAuth,
  aksClassic,
  aksTenants,
  appsyncTwin,
  asgWeb,
  azureEvents,
  azurePortal,
  batchRender,
  beanstalkSuite,
  branchCart,
  bridgeSeven,
  buildPipeline,
  cdnSite,
  cellsTwin,
  chartUpgrade,
  chainNodes,
  chinaTwin,
  ciRoles,
  claimsWorkflow,
  containerApps,
  crosswalkShop,
  dataClouds,
  dataStores,
  depotsTwin,
  doTwin,
  droplets,
  dynamicShop,
  ecsOrders,
  edgeWorkers,
  eksColours,
  eksIrsa,
  eksPlatform,
  fargateSidecars,
  gcpEdge,
  gcpEvents,
  gcpRun,
  gitopsCrds,
  gkeStorefront,
  gkeTwin,
  globalOrders,
  guardrails,
  helmWatch,
  hetznerTwin,
  ingressChart,
  k8sPayments,
  lakehouseOkta,
  lakeModels,
  landingZone,
  legacyBilling,
  legacyObjects,
  membersArea,
  membersEdge,
  meshTwin,
  migrateDms,
  mskAnalytics,
  natStrategies,
  nativeNotes,
  networkTwin,
  oracleTwin,
  orderSagaTwin,
  pairOfRegions,
  partnerSftp,
  previewBranch,
  pullRequests,
  referringFleet,
  restOpenapi,
  reviewApps,
  rulesRewritten,
  saasAlerts,
  saasMix,
  serverlessUploads,
  sharedProd,
  sstNotes,
  streamIngest,
  tenantDatabases,
  vaultNomad,
  vercelNeon,
  warehouse,
  watchEverything,
  watchTwin,
];
