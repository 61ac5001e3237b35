/** The origin of every page of ours, in any window; app-protocol.ts serves it. */
export const APP_ORIGIN = 'app://guichet'
