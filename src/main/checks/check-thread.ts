// A thread that checks one house's file and reports what it found. It is a thread, and not slices in the engine's: SQLite cannot
// be asked to check a table's pages for only five milliseconds, and a seller must never wait for it.

import { parentPort, workerData } from 'node:worker_threads'
import { checkFile } from './check-file.ts'

/** What the thread is given. */
export interface ThreadTask {
  readonly path: string
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window: it has no origin
parentPort?.postMessage(checkFile((workerData as ThreadTask).path))
