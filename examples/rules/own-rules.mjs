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
