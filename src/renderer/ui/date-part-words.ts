// What the component library says aloud when a part of a date is emptied, in the languages of the house: its own list knows two of them not.
// Stands in that list's place when the page is built (electron.vite.config.ts); the library takes English where it finds no other.

import { catalogue } from '../messages/catalogue.ts'
import { languages } from '../messages/languages.ts'

const ofNone = languages.map(({ code }) => [
  code === 'en' ? 'en-US' : code,
  { Empty: catalogue[code]['calendar.part.none'] },
])

// oxlint-disable-next-line import/no-default-export -- as the list that it stands for
export default Object.fromEntries(ofNone) as Readonly<Record<string, { readonly Empty: string }>>
