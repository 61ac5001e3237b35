import { realpathSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'

/**
 * The AppImage that this program was started from; null: none, or another program's. Whatever an AppImage starts, a terminal for
 * instance, inherits the loader's environment, so the image is ours only where we run from what it unpacked. Never replace or start a
 * file by `APPIMAGE` alone.
 */
export function ownAppImage(environment: NodeJS.ProcessEnv, program: string): string | null {
  const { APPIMAGE: image, APPDIR: unpacked } = environment
  if (!image || !unpacked) return null
  return isUnder(program, unpacked) ? image : null
}

function isUnder(program: string, folder: string): boolean {
  // The program path is resolved, and the temporary folder may be a link.
  const names = [folder, realName(folder)]
  return names.some((name) => {
    const way = relative(name, program)
    return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
  })
}

/** Of a path that does not exist: the path as given. */
function realName(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return folder
  }
}
