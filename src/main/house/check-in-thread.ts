import type { FileReport } from '../checks/check-file.ts'
import type { ThreadTask } from '../checks/check-thread.ts'
import { type RunningThread, runThread } from './run-thread.ts'

export type RunningCheck = RunningThread<FileReport>

/** Rejects where the check itself failed, which says nothing about the house. */
export function checkInThread(path: string): RunningCheck {
  const task: ThreadTask = { path }
  return runThread('../checks/check-thread.ts', task)
}
