/** Set by the build, from GUICHET_UPDATE_KEY: whose signature this build accepts; null: nobody's. */
declare const GUICHET_UPDATE_KEY: string | null

/** Undefined where the sources run without a build. */
export const builtInKey: string | null = typeof GUICHET_UPDATE_KEY === 'undefined' ? null : GUICHET_UPDATE_KEY
