import { ParityError } from "../../core/errors";
import { runPulumi, type CliOptions } from "./run";

/** Tags of a stack itself, as `pulumi stack tag set` sets them; undefined where the CLI tells none. */
export async function readStackTags(
  name: string,
  options: CliOptions,
): Promise<Readonly<Record<string, string>> | undefined> {
  try {
    const text = (await runPulumi(["stack", "tag", "ls", "-s", name, "--json"], options)).toString("utf8");
    const listed: unknown = JSON.parse(text);
    if (typeof listed !== "object" || listed === null) return undefined;
    return Object.fromEntries(
      Object.entries(listed).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
    );
  } catch (error) {
    if (error instanceof ParityError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
