import { hash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { writeWhole } from '../house/whole-file.ts'

/** Made once per data folder, so that a machine keeps its own turn. */
export function machineId(file: string): string {
  if (!existsSync(file)) writeWhole(file, Buffer.from(randomUUID()))
  return readFileSync(file, 'utf8').trim()
}

/** 0 to 99, different for each version, so that it is not always the same machines that come first. */
export function shareOf(machine: string, version: string): number {
  return Number.parseInt(hash('sha256', `${machine}\n${version}`).slice(0, 8), 16) % 100
}
