import type { Mutant } from './mutant.ts'
import { plantedInDesks } from './planted-in-desks.ts'
import { plantedInEngine } from './planted-in-engine.ts'
import { plantedInHouse } from './planted-in-house.ts'
import { plantedInRules } from './planted-in-rules.ts'

export const mutants: readonly Mutant[] = [
  ...plantedInHouse,
  ...plantedInEngine,
  ...plantedInRules,
  ...plantedInDesks,
]
