// The one content security policy, for the page in a window and in a browser: scripts, styles and fonts only from the app itself;
// connections only to the hub; nothing else.

/** The one inline style that the component library puts into the page (react-aria-components 1.22.1). */
const LIBRARY_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"

/** The worker that reads a door's camera. */
const READER = /^\/assets\/code-reader-worker-[\w-]+\.js$/

/** The only Trusted Types policy: a door needs it to start the camera worker; no other may turn text into script. */
const SCRIPT_POLICY = 'guichet-code-reader'

/**
 * `path`: of the file that the policy is sent with. The camera worker may compile its WebAssembly. In a window only the main process
 * talks to the network; in a browser the page talks to its own hub.
 */
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
