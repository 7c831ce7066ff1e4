/**
 * A page that the browser kept whole and brings back by the back button is asked for anew: somebody may have signed
 * out since, and what it shows would be their figures (reliability.md G16).
 */
export const askAnewWhenBroughtBack = (): void => {
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
};
