import type { Output } from '../../../shared/contract/operations.ts'

export type Head = Output<'change'>['change']

/** Newest first. What was read last stands for the time that it covers; what is newer or older than that stays. */
export function joined(known: readonly Head[], read: readonly Head[]): readonly Head[] {
  const [first, last] = [read[0], read.at(-1)]
  if (!first || !last) return known
  const newer = known.filter(({ changeId }) => changeId > first.changeId)
  const older = known.filter(({ changeId }) => changeId < last.changeId)
  return [...newer, ...read, ...older]
}
