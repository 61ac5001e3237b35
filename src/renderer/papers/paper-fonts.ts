// The fonts of every language, embedded: pictures and files are rendered where the page's own fonts are not available. Loaded when
// the first of them is made.

import devanagari from '@fontsource-variable/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-wght-normal.woff2?inline'
import latinExtended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?inline'
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline'
import arabic from '@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2?inline'

/** Characters that only some files of a font family contain: the rupee sign is in Inter's extended one. */
const extended = 'U+0100-02FF,U+1E00-1EFF,U+2020,U+20A0-20C0,U+2113'
const plain = 'U+0000-00FF,U+2000-206F,U+20AC,U+2122,U+2212'

export const paperFonts = [
  face('Inter Variable', latin, plain),
  face('Inter Variable', latinExtended, extended),
  face('Vazirmatn Variable', arabic, 'U+0600-06FF,U+0750-077F,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC'),
  face(
    'Noto Sans Devanagari Variable',
    devanagari,
    'U+0900-097F,U+1CD0-1CF9,U+200C-200D,U+20B9,U+25CC,U+A8E0-A8FF',
  ),
].join('\n')

function face(family: string, data: string, range: string): string {
  return `@font-face{font-family:"${family}";font-weight:100 900;font-display:block;src:url(${data}) format("woff2");unicode-range:${range}}`
}
