// The hub's store with a disk that fails and a process that dies, both at the commit. Owns when; must never lose what was
// committed, nor keep what was not.

import type {
  Column,
  Columns,
  ColumnsQuery,
  Query,
  Row,
  TableName,
  Write,
} from '../../src/main/store/rows.ts'
import { StorageFault, type StorageTrouble, type Store } from '../../src/main/store/store.ts'
import type { Life } from './machine.ts'

/** The process is gone: code that still runs in it must not get any further. */
export class Died extends Error {}

export interface DiskPlan {
  /** Fails at the k-th write from now; then this many more commits fail. */
  failAt: number | null
  failures: number
  trouble: StorageTrouble
  /** The process dies at the next commit: before it is durable, or after. */
  dieAt: 'before' | 'after' | null
  /** What happens to the next commit, whose sync fails: it is in the file all the same, or lost. */
  unconfirmed: 'kept' | 'lost' | null
}

export const soundDisk = (): DiskPlan => ({
  failAt: null,
  failures: 0,
  trouble: 'full',
  dieAt: null,
  unconfirmed: null,
})

interface Parts {
  readonly inner: Store
  readonly life: Life
  readonly plan: DiskPlan
  readonly onFault: (what: string) => void
  readonly die: () => void
}

export class FaultyStore implements Store {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get<Name extends TableName>(table: Name, ...key: readonly (string | number)[]): Row<Name> | undefined {
    return this.#alive.get(table, ...key)
  }

  select<Name extends TableName, Of extends Column<Name> = Column<Name>>(
    query: Query<Name, Of>,
    ...values: readonly (string | number)[]
  ): Pick<Row<Name>, Of>[] {
    return this.#alive.select(query, ...values)
  }

  columns<Name extends TableName, Of extends Column<Name>>(
    query: ColumnsQuery<Name, Of>,
    ...values: readonly (string | number)[]
  ): Columns<Name, Of> {
    return this.#alive.columns(query, ...values)
  }

  all<Name extends TableName>(table: Name): Row<Name>[] {
    return this.#alive.all(table)
  }

  each<Name extends TableName>(table: Name): Iterable<Row<Name>> {
    return this.#alive.each(table)
  }

  write(writes: readonly Write[]): void {
    const { plan } = this.#parts
    for (const write of writes) {
      if (plan.failAt !== null && (plan.failAt -= 1) <= 0) this.#fail()
      this.#alive.write([write])
    }
  }

  transaction<Result>(work: () => Result): Result {
    const { plan } = this.#parts
    const { dieAt } = plan
    const result = this.#alive.transaction(() => {
      const result = work()
      if (dieAt === 'before') this.#die('hub dies before a commit')
      if (plan.unconfirmed === 'lost') this.#unconfirmed()
      return result
    })
    if (dieAt === 'after') this.#die('hub dies after a commit')
    if (plan.unconfirmed === 'kept') this.#unconfirmed()
    return result
  }

  part<Result>(work: () => Result): Result {
    return this.#alive.part(work)
  }

  snapshot<Result>(work: () => Result): Result {
    return this.#alive.snapshot(work)
  }

  foreignVersion(): number {
    return this.#alive.foreignVersion()
  }

  /** What was committed stays for the next start. */
  close(): void {}

  get #alive(): Store {
    if (this.#parts.life.isOver) throw new Died()
    return this.#parts.inner
  }

  #die(what: string): never {
    const { plan, onFault, die } = this.#parts
    plan.dieAt = null
    onFault(what)
    die()
    throw new Died()
  }

  #fail(): never {
    const { plan, onFault } = this.#parts
    plan.failures -= 1
    // A full disk stays full for a while: every later write fails as well.
    plan.failAt = plan.failures > 0 ? 1 : null
    onFault(`hub disk ${plan.trouble}`)
    throw new StorageFault('SQLITE_FULL or IOERR: simulated', { trouble: plan.trouble })
  }

  #unconfirmed(): never {
    const { plan, onFault } = this.#parts
    onFault(`hub disk did not confirm, ${plan.unconfirmed}`)
    plan.unconfirmed = null
    throw new StorageFault('SQLITE_IOERR_FSYNC: simulated', { trouble: 'unconfirmed' })
  }
}
