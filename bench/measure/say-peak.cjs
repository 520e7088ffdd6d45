process.on("exit", () => process.stderr.write(`peak ${process.resourceUsage().maxRSS} kB\n`));
