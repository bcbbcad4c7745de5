// What the source does not say: file names, and words for people in both languages.

// The file of each hall and the id of its peak days.
// `expected` are the customers of a normal and of a peak day (the source's domain notes, §9.6).
export const halls = {
  county_telecom: { file: 'county-telecom', peak: 'billing-day', expected: [130, 249] },
  flagship_telecom: { file: 'flagship-telecom', peak: 'billing-day', expected: [619, 997] },
  bank_branch: { file: 'bank-branch', peak: 'pension-day', expected: [164, 220] },
  gov_hall: { file: 'gov-hall', peak: 'tax-day', expected: [843, 1207] },
};

export const groupLabels = {
  'county_telecom/gen': 'General counters',
  'flagship_telecom/gen': 'General counters',
  'flagship_telecom/biz': 'Business desks (broadband, handsets, corporate, complaints)',
  'flagship_telecom/vip': 'VIP desk',
  'bank_branch/cash': 'Cash counters',
  'bank_branch/wealth': 'Wealth and non-cash desks',
  'bank_branch/corp': 'Corporate counter',
  'gov_hall/soc': 'Social insurance and general counters',
  'gov_hall/tax': 'Tax counters',
  'gov_hall/mkt': 'Business registration counters',
  'gov_hall/prop': 'Real-estate counters',
  'gov_hall/pol': 'Police counters (ID, household, exit-entry)',
};

export const dayLabels = {
  normal: { en: 'Normal day', zh: '平日' },
  'billing-day': { en: 'Billing day', zh: '出账日' },
  'pension-day': { en: 'Pension day', zh: '养老金发放日' },
  'tax-day': { en: 'Tax deadline day', zh: '征期截止日' },
};

export const customerLabels = {
  telecom: {
    general: { en: 'General customer', zh: '普通客户' },
    elderly: { en: 'Elderly customer', zh: '老年客户' },
    vip: { en: 'VIP customer', zh: 'VIP 客户' },
    corporate: { en: 'Corporate customer', zh: '集团客户' },
  },
  bank: {
    general: { en: 'General customer', zh: '普通客户' },
    elderly: { en: 'Elderly customer', zh: '老年客户' },
    vip: { en: 'VIP customer', zh: '贵宾客户' },
    corporate: { en: 'Corporate customer', zh: '对公客户' },
  },
  government: {
    general: { en: 'General visitor', zh: '普通办事群众' },
    elderly: { en: 'Elderly visitor', zh: '老年办事群众' },
    vip: { en: 'Green-channel visitor', zh: '绿色通道对象' },
    corporate: { en: 'Company agent', zh: '企业办事人员' },
  },
};
