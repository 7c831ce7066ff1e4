type End = () => Promise<void>;

const ends: End[] = [];

/** Does something when the tests of the file that runs now are over; what was begun last ends first. */
export const atEnd = (end: End): void => {
  ends.push(end);
};

/** Does all of it, once. */
export const endAll = async (): Promise<void> => {
  for (const end of ends.splice(0).reverse()) await end();
};
