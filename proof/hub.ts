// A hub from its sources, without screens: the program of proofs that need real sockets. Wiring only.

import { readOptions } from '../src/main/house/options.ts'
import { runHub, startProblem } from '../src/main/hub/run-hub.ts'

// Whoever watches its size is told what is left of its heap without garbage, and is not waited for.
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
