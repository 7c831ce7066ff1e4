export { takeStep } from './take-step';
export { bringRectificationsUpToDate, openRectifications } from './open-rectifications';
