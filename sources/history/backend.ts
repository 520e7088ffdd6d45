import { ReadError } from "../../core/errors";
import { runPulumi, type CliOptions } from "../pulumi-cli";
import { isRawMap, member, type Raw } from "../state/shape";

/** URL of the backend that the Pulumi CLI would use here. Rejects with a ParityError. */
export async function backendOf(cli: CliOptions): Promise<string> {
  const named = cli.backend ?? cli.env.PULUMI_BACKEND_URL;
  if (named !== undefined && named !== "") return named;
  const url = urlIn((await runPulumi(["whoami", "--json"], cli)).toString("utf8"));
  if (url === undefined)
    throw new ReadError("`pulumi whoami` does not say which backend is in use; name it with --backend");
  return url;
}

function urlIn(text: string): string | undefined {
  try {
    const printed: Raw = JSON.parse(text);
    const url = isRawMap(printed) ? member(printed, "url") : undefined;
    return typeof url === "string" ? url : undefined;
  } catch {
    return undefined;
  }
}
