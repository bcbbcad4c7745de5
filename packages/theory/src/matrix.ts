import { checkThat } from './check.js';

/** A dense matrix, row by row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

/** A matrix of the entries that a function gives. */
export function matrix(
  rows: number,
  columns: number,
  entry: (row: number, column: number) => number = () => 0,
): Matrix {
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) data[i * columns + j] = entry(i, j);
  }
  return { rows, columns, data };
}

/** Entry of a matrix. */
export function at({ columns, data }: Matrix, row: number, column: number): number {
  return data[row * columns + column] as number;
}

/** a times A plus b times B. */
export function combine(a: number, A: Matrix, b: number, B: Matrix): Matrix {
  return matrix(A.rows, A.columns, (i, j) => a * at(A, i, j) + b * at(B, i, j));
}

/** The unit matrix. */
export function identity(size: number): Matrix {
  return matrix(size, size, (i, j) => (i === j ? 1 : 0));
}

/** Matrix product A B. */
export function multiply(A: Matrix, B: Matrix): Matrix {
  const { rows, columns: inner } = A;
  const { columns } = B;
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < inner; k++) {
      const a = A.data[i * inner + k] as number;
      if (a === 0) continue;
      for (let j = 0; j < columns; j++) {
        data[i * columns + j] =
          (data[i * columns + j] as number) + a * (B.data[k * columns + j] as number);
      }
    }
  }
  return { rows, columns, data };
}

/** Row vector times matrix. */
export function rowTimes(row: Float64Array, A: Matrix): Float64Array {
  return multiply({ rows: 1, columns: row.length, data: row }, A).data;
}

/** Matrix times column vector. */
export function timesColumn(A: Matrix, column: Float64Array): Float64Array {
  return multiply(A, { rows: column.length, columns: 1, data: column }).data;
}

/** X with A X = B, by elimination with row exchanges. */
export function solve(A: Matrix, B: Matrix): Matrix {
  const n = A.rows;
  const m = B.columns;
  const a = Float64Array.from(A.data);
  const b = Float64Array.from(B.data);
  const exchange = (data: Float64Array, width: number, i: number, j: number): void => {
    const row = data.slice(i * width, (i + 1) * width);
    data.copyWithin(i * width, j * width, (j + 1) * width);
    data.set(row, j * width);
  };
  const subtract = (
    data: Float64Array,
    w: number,
    to: number,
    by: number,
    start: number,
    f: number,
  ) => {
    for (let j = start; j < w; j++) {
      data[to * w + j] = (data[to * w + j] as number) - f * (data[by * w + j] as number);
    }
  };
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++) {
      if (Math.abs(a[i * n + k] as number) > Math.abs(a[best * n + k] as number)) best = i;
    }
    const pivot = a[best * n + k] as number;
    checkThat(pivot !== 0, 'the determinant', 0, 'different from 0');
    if (best !== k) {
      exchange(a, n, k, best);
      exchange(b, m, k, best);
    }
    for (let i = k + 1; i < n; i++) {
      const factor = (a[i * n + k] as number) / pivot;
      if (factor === 0) continue;
      subtract(a, n, i, k, k, factor);
      subtract(b, m, i, k, 0, factor);
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    const pivot = a[k * n + k] as number;
    for (let j = 0; j < m; j++) b[k * m + j] = (b[k * m + j] as number) / pivot;
    for (let i = 0; i < k; i++) {
      const factor = a[i * n + k] as number;
      if (factor !== 0) subtract(b, m, i, k, 0, factor);
    }
  }
  return { rows: n, columns: m, data: b };
}

/** The inverse of a square matrix. */
export function inverse(A: Matrix): Matrix {
  return solve(A, identity(A.rows));
}
