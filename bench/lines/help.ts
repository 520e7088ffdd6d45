import { PARITY } from "../measure/audit";
import { interleave } from "../measure/interleave";
import { runNode } from "../measure/process";
import { defineLine } from "./line";

export const help = defineLine({
  name: "help",
  what: "`parity --help`, whole process",
  against: "`node -e` that only loads the argument parser",
  goal: 1.5,
  unit: "ms",
  measure: (runs) =>
    interleave(
      async () => {
        const exited = await runNode([PARITY, "--help"]);
        if (!exited.stdout.includes("audit")) throw new Error("the help does not name the audit");
        return exited.milliseconds;
      },
      async () => (await runNode(["-e", "require('commander')"])).milliseconds,
      runs,
    ),
});
