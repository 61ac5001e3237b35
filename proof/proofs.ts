import { diskFullProof } from './disk-full.ts'
import { failingSyncProof } from './failing-sync.ts'
import { killProof } from './kill.ts'
import { modelProof } from './model.ts'
import { mutantsProof } from './mutants.ts'
import { powerCutProof } from './power-cut.ts'
import type { Proof } from './proof.ts'
import { racesProof } from './races.ts'
import { readOnlyProof } from './read-only.ts'

/** In the order they run: a line each. */
export const proofs: readonly Proof[] = [
  killProof,
  powerCutProof,
  failingSyncProof,
  racesProof,
  diskFullProof,
  readOnlyProof,
  modelProof,
  mutantsProof,
]
