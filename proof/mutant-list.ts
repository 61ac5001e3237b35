import type { Mutant } from './mutant.ts'
import { plantedInBackups } from './planted-in-backups.ts'
import { plantedInCopies } from './planted-in-copies.ts'
import { plantedInDesks } from './planted-in-desks.ts'
import { plantedInDesktop } from './planted-in-desktop.ts'
import { plantedInEngine } from './planted-in-engine.ts'
import { plantedInHouse } from './planted-in-house.ts'
import { plantedInNews } from './planted-in-news.ts'
import { plantedInRules } from './planted-in-rules.ts'
import { plantedOnLan } from './planted-on-lan.ts'

export const mutants: readonly Mutant[] = [
  ...plantedInHouse,
  ...plantedInEngine,
  ...plantedInRules,
  ...plantedInDesks,
  ...plantedInDesktop,
  ...plantedInBackups,
  ...plantedInCopies,
  ...plantedInNews,
  ...plantedOnLan,
]
