import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readKey, readManifest } from '../src/main/update/manifest.ts'
import { tempFolder } from '../src/main/temp-folder.fixture.ts'
import packageJson from '../package.json' with { type: 'json' }

function signs(...words: readonly string[]) {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'sign-update.ts'), ...words],
    {
      encoding: 'utf8',
    },
  )
  return { code: status, said: stdout.trim() }
}

test('[6.1] what a maker signs is what a machine reads: each package under its kind; no package, a bad number or no key is refused', () => {
  const folder = tempFolder()
  const secret = join(folder, 'secret.pem')
  const { said: key } = signs('--new-key', secret)
  expect(signs('--key', secret, folder)).toMatchObject({ code: 1 })
  for (const end of ['linux-x86_64.AppImage', 'linux-amd64.deb', 'win-x64.exe', 'mac-arm64.dmg'])
    writeFileSync(join(folder, `guichet-${packageJson.version}-${end}`), end)
  writeFileSync(join(folder, 'guichet-0.0.1-win-x64.exe'), 'of another version')
  expect(signs('--key', secret, '--rollout', '300', folder).said).toMatch(/rollout/)
  expect(signs(folder).code).toBe(2)
  expect(signs('--nonsense')).toEqual({
    code: 2,
    said: expect.stringMatching(/--nonsense.*\. Try --help\.$/),
  })
  const notes = join(folder, 'notes.json')
  writeFileSync(notes, 'Faster.')
  expect(signs('--key', secret, '--notes', notes, folder).said).toContain(`${notes} is not JSON`)
  expect(signs('--key', notes, folder)).toEqual({
    code: 1,
    said: 'Nothing was signed: what --key names is no secret key: --new-key makes one',
  })
  expect(signs('--key', secret, '--rollout', '20', folder).code).toBe(0)
  const sealed = readFileSync(join(folder, 'guichet-update.json'), 'utf8')
  const manifest = readManifest(sealed, readKey(key))
  expect(manifest).toMatchObject({ version: packageJson.version, rollout: 20 })
  expect(typeof manifest === 'string' ? [] : Object.keys(manifest.files).toSorted()).toEqual([
    'darwin-arm64-dmg',
    'linux-x64-appimage',
    'linux-x64-deb',
    'win32-x64-exe',
  ])
})
