import { compare } from "./compare.js";
import { findings } from "./findings.js";
import { industries } from "./industries.js";
import { land } from "./land.js";
import { overview } from "./overview.js";
import { projects } from "./projects.js";
import { scenarios } from "./scenarios.js";

/**
 * The views, in the order of their tabs. Each is a function of the page that gives a `View`, or null where the plan has
 * nothing to show in it.
 */
export const VIEWS = { overview, industries, projects, land, scenarios, compare, findings };
