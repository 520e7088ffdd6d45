/** Loaded before the command: as many processors as PROCESSORS, and a line in LOG for each thread, each state and each configuration read. */
const fs = require("node:fs");
const os = require("node:os");
const threads = require("node:worker_threads");

const tell = (line) => fs.appendFileSync(process.env.LOG, `${line}\n`);
os.availableParallelism = () => Number(process.env.PROCESSORS);

if (!threads.isMainThread) tell("thread");

const { readFileSync } = fs;
fs.readFileSync = (file, ...others) => {
  if (/-(staging|production)\.json$/.test(String(file))) tell(`read ${file}`);
  if (String(file).endsWith("parity.yaml")) tell("configuration");
  return readFileSync(file, ...others);
};
