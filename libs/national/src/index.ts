export * from './national-table';
export { nationalRoutes } from './national.http';
