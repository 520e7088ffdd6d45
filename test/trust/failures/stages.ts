/** Where one stage hands over to the next, as `file#function` of the built product. */
export const SHARED_STAGES: readonly string[] = [
  "sources/parity-yaml/index#loadParityConfig",
  "catalogue/index#createCatalogue",
  "core/redact/stack#redactStack",
  "core/walk#walk",
  "core/compare/compare#compare",
  "core/symbolise/symbolise#symbolise",
  "core/align/align#align",
  "core/judge/judge#judge",
  "core/report/build#buildReport",
  "sources/evidence/index#withEvidence",
];

export const PACK_STAGES: readonly string[] = [
  ...SHARED_STAGES,
  "policies/pack/judging#begin",
  "policies/pack/opening#open",
  "policies/pack/preparation#prepare",
  "policies/pack/judge-run#judgeRun",
  "policies/pack/engine-resources#engineResources",
  "policies/pack/subject#subjectStack",
  "policies/pack/previewed#previewedStack",
  "policies/pack/configuration#withConfiguration",
  "policies/pack/report-pair#reportPair",
  "policies/pack/report-violations#reportViolations",
  "policies/pack/report-violations#summaryViolations",
  "policies/pack/summary#summaryLine",
  "policies/pack/suffices#suffices",
  "policies/pack/write-reports#writeReports",
  "sources/program/index#findProgram",
  "sources/reference/index#readReference",
  "sources/reference/index#readLastState",
  "sources/reference/last-good#writeLastGood",
  "sources/state/index#readStack",
];

export const AUDIT_STAGES: readonly string[] = [
  ...SHARED_STAGES,
  "cli/audit/request#auditRequest",
  "cli/audit/read#readSide",
  "cli/audit/judge-pair#judgePair",
  "cli/audit/configuration#withConfiguration",
  "cli/audit/output#writeReport",
  "cli/audit/exit-code#exitCode",
  "sources/state/index#parseState",
  "sources/state/deployment#readDeployment",
];
