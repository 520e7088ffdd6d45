import { Client, credentials } from "@grpc/grpc-js";
import {
  AnalyzeResponse,
  AnalyzerStackConfigureRequest,
  EnforcementLevel,
  type AnalyzeDiagnostic,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { PROJECT_ROOT } from "../engine";
import { entryPoint } from "../engine/language-host/entry-point";
import { NO_SIZE_LIMIT } from "../engine/language-host/listen";
import { stackEnvironment } from "../engine/language-host/policy-pack";
import { neutral } from "../engine/neutral";
import type { RecordedCall } from "../engine/language-host/recorder";

const asIs = (bytes: Buffer): Buffer => bytes;

function stackOf(calls: readonly RecordedCall[]): AnalyzerStackConfigureRequest | undefined {
  const call = calls.find(({ path }) => path.endsWith("/ConfigureStack"));
  return call && AnalyzerStackConfigureRequest.deserializeBinary(Buffer.from(call.request, "latin1"));
}

function start(cwd: string, stack: AnalyzerStackConfigureRequest | undefined): ChildProcess {
  const env = { ...neutral(process.env), ...stackEnvironment(stack), PWD: cwd };
  const script = entryPoint(PROJECT_ROOT, "run-policy-pack");
  return spawn(process.execPath, [script, "recorded", PROJECT_ROOT], {
    cwd: PROJECT_ROOT,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on("close", () => reject(new Error("the policy pack ended before it served")));
    if (child.stdout !== null) createInterface({ input: child.stdout }).on("line", resolve);
  });
}

function ask(client: Client, { path, request }: RecordedCall): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, asIs, asIs, Buffer.from(request, "latin1"), (error, answer) => {
      if (error === null && answer !== undefined) resolve(answer);
      else reject(error ?? new Error(`${path} answered nothing`));
    });
  });
}

function isJudgement({ path }: RecordedCall): boolean {
  return path.endsWith("/Analyze") || path.endsWith("/AnalyzeStack");
}

/** Asks the pack, in Pulumi's own policy host, what an engine once asked it; gives the violations that it reports. */
export async function askPack(cwd: string, calls: readonly RecordedCall[]): Promise<readonly AnalyzeDiagnostic[]> {
  const child = start(cwd, stackOf(calls));
  const client = new Client(`127.0.0.1:${await portOf(child)}`, credentials.createInsecure(), NO_SIZE_LIMIT);
  try {
    const violations: AnalyzeDiagnostic[] = [];
    for (const call of calls) {
      const answer = await ask(client, call);
      if (isJudgement(call)) violations.push(...AnalyzeResponse.deserializeBinary(answer).getDiagnosticsList());
    }
    return violations;
  } finally {
    client.close();
    child.kill();
  }
}

/** Whether a violation would make a preview fail. */
export function isMandatory(violation: AnalyzeDiagnostic): boolean {
  return violation.getEnforcementlevel() === EnforcementLevel.MANDATORY;
}

/** A violation as the engine prints it. */
export function violationText(violation: AnalyzeDiagnostic): string {
  const level = isMandatory(violation) ? "mandatory" : "advisory";
  const [type = "", name = ""] = violation.getUrn().split("::").slice(2);
  const message = violation.getMessage().trimEnd().replaceAll(/^/gm, "      ");
  const where = type === "" ? "the stack" : `${type.split("$").at(-1) ?? ""}: ${name}`;
  return `    - [${level}]  ${violation.getPolicyname()}  (${where})\n${message}`;
}
