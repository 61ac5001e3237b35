import { expect, test } from 'vitest'
import { systemStore } from './system-store.ts'

const storage = (isThere: boolean, backend: 'basic_text' | 'gnome_libsecret' | 'kwallet6' | 'unknown') => ({
  isAsyncEncryptionAvailable: async () => isThere,
  getSelectedStorageBackend: () => backend,
  encryptStringAsync: async (text: string) => Buffer.from(`sealed ${text}`),
  decryptStringAsync: async (sealed: Buffer) => ({
    result: sealed.toString().replace('sealed ', ''),
    shouldReEncrypt: backend === 'kwallet6',
  }),
})

test.for([
  ['linux', true, 'basic_text', false],
  ['linux', true, 'unknown', false],
  ['linux', false, 'gnome_libsecret', false],
  ['linux', true, 'gnome_libsecret', true],
  ['linux', true, 'kwallet6', true],
  ['win32', true, 'unknown', true],
  ['darwin', true, 'basic_text', true],
  ['darwin', false, 'unknown', false],
] as const)(
  '[I42] on %s, there: %s, kept by %s: that protects: %s',
  async ([platform, isThere, backend, protects]) => {
    expect((await systemStore(storage(isThere, backend), platform)) !== null).toBe(protects)
  },
)

test('[I42] what it sealed it opens, and says when the system’s key is another by now', async () => {
  const same = await systemStore(storage(true, 'gnome_libsecret'), 'linux')
  const renewed = await systemStore(storage(true, 'kwallet6'), 'linux')
  for (const [store, isOld] of [
    [same, false],
    [renewed, true],
  ] as const) {
    const sealed = Buffer.from((await store?.seal('key')) ?? [])
    expect(await store?.open(sealed)).toEqual({ text: 'key', isOld })
  }
})
