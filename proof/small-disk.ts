// A disk that is full, for a process of its own: a small one, mounted, or a limit on the size of its files. Owns what was mounted;
// must never fill a disk that is not its own.

import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MIB = 1024 * 1024
/** Room for a house and some sales beside the filler. */
const DISK_MIB = 8
const FILLER_MIB = 6
/** In blocks of 512 bytes or 1024, as the shell counts them: a few hundred kB, a new house and some sales. */
const FILE_BLOCKS = 600

export interface SmallDisk {
  readonly kind: 'small disk' | 'file size limit'
  readonly folder: string
  /** Words before a program that is to run on it. */
  readonly before: readonly string[]
  /** Room for more, while the program runs. */
  makeRoom(pid: number): void
  remove(): void
}

/** A mounted one where this user may mount, else a limit; null where there is neither. */
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

/** Without the trap the system ends a program that writes beyond the limit. */
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
