import { AGE_MAX } from '../../../shared/contract/limits.ts'
import { plainLabel } from '../../seat-map/seat-typing.ts'

/** Parses whole years in any script; null if it is not an age that the house accepts. */
export function readAge(text: string): number | null {
  const typed = text.trim()
  const age = /^\p{Nd}{1,3}$/u.test(typed) ? Number(plainLabel(typed)) : Number.NaN
  return age <= AGE_MAX ? age : null
}
