import { createServer } from 'node:net'
import { HOST } from './place.ts'

/** Throws EADDRINUSE where somebody already listens: found out before a house is opened, or made, in vain. */
export async function checkPort(port: number): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(port, HOST, resolve))
  await new Promise<void>((resolve) => probe.close(() => resolve()))
}
