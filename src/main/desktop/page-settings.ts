// What a page of ours may do by itself, set for every window in full: nothing depends on the defaults of one Electron version or the
// next. Owns both lists; must never import Electron.

import type { WebPreferences } from 'electron'

/** [6.4] The same for everything that is shown. */
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
  // The map is drawn by Canvas2D; without the graphics driver there is one way in less.
  webgl: false,
  // A file that is dropped beside its field must not replace the page.
  navigateOnDragDrop: false,
  // A middle click would ask for another window.
  disableBlinkFeatures: 'Auxclick',
  // No page of ours opens a system dialog; a foreign one must not hold up a desk with it.
  disableDialogs: true,
  spellcheck: false,
} as const satisfies WebPreferences

/** For a screen. `hasTools`: developers may open the developer tools; people who have the program installed may not. */
export function pageSettings(preload: string, hasTools: boolean) {
  return { ...closed, preload, javascript: true, devTools: hasTools } as const satisfies WebPreferences
}

/** For a paper on its way to a printer: it runs nothing, has no preload, and its storage is separate from the screens'. */
export function paperSettings() {
  return {
    ...closed,
    // Settings and cookies of its own, in memory: the desk's guards are for the desk's pages.
    partition: 'papers',
    javascript: false,
    devTools: false,
  } as const satisfies WebPreferences
}
