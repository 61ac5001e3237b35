import { createIntl } from 'react-intl'
import type { PaperTemplate } from '../../shared/domain/paper.ts'
import { type Say, catalogue } from '../messages/catalogue.ts'
import { languages } from '../messages/languages.ts'
import { preferences } from '../stores/preferences.ts'
import { type Formats, makeFormats } from '../ui/words.tsx'

/** Words and formats for a paper, in the language that its venue chose, which is not always the seller's. */
export interface PaperWords {
  readonly say: Say
  readonly formats: Formats
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
}

export function paperWords({ language: wanted }: Pick<PaperTemplate, 'language'>): PaperWords {
  const language = wanted === 'screen' ? preferences.getState().language : wanted
  const { locale, direction } = languages.find(({ code }) => code === language) ?? languages[0]
  const intl = createIntl({ locale, messages: catalogue[language] })
  const say: Say = (id, values) => intl.formatMessage({ id }, values)
  return { say, formats: makeFormats(locale), language, direction }
}
