// How this program was installed, and how a newer one takes its place. An AppImage is one file, and is replaced as files are; all others
// belong to the system, which asks for an administrator. Owns that difference; must never start a program, nor leave half a file where
// the program was.

import { constants } from 'node:fs'
import { chmod, copyFile, open, rename, rm } from 'node:fs/promises'
import { syncFolder } from '../house/whole-file.ts'
import { dirname } from 'node:path'

export interface Installer {
  /** Which of a release's files this installation takes; null: it was not installed from a package. */
  readonly packageKind: string | null
  /** Puts the checked file in the program's place; null: an administrator of the machine does. */
  readonly replace: ((file: string) => Promise<void>) | null
}

/** What is known of a running program. */
export interface Running {
  readonly platform: string
  readonly arch: string
  /** The AppImage that it was started from; null: none. */
  readonly appImage: string | null
  /** It runs out of an archive. */
  readonly isPackaged: boolean
}

const packages: Readonly<Record<string, string>> = { linux: 'deb', win32: 'exe', darwin: 'dmg' }

export function installerOf({ platform, arch, appImage, isPackaged }: Running): Installer {
  if (platform === 'linux' && appImage !== null)
    return { packageKind: `linux-${arch}-appimage`, replace: (file) => replaceFile(file, appImage) }
  const kind = packages[platform]
  return { packageKind: isPackaged && kind ? `${platform}-${arch}-${kind}` : null, replace: null }
}

/**
 * Written beside it first and synced, then moved by one rename: whenever the power goes, either the old program starts or the new one.
 */
export async function replaceFile(file: string, target: string): Promise<void> {
  const beside = `${target}.new`
  try {
    await rm(beside, { force: true })
    await copyFile(file, beside, constants.COPYFILE_EXCL)
    await chmod(beside, 0o755)
    const handle = await open(beside, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, target)
    syncFolder(dirname(target))
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
