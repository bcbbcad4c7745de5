import type { SchemaNode } from './json-schema.js';

const intro = `# The scenario format \`service-hall/1\`

<!-- Made from the schema in packages/scenario/src/schema; refresh with:
     node node_modules/vitest/vitest.mjs run --project scenario -u -->

A scenario is one JSON file (UTF-8; GB18030 is read too; at most 20 MB) that holds a hall, its
customers and its what-ifs. A short one:

\`\`\`json
{
  "format": "service-hall/1",
  "day": { "opens": "09:00", "closes": "17:00" },
  "demand": { "arrivals": { "09:00": "30 per hour", "12:00": "18 per hour" } },
  "customers": { "general": { "share": "100%" } },
  "services": { "payment": { "share": "100%", "time": { "lognormal": { "mean": "4 min", "cv": 0.6 } } } },
  "counters": { "front": { "count": 3, "skills": ["payment"], "open": { "normal": { "09:00": 3 } } } }
}
\`\`\`

- **Maps keyed by id, not lists**, so that a what-if names only what it changes. Ids are never shown;
  labels are.
- **The unit is in the value**: \`"6 min"\`, \`"54 per hour"\`, \`"35%"\`, \`"09:30"\`. A coefficient of
  variation (\`cv\`) has no unit and is a number.
- **Unknown keys are issues**, because a misspelt key would be a silent default. What a hall has and
  the program does not simulate yet stands under \`later\`; \`hallsim check\` names it.
- **Shares of a whole add up to 100%**, give or take 0.01% (thirds are \`33.33%\`); the last part
  takes what is missing. Times of day may stand in any order; they count by time.
- **An absent key means for ever what this page says.** A new default is a new version of the format,
  and older files are migrated with their old meaning. A file of a newer version is refused.
- **Bounds**: at most 200 services, customer classes, groups, kinds of clerks, day types or variants;
  10,000,000 expected customers a day; rates of 100,000 per hour.

What a hall does where the file leaves it open (who is called first, what closing means, when a counter breaks
down) is in the [rules of the hall](../decisions/0003-rules-of-the-hall.md).

In the tables, *required* keys have to be there; for the others the last column says what holds
without them.
`;

const absent = /\s*Absent: (.*)\.$/;

type Section = { readonly title: string; readonly text: string };

/** The format reference as Markdown. */
export function reference(schema: SchemaNode): string {
  const sections: Section[] = [];
  addSection(sections, 'The file', schema, '');
  const units = Object.entries(schema.$defs ?? {});
  const texts = units.filter(([, def]) => def.type === 'string' || def.anyOf !== undefined);
  const rows = texts.map(([id, def]) => {
    const examples = (def.examples ?? []).map((e) => `\`${JSON.stringify(e)}\``).join(', ');
    return `| <a id="${id}"></a>${id} | ${def.description ?? ''} | ${examples || '`"…"`'} |`;
  });
  const table = ['| value | meaning | example |', '| --- | --- | --- |', ...rows].join('\n');
  for (const [id, def] of units) {
    if (def.type === 'object') addSection(sections, `A ${id.replace('-', ' ')}`, def, '', id);
  }
  const parts = [
    intro,
    `## Values\n\n${table}\n`,
    ...sections.map((s) => `## ${s.title}\n\n${s.text}\n`),
  ];
  return parts.join('\n');
}

function addSection(
  sections: Section[],
  title: string,
  node: SchemaNode,
  path: string,
  anchor?: string,
): void {
  const inner: [string, SchemaNode, string][] = [];
  const rows = Object.entries(node.properties ?? {}).map(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (anchor === undefined) collect(inner, here, value);
    else collect(inner, `${key}`, value);
    const required = node.required?.includes(key) === true;
    const absent = required ? '*required*' : absentText(value);
    return `| \`${key}\` | ${valueText(value)} | ${meaning(value)} | ${absent} |`;
  });
  const anchors = anchor === undefined ? [] : [`<a id="${anchor}"></a>`];
  const words = meaning(node) === '' ? [] : [meaning(node), ''];
  const lines = [...anchors, ...words];
  lines.push('| key | value | meaning | absent |', '| --- | --- | --- | --- |', ...rows);
  sections.push({ title, text: lines.join('\n') });
  for (const [name, child, at] of inner) {
    const under = anchor === undefined ? '' : ` of a ${anchor.replace('-', ' ')}`;
    addSection(sections, `\`${name}\`${under}`, child, at);
  }
}

// The objects with keys of their own that stand below a value, with the name of their section.
function collect(found: [string, SchemaNode, string][], path: string, node: SchemaNode): void {
  if (node.properties !== undefined) found.push([path, node, path]);
  for (const option of node.anyOf ?? []) collect(found, path, option);
  if (node.items !== undefined) collect(found, `${path}[]`, node.items);
  if (typeof node.additionalProperties === 'object') {
    collect(found, `${path}.${placeholder(node)}`, node.additionalProperties);
  }
}

const refName = (node: SchemaNode): string | undefined => node.$ref?.split('/').at(-1);

function placeholder(node: SchemaNode): string {
  const names = node.propertyNames;
  if (names === undefined) return 'KEY';
  if (names.anyOf !== undefined || refName(names) === 'id') return 'ID';
  return { clock: 'TIME', duration: 'WAITED' }[refName(names) ?? ''] ?? 'DAY';
}

function valueText(node: SchemaNode): string {
  const name = refName(node);
  if (name !== undefined) return `[${name.replaceAll('-', ' ')}](#${name})`;
  if (node.const !== undefined) return `\`${JSON.stringify(node.const)}\``;
  if (node.enum !== undefined) return node.enum.map((e) => `\`${JSON.stringify(e)}\``).join(' or ');
  if (node.properties !== undefined) return 'object';
  if (node.anyOf !== undefined) return [...new Set(node.anyOf.map(valueText))].join(' or ');
  if (node.items !== undefined) return `list of ${valueText(node.items)}`;
  if (typeof node.additionalProperties === 'object') {
    const keys = {
      ID: 'by id',
      TIME: 'by time',
      DAY: 'by day',
      KEY: 'by key',
      WAITED: 'by time waited',
    };
    const inner = node.additionalProperties;
    const value = valueText(inner);
    const by = keys[placeholder(node) as keyof typeof keys];
    return value === 'anything' ? 'object' : `${value}, ${by}`;
  }
  if (node.type === 'object') return 'object';
  if (node.type === 'integer') {
    return `whole number ${node.minimum ?? 0} to ${node.maximum ?? '…'}`;
  }
  return (
    { string: 'text', number: 'number', boolean: '`true` or `false`' }[node.type ?? ''] ??
    'anything'
  );
}

const sentences = (node: SchemaNode): string => (node.description ?? '').replaceAll('|', '\\|');

const meaning = (node: SchemaNode): string => sentences(node).replace(absent, '').trim();

function absentText(node: SchemaNode): string {
  if (node.default !== undefined) return `\`${JSON.stringify(node.default)}\``;
  return absent.exec(sentences(node))?.[1] ?? '–';
}
