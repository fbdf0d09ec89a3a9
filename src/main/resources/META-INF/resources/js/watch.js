import { behaviour } from "./behaviour.js";

behaviour("watch", () => {});
