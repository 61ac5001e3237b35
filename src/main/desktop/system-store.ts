// [I42] The system's store of secrets, as Electron reaches it. Owns the judgement whether it is one: on a Linux desktop without a wallet
// Chromium seals with a password from its own source code, which protects nothing.

import type { SafeStorage } from 'electron'

type Storage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>

export interface SystemStore {
  seal(text: string): Promise<Uint8Array>
  open(sealed: Buffer): Promise<{ readonly text: string; readonly isOld: boolean }>
}

/**
 * After the app is ready; null: there is none that protects anything. Uses only the asynchronous calls: the others are removed in
 * Electron 46.
 */
export async function systemStore(storage: Storage, platform: NodeJS.Platform): Promise<SystemStore | null> {
  if (!(await storage.isAsyncEncryptionAvailable())) return null
  const backend = platform === 'linux' ? storage.getSelectedStorageBackend() : null
  if (backend === 'basic_text' || backend === 'unknown') return null
  return {
    seal: (text) => storage.encryptStringAsync(text),
    open: async (sealed) => {
      const { result, shouldReEncrypt } = await storage.decryptStringAsync(sealed)
      return { text: result, isOld: shouldReEncrypt }
    },
  }
}
