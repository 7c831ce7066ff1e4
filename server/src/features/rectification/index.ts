export { bringRectificationsUpToDate, openRectifications } from './open-rectifications';
