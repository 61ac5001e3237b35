// A thread of its own that makes one backup: copying and checking a house of years takes a minute, and a seller must never wait for it.

import { parentPort, workerData } from 'node:worker_threads'
import { type BackupTask, makeBackup } from './make-backup.ts'

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window: it has no origin
parentPort?.postMessage(await makeBackup(workerData as BackupTask))
