import type { Basis, PeriodCode } from '@zhibiao/shared/calendar';
import type { Text } from '@zhibiao/shared/programme';
import type { Refusal } from '@zhibiao/shared/result';
import { loadPages, type Language, type PageKey, type PageParams, type Pages } from '@zhibiao/shared/wording';
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';

/** Everything a component needs to speak to a person. */
export interface Words {
  readonly language: Language;
  readonly choose: (language: Language) => void;
  /** The sentence of a key; the type asks for the params it names. */
  readonly say: <K extends PageKey>(key: K, ...params: PageParams<K>) => string;
  /** The chosen language of what the server said in both. */
  readonly text: (text: Text) => string;
  readonly period: (period: PeriodCode) => string;
  /** The span a figure speaks of: `2025 年 1—9 月累计`. */
  readonly span: (period: PeriodCode, basis: Basis) => string;
  readonly refusal: (refusal: Refusal) => string;
}
