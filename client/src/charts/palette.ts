import type { Light } from '@zhibiao/shared/evaluation';

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

/** The colour of a light's graphic. */
export const lightColour = (light: Light): string => palette[light];

/** The one type family; ECharts does not inherit it. */
export const fontFamily =
  '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif';
