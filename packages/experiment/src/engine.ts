/** Version of the engine: the same scenario, seed and engine give the same bits. */
export const ENGINE = '0.1.0';
