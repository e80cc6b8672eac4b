/** The style sheet of the API's page. Served inside the page; the policy that lets it through names its SHA-256. */
export const pageStyle = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; }
h1, h2, h3, h4 { line-height: 1.25; }
h3 { border-top: 1px solid GrayText; padding-top: .75rem; }
h4 { margin-bottom: .25rem; }
code, pre { font-family: ui-monospace, monospace; font-size: .875rem; }
pre { background: color-mix(in srgb, CanvasText 6%, Canvas); overflow-x: auto; padding: .5rem; }
table { border-collapse: collapse; width: 100%; }
td { border-top: 1px solid color-mix(in srgb, CanvasText 20%, Canvas); padding: .25rem .5rem; vertical-align: top; }
nav a { margin-inline-end: 1rem; }
dt { margin-top: .75rem; }
:target { outline: 2px solid Highlight; }
`;
