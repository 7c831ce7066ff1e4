import type { Light } from '@zhibiao/shared/evaluation';
import { lightColour, palette } from './palette';

/** How a chart of units draws one of them: shape and colour both tell its light, a hollow ring tells that it has none. */
export const unitDot = (light: Light) => ({
  symbol: symbols[light],
  symbolSize: light === 'risk' ? [14, 12] : 12,
  itemStyle: {
    color: light === 'none' ? palette.paper : lightColour(light),
    borderColor: light === 'none' ? palette.none : palette.paper,
    borderWidth: light === 'none' ? 2 : 1.2,
    opacity: 1,
  },
});

const symbols: Record<Light, string> = { met: 'circle', risk: 'triangle', miss: 'rect', none: 'circle' };
