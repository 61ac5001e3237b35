import { fc } from '@fast-check/vitest'

/**
 * Property tests draw the same values in every run, so that a failing run fails again; `PROOF_SEED=N` draws others, `PROOF_SEED=fresh`
 * others each time. What a fresh draw finds is fixed, and belongs to the proofs, which draw afresh except where a slice of them runs in
 * the tests.
 */
const seed = process.env['PROOF_SEED'] ?? '1'
if (seed !== 'fresh') fc.configureGlobal({ seed: Number(seed) })
