// What the specs of all rooms stand on: a real database each, and the contract of the event store.
export { countedQueries, type CountedQueries } from './testing/counted-queries';
export { type TestDatabase, testDatabase } from './testing/test-database';
export { eventStoreContract } from './event-store/event-store.contract';
export * as tableFiles from './tables/testing';
