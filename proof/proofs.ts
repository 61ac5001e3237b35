import { backupProof } from './backup.ts'
import { clocksProof } from './clocks.ts'
import { crowdProof } from './crowd.ts'
import { diskFullProof } from './disk-full.ts'
import { failingSyncProof } from './failing-sync.ts'
import { fuzzFramesProof } from './fuzz-frames.ts'
import { fuzzIpcProof } from './fuzz-ipc.ts'
import { killProof } from './kill.ts'
import { lanRacesProof } from './lan-races.ts'
import { linearizableProof } from './linearizable.ts'
import { migrationsProof } from './migrations.ts'
import { modelProof } from './model.ts'
import { mutantsProof } from './mutants.ts'
import { powerCutProof } from './power-cut.ts'
import { pageSoakProof } from './page-soak.ts'
import type { Proof } from './proof.ts'
import { racesProof } from './races.ts'
import { readOnlyProof } from './read-only.ts'
import { simulationProof } from './simulation.ts'
import { soakProof } from './soak.ts'
import { stalledProof } from './stalled.ts'

/** In the order in which they run, one per line. */
export const proofs: readonly Proof[] = [
  killProof,
  powerCutProof,
  failingSyncProof,
  racesProof,
  lanRacesProof,
  linearizableProof,
  fuzzFramesProof,
  fuzzIpcProof,
  diskFullProof,
  readOnlyProof,
  backupProof,
  migrationsProof,
  stalledProof,
  clocksProof,
  crowdProof,
  soakProof,
  pageSoakProof,
  modelProof,
  simulationProof,
  mutantsProof,
]
