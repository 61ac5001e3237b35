// A kiosk's own file on a disk that fails, in a process that dies around its writes. Owns when; what SQLite committed stays.

import type Database from 'better-sqlite3'
import { type KeptCommand, KeptCommands } from '../../src/main/store/kept-commands.ts'
import type { CommandId } from '../../src/shared/domain/ids.ts'
import { Died } from './faulty-store.ts'
import type { Life } from './machine.ts'

export interface KeptPlan {
  /** How many writes fail from now on. */
  failures: number
  /** The process dies at the next write: before it, or after. */
  dieAt: 'before' | 'after' | null
}

export const soundKept = (): KeptPlan => ({ failures: 0, dieAt: null })

interface Parts {
  readonly database: Database.Database
  readonly life: Life
  readonly plan: KeptPlan
  readonly onFault: (what: string) => void
  readonly die: () => void
}

export class FaultyKept extends KeptCommands {
  readonly #parts: Parts

  constructor(parts: Parts) {
    super(parts.database)
    this.#parts = parts
  }

  override put(command: KeptCommand): void {
    this.#around('put', () => super.put(command))
  }

  override settle(...said: Parameters<KeptCommands['settle']>): void {
    this.#around('settle', () => super.settle(...said))
  }

  override drop(commandId: CommandId): void {
    this.#around('drop', () => super.drop(commandId))
  }

  /** The file stays for the next start. */
  override close(): void {}

  #around(what: string, work: () => void): void {
    const { life, plan, onFault } = this.#parts
    if (life.isOver) throw new Died()
    const { dieAt } = plan
    if (dieAt === 'before') this.#die(`kiosk dies before ${what}`)
    if (plan.failures > 0) {
      plan.failures -= 1
      onFault(`kiosk disk fails at ${what}`)
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    }
    work()
    if (dieAt === 'after') this.#die(`kiosk dies after ${what}`)
  }

  #die(what: string): never {
    const { plan, onFault, die } = this.#parts
    plan.dieAt = null
    onFault(what)
    die()
    throw new Died()
  }
}
