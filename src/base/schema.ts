// The one place that names the schema library. Every room that parses untrusted JSON takes `z` from here.

export { z } from "zod";
