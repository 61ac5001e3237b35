import { en, type MessageId } from './en.ts'
import { fa } from './fa.ts'
import type { Language } from './languages.ts'

/** Every language has every message: the compiler says so. */
export const catalogue: Readonly<Record<Language, Readonly<Record<MessageId, string>>>> = { en, fa }

export type { MessageId }
export type MessageValues = Readonly<Record<string, string | number>>
/** Words in the language of the screen. */
export type Say = (id: MessageId, values?: MessageValues) => string
