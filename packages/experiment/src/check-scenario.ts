/** @throws RangeError for what is no scenario, saying where one comes from */
export function checkScenario(scenario: unknown): void {
  if (typeof scenario !== 'object' || scenario === null) {
    const given = typeof scenario === 'string' ? 'a text' : String(scenario);
    throw new RangeError(`A study takes a scenario, not ${given}; parseScenario reads one.`);
  }
  if ('ok' in scenario) {
    throw new RangeError('That is what parseScenario answers; a study takes its field `scenario`.');
  }
  if (!('format' in scenario)) {
    throw new RangeError(
      'A study takes a scenario, not an object without format; parseScenario reads one.',
    );
  }
}
