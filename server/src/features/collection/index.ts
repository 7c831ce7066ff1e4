export { readValuesBefore } from './read-values-before';
