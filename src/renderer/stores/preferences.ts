import { createStore } from 'zustand/vanilla'
import { CUSTOMER_PAGE } from '../../shared/contract/customer-page.ts'
import { type Language, languages } from '../messages/languages.ts'
import { machineShelf } from './shelf.ts'

/** `contrast`: light or dark like the system, with strong edges and no greys, whether or not the system asks for it. */
export const schemes = ['auto', 'light', 'dark', 'contrast'] as const
export type Scheme = (typeof schemes)[number]

interface Preferences {
  readonly language: Language
  readonly scheme: Scheme
  /** [H15] Whether this desk may play sounds. */
  readonly sound: boolean
}

/** The customer's window follows the desk's preferences and must not overwrite them. */
const KEPT_AS = location.pathname === CUSTOMER_PAGE ? 'guichet.customer' : 'guichet.preferences'

function kept(): Preferences {
  try {
    const { language, scheme, sound } = JSON.parse(machineShelf.getItem(KEPT_AS) ?? '{}') as Record<
      string,
      unknown
    >
    return {
      language: languages.find(({ code }) => code === language)?.code ?? systemLanguage(),
      scheme: schemes.find((one) => one === scheme) ?? 'auto',
      sound: sound !== false,
    }
  } catch {
    return { language: systemLanguage(), scheme: 'auto', sound: true }
  }
}

function systemLanguage(): Language {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2))
  return languages.find(({ code }) => wanted.includes(code))?.code ?? 'en'
}

/** This desk's display preferences; stored on this machine. */
export const preferences = createStore<Preferences>(kept)

preferences.subscribe((now) => machineShelf.setItem(KEPT_AS, JSON.stringify(now)))
