// A thread of its own that looks at one backup: checking a house of years takes a minute, and a seller must never wait for it.

import { parentPort, workerData } from 'node:worker_threads'
import { type PreviewTask, previewBackup } from './preview-backup.ts'

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window: it has no origin
parentPort?.postMessage(previewBackup(workerData as PreviewTask))
