import type { handleUnaryCall } from "@grpc/grpc-js";
import { RunResponse, type RunRequest } from "@pulumi/pulumi/proto/language_pb";
import { spawn } from "node:child_process";
import { entryPoint } from "./entry-point";

/** The exit code by which the SDK says that it has told the user already. */
const BAIL = 32;

function programArguments(request: RunRequest, engine: string): string[] {
  const info = request.getInfo();
  return [
    ...["--monitor", request.getMonitorAddress()],
    ...["--engine", engine],
    ...["--organization", request.getOrganization()],
    ...["--project", request.getProject()],
    ...["--root-directory", info?.getRootDirectory() ?? request.getPwd()],
    ...["--stack", request.getStack()],
    ...["--pwd", request.getPwd()],
    ...(request.getDryrun() ? ["--dry-run"] : []),
    ...["--parallel", String(request.getParallel())],
    info?.getEntryPoint() ?? ".",
    ...request.getArgsList(),
  ];
}

function programEnvironment(request: RunRequest): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().getEntryList())),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    PULUMI_NODEJS_TYPESCRIPT: "true",
  };
}

/** What the engine is told about a program that ended with this exit code. */
function outcome(code: number | null): RunResponse {
  if (code === BAIL) return new RunResponse().setBail(true);
  return code === 0
    ? new RunResponse()
    : new RunResponse().setError(`Program exited with non-zero exit code: ${code ?? "killed"}`);
}

/** Runs a program as the engine asks, with its output going where ours goes. */
export function programRunner(engine: string): handleUnaryCall<RunRequest, RunResponse> {
  return ({ request }, done) => {
    const folder = request.getInfo()?.getProgramDirectory() ?? request.getPwd();
    const child = spawn(process.execPath, [entryPoint(folder, "run"), ...programArguments(request, engine)], {
      cwd: request.getPwd(),
      env: programEnvironment(request),
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", (error) => done(error));
    child.on("close", (code) => done(null, outcome(code)));
  };
}
