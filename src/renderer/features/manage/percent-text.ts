/** "+10%" */
export function percentText(percent: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'percent',
    signDisplay: 'always',
    maximumFractionDigits: 2,
  })
  return format.format(percent / 100)
}
