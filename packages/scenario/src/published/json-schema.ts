import * as z from 'zod/mini';
import { scenarioSchema } from '../schema/scenario.js';

/** A node of a JSON Schema as far as this package writes them. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly propertyNames?: SchemaNode;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

/** The JSON Schema of scenario files, for completion and checks in editors. */
export function jsonSchema(): SchemaNode {
  const { $schema, ...schema } = z.toJSONSchema(scenarioSchema);
  return { $schema, title: 'Scenario of a service hall', ...schema } as SchemaNode;
}
