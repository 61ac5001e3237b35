import type { Output } from '../../shared/contract/operations.ts'
import type { People } from './people.ts'

/** Whoever can sign in, in the order of their names. */
export function signInNames(people: People): Output<'sign-in-names'>['staff'] {
  const able = people.members().filter(({ entry, hasPin }) => entry.active && hasPin)
  return able
    .map(({ entry: { staffId, name, role } }) => ({ staffId, name, role }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

export function staffRows(people: People): Output<'staff'>['staff'] {
  return people.members().map(({ entry, hasPin, tries }) => {
    const { staffId, name, role, active } = entry
    return { staffId, name, role, active, hasPin, isLocked: tries.isLocked }
  })
}
