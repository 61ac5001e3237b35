// The recorder in C between a house and its disk: built where it is needed, told what to fail. Owns how both sides communicate;
// what it records is read in disk-record.ts.

import { spawnSync } from 'node:child_process'
import { openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** What prevents recording on this machine, or null. */
export function missingForShim(): string | null {
  if (process.platform !== 'linux') return 'Linux: LD_PRELOAD is how it is put in between'
  return spawnSync('gcc', ['--version']).status === 0 ? null : 'gcc: not installed'
}

/** Builds it into the folder; returns the environment that a process needs to run under it. */
export function buildShim(folder: string): Readonly<Record<string, string>> {
  const library = join(folder, 'record.so')
  const source = join(import.meta.dirname, 'shim', 'record.c')
  const built = spawnSync('gcc', ['-O2', '-Wall', '-shared', '-fPIC', '-o', library, source, '-ldl'])
  if (built.status !== 0) throw new Error(`gcc: ${built.stderr.toString()}`)
  return { LD_PRELOAD: library }
}

/** `w`: a write. `s`: a sync, of either kind. */
export type FailingOp = 'w' | 's'

/** Used inside a process that runs under it: makes the disk fail at a chosen moment. */
export class FailingDisk {
  readonly #control: number

  /** `folder`: any existing one. */
  constructor(folder: string) {
    this.#control = openSync(join(folder, 'control'), 'w')
  }

  /** Fails the k-th operation from now, once or for ever; `errno` as the system numbers it. */
  fail(op: FailingOp, k: number, { errno, isForEver }: { errno: number; isForEver: boolean }): void {
    process.env['GUICHET_SHIM_FIRED'] = '0'
    writeSync(this.#control, `${op} ${k} ${errno} ${isForEver ? 1 : 0}\n`)
  }

  mend(): void {
    writeSync(this.#control, 'w 0 0 0\n')
  }

  /** Whether it has failed since `fail`. */
  get hasFailed(): boolean {
    return process.env['GUICHET_SHIM_FIRED'] !== '0'
  }
}
