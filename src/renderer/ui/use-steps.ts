import { useEffect, useId } from 'react'
import { type Step, offerSteps, withdrawSteps } from '../stores/steps.ts'
import { useKeys } from './use-keys.ts'

/** What can be done here: heard by its keys, and offered by name in the palette. Said once, so that the two cannot differ. */
export function useSteps(offered: readonly Step[]): void {
  const part = useId()
  useKeys(Object.fromEntries(offered.flatMap(({ keys, run }) => keys.map((key) => [key, run] as const))))
  // After every drawing: words and what is possible change with the sale.
  useEffect(() => offerSteps(part, offered))
  useEffect(() => () => withdrawSteps(part), [part])
}
