import './no-eval.ts'
import './stores/customer-mirror.ts'
import { createRoot } from 'react-dom/client'
import { known } from '../shared/lib/assert.ts'
import { CustomerScreen } from './features/sale/customer-screen.tsx'
import { Words } from './ui/words.tsx'
import './ui/base.css'

createRoot(known(document.getElementById('root'), 'root element')).render(
  <Words>
    <CustomerScreen />
  </Words>,
)
