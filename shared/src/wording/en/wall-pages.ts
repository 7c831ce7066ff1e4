import type { zhWallPages } from '../zh/wall-pages';

/** The part of `enPages` that the wall speaks. */
export const enWallPages: typeof zhWallPages = {
  'wall.title': 'Wall',
  'wall.open': 'Wall',
  'wall.allowed': (p) => `of ${p.allowed} ${p.unit}`,
  'wall.ranking': 'By county (bars: 95% interval)',
  'wall.lowest': (p) => `, lowest ${p.count} of ${p.of}`,
  'wall.noUnits': 'No county has a figure yet',
  'wall.course': 'Recent periods',
  'wall.courseShort': 'Drawn once there are two periods',
  'wall.through': (p) => `Data to ${p.day}, version ${p.number}`,
  'wall.alert': (p) => `${p.name} ${p.figure}; responsible: ${p.owner}`,
  'wall.turn': (p) => `${p.at} / ${p.of}`,
  'wall.paused': 'Paused',
  'wall.keys': 'Arrows: next; space: stop; Esc: leave',
  'wall.lost': (p) => `Connection lost; figures of ${p.time}`,
  'wall.waiting': 'Connecting',
};
