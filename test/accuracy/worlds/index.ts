import { accountsAuth } from "./programs/accounts-auth";
import { asgWeb } from "./programs/asg-web";
import { azurePortal } from "./programs/azure-portal";
import { batchRender } from "./programs/batch-render";
import { buildPipeline } from "./programs/build-pipeline";
import { cdnSite } from "./programs/cdn-site";
import { ciRoles } from "./programs/ci-roles";
import { dataStores } from "./programs/data-stores";
import { ecsOrders } from "./programs/ecs-orders";
import { eksPlatform } from "./programs/eks-platform";
import { gcpRun } from "./programs/gcp-run";
import { networkTwin } from "./programs/network-twin";
import { previewBranch } from "./programs/preview-branch";
import { saasMix } from "./programs/saas-mix";
import { serverlessUploads } from "./programs/serverless-uploads";
import { sharedProd } from "./programs/shared-prod";
import { watchTwin } from "./programs/watch-twin";
import type { RunnableWorld } from "./world";

/** Programs as teams write them, each run for two stacks on an imagined cloud. */
export const WORLDS: readonly RunnableWorld[] = [
  accountsAuth,
  asgWeb,
  azurePortal,
  batchRender,
  buildPipeline,
  cdnSite,
  ciRoles,
  dataStores,
  ecsOrders,
  eksPlatform,
  gcpRun,
  networkTwin,
  previewBranch,
  saasMix,
  serverlessUploads,
  sharedProd,
  watchTwin,
];
