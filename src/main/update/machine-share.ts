import { hash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { writeWhole } from '../house/whole-file.ts'

/** Made once a data folder, so that a machine's turn is its own and stays. */
export function machineId(file: string): string {
  if (!existsSync(file)) writeWhole(file, Buffer.from(randomUUID()))
  return readFileSync(file, 'utf8').trim()
}

/** 0 to 99: another for each version, so that it is not always the same machines that come first. */
export function shareOf(machine: string, version: string): number {
  return Number.parseInt(hash('sha256', `${machine}\n${version}`).slice(0, 8), 16) % 100
}
