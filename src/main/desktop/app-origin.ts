/** Of every page of ours, in whichever window; app-protocol.ts serves it. */
export const APP_ORIGIN = 'app://guichet'
