/**
 * What Chromium 90 lacks and this client uses; the build lowers syntax but brings no missing function.
 * Array.prototype.at came with 92, Object.hasOwn with 93.
 */
const bring = (owner: object, name: string, value: unknown): void => {
  if (!(name in owner)) Reflect.defineProperty(owner, name, { configurable: true, writable: true, value });
};

bring(Array.prototype, 'at', function at(this: readonly unknown[], index: number): unknown {
  return this[index < 0 ? this.length + index : index];
});

bring(
  Object,
  'hasOwn',
  (owner: object, key: PropertyKey): boolean => Reflect.getOwnPropertyDescriptor(owner, key) !== undefined,
);
