import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'

/** A kill falls in the middle of whatever follows a line: writing, sending, forgetting. */
const AFTER_LINE_MS = 30
const LINES_MIN = 3
const LINES_MORE = 20

/** The lines that a program prints, until it is killed (SIGKILL) at a random moment. */
export async function linesUntilKilled(
  program: string,
  words: readonly string[],
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [program, ...words])
  const closed = once(child, 'close')
  const errors: string[] = []
  child.stderr.on('data', (text) => errors.push(String(text)))
  const lines: string[] = []
  const wanted = LINES_MIN + Math.floor(Math.random() * LINES_MORE)
  await new Promise<void>((resolve) => {
    child.once('close', resolve)
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      if (lines.length === wanted) resolve()
    })
  })
  await pause(Math.random() * AFTER_LINE_MS)
  if (child.exitCode !== null) throw new Error(`${program} ended early: ${errors.join('')}`)
  child.kill('SIGKILL')
  await closed
  return lines
}
