// What the component library announces when a part of a date is cleared, in the languages of the house, two of which are missing
// from its own list. Replaces that list when the page is built (electron.vite.config.ts); for other languages the library falls
// back to English.

import { catalogue } from '../messages/catalogue.ts'
import { languages } from '../messages/languages.ts'

const ofNone = languages.map(({ code }) => [
  code === 'en' ? 'en-US' : code,
  { Empty: catalogue[code]['calendar.part.none'] },
])

// oxlint-disable-next-line import/no-default-export -- same form as the list that it replaces
export default Object.fromEntries(ofNone) as Readonly<Record<string, { readonly Empty: string }>>
