/** A fraction as a share of a scenario file: 0.045 -> "4.5%". */
export const percent = (part) => `${Number((part * 100).toFixed(4))}%`;

/** Minutes as a length of time of a scenario file. */
export const min = (n) => `${n} min`;
