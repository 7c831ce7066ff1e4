export { collectionPeriods, dueForPage, dueOn, tasksOfPeriod } from './tasks';
export { compareStates, taskState } from './task-state';
export { answeredSince, type KnownRevision } from './task-answer';
export { progressByDepartment, progressByUnit, progressOf } from './progress';
export { remindersOn } from './reminders';
export type { CollectionTask, Progress, Reminder, TaskAnswer, TaskReading, TaskState } from './types';
export type { CollectionView, OwnTasksView, TaskView } from './views';
