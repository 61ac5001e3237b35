import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'

/** A kill falls in the middle of whatever comes after an answer: writing, giving to the printer, forgetting. */
const AFTER_ANSWER_MS = 30

/** Papers that a house was asked for and answered, until it was killed at a random moment. */
export async function printUntilKilled(data: string, port: number, life: number): Promise<readonly string[]> {
  const program = join(import.meta.dirname, 'printing-house.fixture.ts')
  const child = spawn(process.execPath, [program, data, String(port), String(life)])
  const closed = once(child, 'close')
  const errors: string[] = []
  child.stderr.on('data', (text) => errors.push(String(text)))
  const answered: string[] = []
  const wanted = 3 + Math.floor(Math.random() * 20)
  await new Promise<void>((resolve) => {
    child.once('close', resolve)
    createInterface({ input: child.stdout }).on('line', (line) => {
      answered.push(line)
      if (answered.length === wanted) resolve()
    })
  })
  await pause(Math.random() * AFTER_ANSWER_MS)
  if (child.exitCode !== null) throw new Error(`a house that prints ended early: ${errors.join('')}`)
  child.kill('SIGKILL')
  await closed
  return answered
}
