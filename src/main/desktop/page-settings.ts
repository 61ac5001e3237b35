// What a page of ours may do by itself, said of every window in full: nothing is left to what Electron takes for granted in one version or
// the next. Owns both lists; must never read what Electron is.

import type { WebPreferences } from 'electron'

/** [6.4] Alike for whatever is shown. */
const closed = {
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  enableWebSQL: false,
  webviewTag: false,
  plugins: false,
  // The map is drawn by Canvas2D; what draws through the graphics driver is a door less.
  webgl: false,
  // A file that is dropped beside the field for it must not take the page's place.
  navigateOnDragDrop: false,
  // A middle click asks for another window.
  disableBlinkFeatures: 'Auxclick',
  // No page of ours opens a box of the system's; one that is not ours must not hold a desk up by it.
  disableDialogs: true,
  spellcheck: false,
} as const satisfies WebPreferences

/** Of a screen. `hasTools`: whoever builds the program may look into a page; who has it installed may not. */
export function pageSettings(preload: string, hasTools: boolean) {
  return { ...closed, preload, javascript: true, devTools: hasTools } as const satisfies WebPreferences
}

/** Of a paper on its way to a printer: it runs nothing, knows no preload, and keeps what it has apart from the screens'. */
export function paperSettings() {
  return {
    ...closed,
    // Settings and cookies of its own, in memory: the desk's guards are for the desk's pages.
    partition: 'papers',
    javascript: false,
    devTools: false,
  } as const satisfies WebPreferences
}
