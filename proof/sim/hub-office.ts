// The inside of a simulated hub, from one start to its end: the engine of a house that sells, or the desk of one that waits for
// its kiosks. Owns which of them; only the store survives a restart.

import type { Engine } from '../../src/main/engine/engine.ts'
import type { Chance, Log } from '../../src/main/engine/ports.ts'
import { plainPinHasher } from '../../src/main/engine/test-world.ts'
import { whenPutBack } from '../../src/main/house/new-recovery.ts'
import { deskActor } from '../../src/main/house/open-house.ts'
import { RecoveryDesk } from '../../src/main/house/recovery-desk.ts'
import { recoveryOf } from '../../src/main/store/house-epoch.ts'
import type { Store } from '../../src/main/store/store.ts'
import type { BoxOffice } from '../../src/shared/contract/port.ts'
import type { KioskId } from '../../src/shared/domain/ids.ts'
import { Died } from './faulty-store.ts'
import type { Life } from './machine.ts'
import { simEngine } from './sim-engine.ts'

export interface HubOffice {
  /** Null: it waits. */
  readonly engine: Engine | null
  /** Null: it sells. */
  readonly recovery: RecoveryDesk | null
  nowMs(): number
  boxOfficeOf(kioskId: KioskId): BoxOffice
}

interface Parts {
  readonly store: Store
  readonly life: Life
  readonly chance: Chance
  /** Reopens the house, as the operator of a real one would. */
  readonly beginAnew: () => void
}

const log: Log = { error: () => {}, info: () => {}, debug: () => {} }

export function openHubOffice(parts: Parts): HubOffice {
  return recoveryOf(parts.store) ? waiting(parts) : selling(parts)
}

function selling({ store, life, chance, beginAnew }: Parts): HubOffice {
  const world = { store, clock: life, chance }
  const onMarked = () => life.soon(beginAnew)
  const onPutBack = whenPutBack({ ...world, log, engine: () => engine, onMarked })
  const engine = simEngine({ ...world, scheduler: life, onPutBack })
  return {
    engine,
    recovery: null,
    nowMs: () => engine.nowMs(),
    boxOfficeOf: (kioskId) => engine.memberFor(deskActor(kioskId)),
  }
}

function waiting({ store, life, chance, beginAnew }: Parts): HubOffice {
  const recovery = new RecoveryDesk({
    store,
    clock: life,
    chance,
    log,
    pinHasher: plainPinHasher,
    version: 'proof',
    backUp: () => Promise.resolve(),
    onOver: () => life.soon(beginAnew),
  })
  return {
    engine: null,
    recovery,
    nowMs: () => recovery.nowMs(),
    boxOfficeOf: (kioskId) => asLong(life, recovery.boxOfficeOf(kioskId)),
  }
}

/** Commands that a process was running when it died are never answered. */
function asLong(life: Life, office: BoxOffice): BoxOffice {
  const never = new Promise<never>(() => {})
  return {
    subscribe: (...asked) => office.subscribe(...asked),
    call: (...asked) =>
      office.call(...asked).catch((error: unknown) => {
        if (life.isOver && error instanceof Died) return never
        throw error
      }),
  }
}
