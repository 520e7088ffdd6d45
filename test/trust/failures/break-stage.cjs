// Loaded before the product: makes one exported function of one of its files throw. PARITY_FAULT is `file#export`.
const Module = require("node:module");

const [file, name] = (process.env.PARITY_FAULT ?? "#").split("#");
const load = Module._load;
const broken = new Set();

Module._load = function (request, parent, isMain) {
  const loaded = load.call(this, request, parent, isMain);
  const path = Module._resolveFilename(request, parent, isMain);
  if (path.endsWith(`/dist/${file}.js`) && !broken.has(path)) {
    broken.add(path);
    loaded[name] = () => {
      throw new Error(`broken at ${name}`);
    };
  }
  return loaded;
};
