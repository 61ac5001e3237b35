// A folder that looks like Electron's distribution to the packager, where the real one cannot be had: the same names, a program that is
// noise around a real fuse wire. Owns that folder; must never be taken for a program that runs.

import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'

/** The marker before the wire in every Electron. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** Larger than the pieces in which the wire is searched for. */
const NOISE_BYTES = 5_000_000
/** As Electron 45 is delivered: running as Node allowed, nothing checked. */
const delivered = '101100011'

export async function standInElectron(folder: string, version: string, wire = delivered): Promise<void> {
  for (const part of ['resources', 'locales', 'default']) mkdirSync(join(folder, part), { recursive: true })
  const fuseWire = [Buffer.from(SENTINEL), Buffer.from([1, wire.length]), Buffer.from(wire)]
  const program = Buffer.concat([randomBytes(NOISE_BYTES), ...fuseWire, randomBytes(1000)])
  writeFileSync(join(folder, 'electron'), program, { mode: 0o755 })
  writeFileSync(join(folder, 'version'), version)
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox'])
    writeFileSync(join(folder, name), name)
  for (const language of ['en-US', 'fa', 'hi', 'de'])
    writeFileSync(join(folder, 'locales', `${language}.pak`), language)
  writeFileSync(join(folder, 'default', 'package.json'), '{}')
  await createPackage(join(folder, 'default'), join(folder, 'resources', 'default_app.asar'))
}
