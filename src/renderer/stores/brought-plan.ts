// A plan on its way from the screen where it was drawn to the one where it is put on sale. Can be taken only once.

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
