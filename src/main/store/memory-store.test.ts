import { testFinding } from './find-queries.fixture.ts'
import { MemoryStore } from './memory-store.ts'
import { testStore } from './store-contract.ts'

testStore('MemoryStore', () => new MemoryStore())
testFinding('MemoryStore, finding', () => new MemoryStore())
