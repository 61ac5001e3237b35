import { createServer } from 'node:net'
import { HOST } from './place.ts'

/** Throws EADDRINUSE where somebody listens already: known before a house is opened, or made, for nothing. */
export async function checkPort(port: number): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(port, HOST, resolve))
  await new Promise<void>((resolve) => probe.close(() => resolve()))
}
