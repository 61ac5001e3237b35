// How the program is built: its processes, their threads, and the page. Owns what is bundled and what stays a package; must never know what
// any of it does.

import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = (...parts: string[]) => resolve(import.meta.dirname, ...parts)

// Only what has a native part, or threads of its own, stays a package at run time; all else is bundled.
const external = ['electron', 'better-sqlite3', 'ws', /^node:/]

/** Of a part of a date that is emptied the component library has its own words, in 34 languages: ours are heard instead. */
const ownDateWords = {
  name: 'own-date-words',
  enforce: 'pre',
  resolveId: (source: string, importer = '') =>
    /spinbutton\/useSpinButton\.[a-z]+$/.test(importer) && source.startsWith('./intlStrings')
      ? here('src/renderer/ui/date-part-words.ts')
      : null,
} as const

// oxlint-disable-next-line import/no-default-export -- electron-vite reads its settings from the default export
export default defineConfig({
  main: {
    define: { GUICHET_UPDATE_KEY: JSON.stringify(process.env['GUICHET_UPDATE_KEY'] ?? null) },
    build: {
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: {
          index: here('src/main/index.ts'),
          hub: here('src/main/hub/index.ts'),
          'check-thread': here('src/main/checks/check-thread.ts'),
          'backup-thread': here('src/main/house/backup-thread.ts'),
          'preview-thread': here('src/main/house/preview-thread.ts'),
        },
        // All in one folder: whichever piece starts the thread of the checks, finds its file beside itself.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: { index: here('src/preload/index.ts') },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('src/renderer'),
    plugins: [react(), ownDateWords],
    build: {
      minify: true,
      // The policy allows no inline font or image but data: pictures; files are cached, data is not.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: here('src/renderer/index.html'), customer: here('src/renderer/customer.html') },
        // The schema library and what must be said to it first are one piece: whichever piece makes a schema, loads it before.
        output: {
          codeSplitting: { groups: [{ name: 'schemas', test: /no-eval\.ts$|node_modules\/zod\// }] },
        },
      },
    },
  },
})
