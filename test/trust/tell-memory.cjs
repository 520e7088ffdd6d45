// Loaded before the command: says at its end, on the fourth stream, how many kilobytes it had resident at most, and how
// many microseconds of processor it took.
const { writeSync } = require("node:fs");

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, `${maxRSS} ${userCPUTime + systemCPUTime}`);
});
