// The one content security policy, for the page in a window and for the page in a browser. Scripts, styles and fonts from the
// app itself; talk to the hub alone; nothing else, from nowhere.

/** The one inline style that the component library puts into the page (react-aria-components 1.22.1). */
const LIBRARY_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"

/** In a window only the main process talks to the network; in a browser the page follows its own hub. */
const READER = /^\/assets\/code-reader-worker-[\w-]+\.js$/

/** The one that a door names to start its camera's reader: no other may turn text into what a page runs. */
const SCRIPT_POLICY = 'guichet-code-reader'

/** `path`: of the file that it goes with. The reader of a door's camera, on its own thread, may compile what it brings with it. */
export function contentPolicy(place: 'window' | 'browser', path = '/'): string {
  return [
    "default-src 'none'",
    `script-src 'self'${READER.test(path) ? " 'wasm-unsafe-eval'" : ''}`,
    `style-src 'self' ${LIBRARY_STYLE}`,
    `connect-src ${place === 'window' ? "'none'" : "'self'"}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${SCRIPT_POLICY}`,
  ].join('; ')
}
