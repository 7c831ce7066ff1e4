/** A hexagon with its tip up. */
export interface Hexagon {
  readonly x: number;
  readonly y: number;
  readonly points: string;
}

/** Where the hexagons of a tile map lie, and how large the drawing is, in pixels. */
export interface TileLayout {
  readonly width: number;
  readonly height: number;
  readonly hexagons: readonly Hexagon[];
}

/**
 * Lays tiles on a hexagonal grid: odd rows are shifted half a column to the right, rows lie three quarters of
 * a hexagon apart. Equal tiles, because a true map would make the emptiest county the loudest.
 */
export const tileLayout = (
  tiles: readonly { readonly column: number; readonly row: number }[],
  radius: number,
): TileLayout => {
  const across = radius * Math.sqrt(3) + 4;
  const down = radius * 1.5 + 4;
  const centres = tiles.map(
    ({ column, row }) => [(column + (row % 2 === 0 ? 0 : 0.5)) * across, row * down] as const,
  );
  const left = Math.min(...centres.map(([x]) => x)) - across / 2;
  const top = Math.min(...centres.map(([, y]) => y)) - radius - 2;
  const hexagons = centres.map(([x, y]) => hexagon(x - left, y - top, radius));
  return {
    width: Math.max(0, ...hexagons.map(({ x }) => x)) + across / 2,
    height: Math.max(0, ...hexagons.map(({ y }) => y)) + radius + 2,
    hexagons,
  };
};

const hexagon = (x: number, y: number, radius: number): Hexagon => ({
  x,
  y,
  points: [0, 1, 2, 3, 4, 5]
    .map((corner) => {
      const angle = (Math.PI / 180) * (60 * corner - 90);
      return `${(x + radius * Math.cos(angle)).toFixed(1)},${(y + radius * Math.sin(angle)).toFixed(1)}`;
    })
    .join(' '),
});
