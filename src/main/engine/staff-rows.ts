import type { Output } from '../../shared/contract/operations.ts'
import type { StaffId } from '../../shared/domain/ids.ts'
import { journalOfKind } from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import type { People } from './people.ts'

const signIns = journalOfKind('staff-signed-in')
/** Sign-ins searched: a season of a busy house, in a few milliseconds. */
const SIGN_INS_SEEN = 2000

/** Everybody who can sign in, ordered by name. */
export function signInNames(people: People): Output<'sign-in-names'>['staff'] {
  const able = people.members().filter(({ entry, hasPin }) => entry.active && hasPin)
  return able
    .map(({ entry: { staffId, name, role } }) => ({ staffId, name, role }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

export function staffRows(store: Store, people: People): Output<'staff'>['staff'] {
  const last = lastSignIns(store)
  return people.members().map(({ entry, hasPin, tries }) => {
    const { staffId, name, role, active } = entry
    const lastSignInMs = last.get(staffId) ?? null
    const hasPassword = people.secretOf('password', staffId) !== undefined
    return { staffId, name, role, active, hasPin, hasPassword, isLocked: tries.isLocked, lastSignInMs }
  })
}

/** Sign-ins are recorded in the name of the person who signed in. */
function lastSignIns(store: Store): ReadonlyMap<StaffId, number> {
  const rows = store.select(signIns, Number.MAX_SAFE_INTEGER, SIGN_INS_SEEN)
  return new Map(rows.toReversed().map(({ staffId, atMs }) => [staffId, atMs]))
}
