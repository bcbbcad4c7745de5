/** Where something stands in a document: keys and list positions from the root. */
export type Path = readonly (string | number)[];

const plain = /^[A-Za-z_$*][\w$*-]*$/;

/** A path as people read it: `staff.trainee.skills[0]`, `demand.arrivals["09:30"]`. */
export function pathText(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (plain.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}
