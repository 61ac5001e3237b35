import { realpathSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'

/**
 * The file that this program was started from; null: it is none, or another program's. Whatever an AppImage starts, a terminal for instance, hands down
 * what its loader said: so it is ours only where we run out of what was unpacked. Never replace or start a file by `APPIMAGE` alone.
 */
export function ownAppImage(environment: NodeJS.ProcessEnv, program: string): string | null {
  const { APPIMAGE: image, APPDIR: unpacked } = environment
  if (!image || !unpacked) return null
  return isUnder(program, unpacked) ? image : null
}

function isUnder(program: string, folder: string): boolean {
  // The program is known by its real name, and the folder for what is passing may be a link.
  const names = [folder, realName(folder)]
  return names.some((name) => {
    const way = relative(name, program)
    return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
  })
}

/** Of what is not there, as it is called. */
function realName(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return folder
  }
}
