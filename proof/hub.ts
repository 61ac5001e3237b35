// A hub from its sources, without screens: the program for proofs that need real sockets. Wiring only.

import { readOptions } from '../src/main/house/options.ts'
import { runHub, startProblem } from '../src/main/hub/run-hub.ts'

// On any message, reports the size of the heap after a garbage collection; the channel does not keep the process alive.
process.on('message', () => {
  globalThis.gc?.()
  process.send?.(process.memoryUsage().heapUsed)
})
process.channel?.unref()

const [pages = '', ...args] = process.argv.slice(2)
const options = readOptions(args)
if ('problem' in options) throw new Error(options.problem)
await runHub({ options, version: 'proof', pages, onClosed: () => {} }).catch((error: unknown) => {
  console.error(startProblem(error))
  process.exitCode = 1
})
