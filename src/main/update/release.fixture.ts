import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from '../../shared/contract/update-manifest.ts'
import { signedBytes } from './manifest.ts'

/** A maker of versions, with a key of its own. */
export function maker() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const seal = (manifest: object) => {
    const said = JSON.stringify(manifest)
    return JSON.stringify({
      manifest: said,
      signature: sign(null, signedBytes(said), privateKey).toString('base64'),
    })
  }
  return {
    key: publicKey,
    keyText: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    seal,
  }
}

export const packageName = 'guichet-9.0.0.AppImage'

/** Puts a package and its signed manifest into a folder; what the manifest says can be changed. */
export function layRelease(
  folder: string,
  { seal }: Pick<ReturnType<typeof maker>, 'seal'>,
  more: Partial<Manifest> & { readonly bytes?: string; readonly kind?: string } = {},
): Manifest {
  const { bytes = 'the newer program', kind = 'here', ...rest } = more
  const sha512 = createHash('sha512').update(bytes).digest('hex')
  const files = { [kind]: { name: packageName, sha512, size: bytes.length } }
  const manifest = {
    version: '9.0.0',
    minVersion: '0.1.0',
    rollout: 100,
    notes: { en: 'Faster.' },
    files,
    ...rest,
  }
  writeFileSync(join(folder, packageName), bytes)
  writeFileSync(join(folder, 'guichet-update.json'), seal(manifest))
  return manifest
}
