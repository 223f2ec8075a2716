/** A point in a page: line and column count from 1, offset from 0 in UTF-16 units. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A range of a page, as unist's Position: the end is the point after the last character. */
export interface Place {
  readonly start: Point;
  readonly end: Point;
}
