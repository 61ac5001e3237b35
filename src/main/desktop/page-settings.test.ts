import { expect, test } from 'vitest'
import { pageSettings, paperSettings } from './page-settings.ts'

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
  webgl: false,
  navigateOnDragDrop: false,
  disableBlinkFeatures: 'Auxclick',
  disableDialogs: true,
  spellcheck: false,
}

test('[V18] a screen is isolated and sandboxed, and every setting that could open it is said', () => {
  const page = { ...closed, javascript: true, preload: '/built/preload/index.cjs' }
  expect(pageSettings('/built/preload/index.cjs', false)).toStrictEqual({ ...page, devTools: false })
  expect(pageSettings('/built/preload/index.cjs', true)).toStrictEqual({ ...page, devTools: true })
})

test('[V18] a paper runs nothing, has no preload and a session of its own', () => {
  const paper = { ...closed, javascript: false, devTools: false, partition: 'papers' }
  expect(paperSettings()).toStrictEqual(paper)
})
