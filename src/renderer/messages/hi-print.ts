import type { enPrint } from './en-print.ts'

export const hiPrint: Record<keyof typeof enPrint, string> = {
  'refusal.notFound.paper': 'वह काग़ज़ अब क़तार में नहीं है।',
  'audit.kind.paper-saved': 'स्थान के काग़ज़ बदले',
  'audit.kind.printing-saved': 'काउंटर की छपाई बदली',
}
