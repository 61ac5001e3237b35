// The real engine as simulated hubs use it: no printer, no post, no net of its own. Owns these defaults; the clock, store and
// chance come from the caller.

import { Engine } from '../../src/main/engine/engine.ts'
import type { EngineParts } from '../../src/main/engine/ports.ts'
import { anyPicture, plainPinHasher, plainSigner } from '../../src/main/engine/test-world.ts'

type World = Pick<EngineParts, 'store' | 'clock' | 'scheduler' | 'chance' | 'onPutBack'>

export function simEngine(world: World): Engine {
  return new Engine({
    ...world,
    log: { error: () => {}, info: () => {}, debug: () => {} },
    signer: plainSigner,
    pinHasher: plainPinHasher,
    pictures: anyPicture,
    terminal: null,
    printers: null,
    paperShelf: null,
    post: null,
    kioskNet: null,
    backups: null,
    updates: null,
    houseTerms: {},
    claims: 'pessimistic',
    isShared: false,
    version: 'proof',
  })
}
