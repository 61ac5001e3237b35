import type { enPrint } from './en-print.ts'

export const faPrint: Record<keyof typeof enPrint, string> = {
  'refusal.notFound.paper': 'این برگه دیگر در صف چاپ نیست.',
  'audit.kind.paper-saved': 'تغییر برگه‌های سالن',
  'audit.kind.printing-saved': 'تغییر شیوهٔ چاپ میز',
}
