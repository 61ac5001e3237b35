import { useEffect, useState } from 'react'
import type { Output } from '../../shared/contract/operations.ts'
import { ask, boxOffice } from '../box-office.ts'

export type SignInNames = Output<'sign-in-names'>['staff']

/**
 * [A7] Everybody who can sign in, kept up to date as other desks add people, set PINs and remove people; null before the house
 * has answered.
 */
export function useSignInNames(): SignInNames | null {
  const [names, setNames] = useState<SignInNames | null>(null)
  useEffect(() => {
    const load = () =>
      void ask('sign-in-names', {}).then((answer) => answer.kind === 'done' && setNames(answer.value.staff))
    load()
    const ends = [
      boxOffice.subscribe({ kind: 'who' }, load),
      // News sent while disconnected was missed.
      boxOffice.watch((connection) => (connection === 'open' ? load() : undefined)),
    ]
    return () => ends.forEach((end) => end())
  }, [])
  return names
}
