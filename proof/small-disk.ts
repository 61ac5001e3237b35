// A full disk for a single process: a small one, mounted, or a limit on the size of its files. Owns what was mounted; must never
// fill a disk that is not its own.

import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MIB = 1024 * 1024
/** Room for a house and some sales beside the filler. */
const DISK_MIB = 8
const FILLER_MIB = 6
/** In blocks of 512 bytes or 1024, depending on the shell: a few hundred kB, for a new house and some sales. */
const FILE_BLOCKS = 600

export interface SmallDisk {
  readonly kind: 'small disk' | 'file size limit'
  readonly folder: string
  /** Command line to put before a program that is to run on it. */
  readonly before: readonly string[]
  /** Makes more room while the program runs. */
  makeRoom(pid: number): void
  remove(): void
}

/** A mounted one if this user may mount, otherwise a limit; null if neither is possible. */
export function openSmallDisk(folder: string): SmallDisk | null {
  if (process.platform !== 'linux') return null
  mkdirSync(folder)
  const size = `size=${DISK_MIB}m`
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder]).status === 0) return mounted(folder)
  return spawnSync('prlimit', ['--version']).status === 0 ? limited(folder) : null
}

function mounted(folder: string): SmallDisk {
  const filler = join(folder, 'filler')
  writeFileSync(filler, Buffer.alloc(FILLER_MIB * MIB))
  return {
    kind: 'small disk',
    folder,
    before: [],
    makeRoom: () => rmSync(filler),
    remove: () => {
      spawnSync('umount', [folder])
    },
  }
}

/** Without the trap the system kills a program that writes beyond the limit. */
function limited(folder: string): SmallDisk {
  return {
    kind: 'file size limit',
    folder,
    before: ['bash', '-c', `trap '' XFSZ; ulimit -S -f ${FILE_BLOCKS}; exec "$@"`, 'bash'],
    makeRoom: (pid) => {
      spawnSync('prlimit', ['--pid', String(pid), '--fsize=unlimited'])
    },
    remove: () => {},
  }
}
