import { describe, expect, test } from 'vitest';
import { ownPath } from './own-path';

describe('G12 where a reader goes after signing in', () => {
  test.each(['/overview', '/overview?period=2025-Q2&view=list', '/indicators/food-pass-rate', '/'])(
    'G12 %s is a path of ours',
    (path) => {
      expect(ownPath(path)).toBe(path);
    },
  );

  test.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    '/\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/\u0000/evil.example',
    '/a/..//evil.example',
    '/./\\evil.example',
    'http://evil.example',
    'https:evil.example',
    'HTTPS://evil.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:x',
    'evil.example',
    '@evil.example',
    '.evil.example',
    '/\u202Elpmaxe.live',
    '',
    null,
    undefined,
    ['/overview'],
    { toString: () => '/overview' },
    1,
  ])('G12 %j is none', (text) => {
    expect(ownPath(text)).toBeNull();
  });

  test('G12 whatever comes back stays on the origin that reads it', () => {
    for (const text of [
      '/%2f%2fevil.example',
      '/%5cevil.example',
      '/x@evil.example',
      '/:80',
      '/a//b',
      '/..//evil.example',
    ]) {
      const path = ownPath(text);
      if (path !== null) expect(new URL(path, 'http://127.0.0.1:3000').host).toBe('127.0.0.1:3000');
    }
  });
});
