import { createCatalogue } from "../../catalogue";
import { packageVersion } from "../../sources/package";
import type { Context } from "../command";
import { allPolicies } from "../tolerance/own-policies";
import { configAlso, configBefore, configOf } from "./config";
import type { Audit } from "./judge-pair";
import { pastOpener } from "./knowledge";
import { readPast } from "./past-documents";
import { programsBy } from "./program-of";
import { policiesOf, type AuditRequest } from "./request";

/** Reads what all pairs of an audit share. Throws UsageError and ReadError. */
export function prepareAudit(request: AuditRequest, context: Pick<Context, "cwd" | "env" | "now" | "detail">): Audit {
  const { cwd, env, now } = context;
  const config = configOf(request, context);
  const policies = allPolicies(config);
  return {
    config,
    configBefore: configBefore(request, context),
    configAlso: configAlso(request, context),
    documents: request.histories.map((file) => readPast(file, cwd)),
    catalogue: createCatalogue(config.catalogue),
    policies,
    only: policiesOf(
      request.only,
      policies.map(({ name }) => name),
    ),
    ...{ now, cwd, env },
    past: pastOpener({ config, cwd, env }),
    toolVersion: packageVersion(),
    programOf: programsBy(config, cwd),
  };
}
