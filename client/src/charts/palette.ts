import type { Light } from '@zhibiao/shared/evaluation';

/** A colour for each thing a chart draws. */
export type Palette = Readonly<Record<keyof typeof palette, string>>;

/** The colours of charts; the same as the tokens of ui/tokens.css, which ECharts cannot read. */
export const palette = {
  met: '#0B7A62',
  risk: '#B97700',
  miss: '#C4302B',
  none: '#6F7D8F',
  ink: '#14202E',
  ink2: '#33445A',
  ink3: '#56667A',
  axis: '#9AA7B5',
  line: '#DCE2E9',
  line2: '#EBEFF3',
  province: '#6B4FA0',
  city: '#1A5A9E',
  cityBand: '#D3E2F2',
  track: '#E3E8EE',
  zone: '#B9DFD3',
  paper: '#FFFFFF',
} as const;

/** The same on a dark wall, to be read from five metres; the tokens of features/evaluation/wall.css. */
export const darkPalette: Palette = {
  met: '#3ECFA3',
  risk: '#FFC24B',
  miss: '#FF7A70',
  none: '#93A4B7',
  ink: '#F2F6FA',
  ink2: '#D5DFEA',
  ink3: '#B5C4D4',
  axis: '#5B7590',
  line: '#24405C',
  line2: '#1B3048',
  province: '#C3A8FF',
  city: '#6DB7FF',
  cityBand: '#24405C',
  track: '#24405C',
  zone: '#1F6B5B',
  paper: '#0A1A2B',
};

/** The colour of a light's graphic. */
export const lightColour = (light: Light, colours: Palette = palette): string => colours[light];

/** The one type family; ECharts does not inherit it. */
export const fontFamily =
  '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif';
