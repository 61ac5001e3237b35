// The content of a Guichet package, for every system: what is in it, what is left out, which of Electron's abilities are switched off for
// good. Owns the one configuration of electron-builder; must never build anything itself.

import { join } from 'node:path'
import { FuseV1Options, FuseVersion, type FuseV1Config } from '@electron/fuses'
import type { AfterPackContext, Configuration } from 'electron-builder'

export type System = 'linux' | 'darwin' | 'win32'

/**
 * [SECURITY 6.4] Every fuse is set explicitly, so that one which a newer Electron brings stops the packaging instead of staying open
 * unnoticed. Switched off: running any script as Node, options by environment or command line, a debugger, pages from files. Switched on:
 * cookies encrypted by the system's key, the archive compared with its digest (where the system supports it: not on Linux), and loading
 * the app from the archive only.
 */
export const fuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Electron's default: reading tickets by a camera is WebAssembly, and slower without.
  [FuseV1Options.WasmTrapHandlers]: true,
} satisfies FuseV1Config

/** SQLite's native part, for each system and processor; a package contains only its own. */
const nativeParts = ['linux', 'linuxmusl', 'darwin', 'win32'].flatMap((system) =>
  ['x64', 'arm64'].map((arch) => `${system}-${arch}`),
)

export interface PackageWish {
  readonly system: System
  readonly arch: string
  /** Where Electron's own files are: a folder, or its archive. */
  readonly electron: string
  readonly electronVersion: string
  readonly out: string
}

export function packageConfig({ system, arch, electron, electronVersion, out }: PackageWish): Configuration {
  return {
    appId: 'app.guichet',
    productName: 'Guichet',
    executableName: 'guichet',
    directories: { output: out, buildResources: 'build' },
    electronDist: electron,
    electronVersion,
    electronLanguages: ['en-US', 'fa', 'hi'],
    // The native part comes prebuilt, for the interface that Node and Electron share.
    npmRebuild: false,
    files: [...shipped, ...nativeParts.filter((part) => part !== `${system}-${arch}`).map(without)],
    // By default it would unpack the whole of a package that has any native part.
    asar: { smartUnpack: false },
    // The system opens libraries, and knows nothing of archives.
    asarUnpack: ['node_modules/better-sqlite3/prebuilds/*.node'],
    afterPack: switchFuses,
    publish: null,
    extraMetadata: { homepage: 'https://guichet.invalid', desktopName: 'guichet.desktop' },
    // Links to a booking or a show; the installer registers the scheme with the system.
    protocols: [{ name: 'Guichet', schemes: ['guichet'] }],
    artifactName: 'guichet-${version}-${os}-${arch}.${ext}',
    linux: {
      target: ['AppImage', 'deb'],
      icon: 'build/icons',
      category: 'Office',
      maintainer: 'Guichet',
      synopsis: 'A box office',
    },
    // The default would start it from the desktop without Chromium's sandbox; and Guichet refuses an option that it does not know.
    appImage: { executableArgs: [] },
    // For all users of the machine, in a folder that only an administrator may write.
    win: { target: ['nsis'], icon: 'build/icon.ico' },
    nsis: { oneClick: false, perMachine: true, allowElevation: true, deleteAppDataOnUninstall: false },
    mac: { target: ['dmg'], icon: 'build/icon.icns', category: 'public.app-category.business' },
  }
}

/** What runs, and nothing else: no source, no test, nothing that only builds. */
const shipped = [
  'package.json',
  'out/main/**',
  'out/preload/**',
  'out/renderer/**',
  '!**/*.map',
  '!node_modules/better-sqlite3/{deps,src,binding.gyp}',
  '!node_modules/node-addon-api',
  '!node_modules/**/*.{md,ts,mts,cts,html,ico,sh,yml}',
  '!node_modules/**/{test,bench,benchmark,example,check,eslint.config,bin}.js',
  '!node_modules/**/tsconfig.json',
  '!node_modules/**/{test,tests,bench,benchmarks,docs,example,examples,fixtures,scripts,types,build}/**',
  '!node_modules/pino/CNAME',
  '!node_modules/**/.*',
]

function without(part: string): string {
  return `!node_modules/better-sqlite3/prebuilds/${part}.node`
}

/** With the same library as electron-builder's own setting, which has neither all fuses nor the strict option. */
async function switchFuses({ packager, appOutDir, electronPlatformName }: AfterPackContext): Promise<void> {
  const { flipFuses } = await import('@electron/fuses')
  const resetAdHocDarwinSignature = electronPlatformName === 'darwin'
  await flipFuses(programIn(appOutDir, electronPlatformName as System, packager.appInfo.productFilename), {
    ...fuses,
    resetAdHocDarwinSignature,
  })
}

/** The executable, in a folder as electron-builder lays it out. */
export function programIn(folder: string, system: System, name: string): string {
  if (system === 'darwin') return join(folder, `${name}.app`)
  return join(folder, system === 'win32' ? `${name}.exe` : 'guichet')
}
