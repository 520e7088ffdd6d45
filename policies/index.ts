export { policies } from "./list";
export { environmentParity } from "./pack";
