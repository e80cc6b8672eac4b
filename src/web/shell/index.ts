// The frame of the application: its routes, and what stands around every page.

export { Application } from "./application.tsx";
