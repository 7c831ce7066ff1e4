/** Something that does not agree with what it was made from. */
export interface Disagreement {
  readonly check: string;
  readonly detail: string;
}
