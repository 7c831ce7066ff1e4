import { useQuery } from '@tanstack/react-query';
import type {
  Department,
  Indicator,
  Programme,
  ReportingUnit,
  Target,
  UnitRegister,
} from '@zhibiao/shared/programme';
import { useMemo } from 'react';
import { trpc } from './trpc';

/** The programme and its units, looked up by code. */
export interface Catalogue {
  readonly programme: Programme;
  readonly register: UnitRegister;
  readonly whole: ReportingUnit | undefined;
  readonly parts: readonly ReportingUnit[];
  readonly indicator: (code: string) => Indicator | undefined;
  readonly unit: (code: string) => ReportingUnit | undefined;
  readonly department: (code: string) => Department | undefined;
  readonly target: (indicator: string) => Target | undefined;
}

/**
 * The catalogue, or undefined while it is on its way. `ask: false` takes it if somebody else has asked: the
 * sign-in page may not.
 */
export const useCatalogue = ({ ask = true }: { readonly ask?: boolean } = {}): Catalogue | undefined => {
  const { data } = useQuery({ ...trpc.programme.show.queryOptions(), enabled: ask });
  return useMemo(() => (data === undefined ? undefined : catalogueOf(data.programme, data.register)), [data]);
};

/** Looks the parts of a programme up by code. */
export const catalogueOf = (programme: Programme, register: UnitRegister): Catalogue => {
  const indicators = new Map(programme.indicators.map((item) => [item.code, item]));
  const units = new Map(register.units.map((item) => [item.code, item]));
  const departments = new Map(programme.departments.map((item) => [item.code, item]));
  const targets = new Map(programme.targets.map((item) => [item.indicator, item]));
  return {
    programme,
    register,
    whole: register.units.find((unit) => unit.kind === 'whole'),
    parts: register.units.filter((unit) => unit.kind === 'part'),
    indicator: (code) => indicators.get(code),
    unit: (code) => units.get(code),
    department: (code) => departments.get(code),
    target: (code) => targets.get(code),
  };
};
