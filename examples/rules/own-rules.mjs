// Rules of one's own for examples/rules/own-rules.json:
//   npm run --silent hallsim -- run examples/rules/own-rules.json --rules examples/rules/own-rules.mjs

/** @satisfies {import('@hallsim/hall').HostRules['discipline']} */
export const discipline = {
  // elderly people are called first once they have waited five minutes
  'elderly-after-five': ({ customer, waited, arrivedAt }) =>
    customer === 'elderly' && waited >= 5 ? arrivedAt - 60 : arrivedAt,
};

/** @satisfies {import('@hallsim/hall').HostRules['serviceTime']} */
export const serviceTime = {
  // clerks hurry while more than ten people wait
  hurry: (minutes, _customer, _group, { waiting }) => (waiting > 10 ? 0.9 * minutes : minutes),
};

/** @satisfies {import('@hallsim/hall').HostRules['calling']} */
export const calling = {
  // of those who are first in their lines the elderly one, unless somebody else has waited ten minutes
  'patient-elderly': (offers) => {
    const late = offers.findIndex(({ waited }) => waited >= 10);
    return late >= 0
      ? late
      : Math.max(
          0,
          offers.findIndex(({ customer }) => customer === 'elderly'),
        );
  },
};

/** @satisfies {import('@hallsim/hall').HostRules['diversion']} */
export const diversion = {
  // a greeter sends people to the kiosk while five or more wait for a counter
  'when-many-wait': ({ customer }, { waiting }) => waiting >= 5 && customer !== 'elderly',
};
