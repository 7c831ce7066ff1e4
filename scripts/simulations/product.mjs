// What the simulations ask of the product: its own functions, by their doors. Built by build-product.mjs.
export { alertLook, alertReading } from '../../shared/src/alert/index.ts';
export { assessSheet, controlReading, seededDraws } from '../../shared/src/evaluation/index.ts';
export { ledgerOf } from '../../shared/src/observation/index.ts';
export { programmeIndex } from '../../shared/src/programme/index.ts';
export { binomCdf, chance } from '../../shared/src/statistics/index.ts';
