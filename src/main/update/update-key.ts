/** Put in by the build, from GUICHET_UPDATE_KEY: whose signature this build takes; null: nobody's. */
declare const GUICHET_UPDATE_KEY: string | null

/** Sources that run as they are have none. */
export const builtInKey: string | null = typeof GUICHET_UPDATE_KEY === 'undefined' ? null : GUICHET_UPDATE_KEY
