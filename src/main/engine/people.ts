// Who works here, as decisions and sessions ask: the staff, whether each has a PIN, and how often it was tried. A cache of a few
// rows that every call looks at; must never outlive a change of them (`forget`).

import type { HouseEvent } from '../../shared/domain/events.ts'
import type { KioskId, StaffId } from '../../shared/domain/ids.ts'
import { type Member, type Tries, isAbleAdmin, isAdminWithPin, noTries } from '../../shared/domain/sign-in.ts'
import { allStaff } from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'

interface Known {
  readonly members: ReadonlyMap<StaffId, Member>
  readonly isOpen: boolean
}

export class People {
  readonly #store: Store
  #known: Known | null = null

  constructor(store: Store) {
    this.#store = store
  }

  forget(): void {
    this.#known = null
  }

  /** Applies what was recorded, inside the commit that records it. */
  follow(event: HouseEvent): void {
    const isOfPeople = event.type === 'entry-saved' ? event.entry.kind === 'staff' : changing.has(event.type)
    if (isOfPeople) this.forget()
  }

  /** No administrator has a PIN yet: nobody is asked for one. */
  get isOpen(): boolean {
    return this.#read().isOpen
  }

  member(staffId: StaffId): Member | null {
    return this.#read().members.get(staffId) ?? null
  }

  members(): readonly Member[] {
    return [...this.#read().members.values()]
  }

  hasAbleAdminBut(staffId: StaffId): boolean {
    return this.members().some((member) => member.entry.staffId !== staffId && isAbleAdmin(member))
  }

  nextStaffId(): StaffId {
    return (Math.max(0, ...this.#read().members.keys()) + 1) as StaffId
  }

  triesAt(kioskId: KioskId): Tries {
    return this.#triesOf(`kiosk ${kioskId}`)
  }

  /** [I42] For comparison only. */
  secretOf(of: 'pin' | 'password', staffId: StaffId): Row<'pin' | 'password'> | undefined {
    return this.#store.get(of, staffId)
  }

  #read(): Known {
    this.#known ??= this.#load()
    return this.#known
  }

  #load(): Known {
    const members = this.#store.select(allStaff).map((row): Member => {
      const hasPin = this.#store.get('pin', row.staffId) !== undefined
      return { entry: { kind: 'staff', ...row }, hasPin, tries: this.#triesOf(`staff ${row.staffId}`) }
    })
    return {
      members: new Map(members.map((member) => [member.entry.staffId, member])),
      isOpen: !members.some(isAdminWithPin),
    }
  }

  #triesOf(subject: string): Tries {
    return this.#store.get('lockout', subject) ?? noTries
  }
}

const changing: ReadonlySet<HouseEvent['type']> = new Set(['staff-signed-in', 'sign-in-failed', 'pin-set'])
