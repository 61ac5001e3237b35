import { useEffect, useId } from 'react'
import { type Step, offerSteps, withdrawSteps } from '../stores/steps.ts'
import { useKeys } from './use-keys.ts'

/** Actions of the screen: triggered by their keys, and offered by name in the palette. Declared once, so that the two cannot differ. */
export function useSteps(offered: readonly Step[]): void {
  const part = useId()
  useKeys(Object.fromEntries(offered.flatMap(({ keys, run }) => keys.map((key) => [key, run] as const))))
  // After every render: words and availability change with the sale.
  useEffect(() => offerSteps(part, offered))
  useEffect(() => () => withdrawSteps(part), [part])
}
