// The real engine as simulated hubs have it: no printer, no post, no net of its own. Owns what is plain there; whose clock, store and chance it
// lives by is its caller's.

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
