// A plan on its way from where it was drawn to where it is put on sale. Taken once.

import { goTo } from './screen.ts'

let brought: File | undefined

export function bringPlan(file: File): void {
  brought = file
  goTo({ name: 'import' })
}

export function takeBroughtPlan(): File | undefined {
  const file = brought
  brought = undefined
  return file
}
