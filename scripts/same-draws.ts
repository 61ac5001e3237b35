import { fc } from '@fast-check/vitest'

/**
 * Properties draw the same in every run, so that a run that fails fails again; `PROOF_SEED=N` draws others, `PROOF_SEED=fresh` others each
 * time. What a fresh draw finds is mended, and belongs to the proofs, which draw afresh wherever they are not a slice in the tests.
 */
const seed = process.env['PROOF_SEED'] ?? '1'
if (seed !== 'fresh') fc.configureGlobal({ seed: Number(seed) })
