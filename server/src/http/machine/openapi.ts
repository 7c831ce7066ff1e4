import { z } from 'zod';
import { postQuery, receiptAnswer, refusalAnswer, rowsBody, statusAnswer } from './answers';

const schema = (shape: z.ZodType): Record<string, unknown> => {
  const { $schema: _, ...rest } = z.toJSONSchema(shape);
  return rest;
};

const json = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });
const answer = (description: string, name: string) => ({ description, content: json(name) });

const refusals = {
  400: answer('The request is not what is described here.', 'Refusal'),
  401: answer('No token, or one that opens nothing.', 'Refusal'),
  403: answer('The owner of the token may not.', 'Refusal'),
  429: answer('Too many requests a minute.', 'Refusal'),
};

/** The machine door as OpenAPI 3.1, made from the schemas that requests are read by and answers fit. */
export const openApiDocument = (version: string): Record<string, unknown> => ({
  openapi: '3.1.0',
  info: {
    title: 'Zhibiao',
    version,
    description:
      'Sends figures by the rules of the page. A token is made on the page of one’s account, and reaches exactly as far as its owner does at that moment.',
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    schemas: {
      Rows: schema(rowsBody),
      Receipt: schema(receiptAnswer),
      Status: schema(statusAnswer),
      Refusal: schema(refusalAnswer),
    },
  },
  security: [{ token: [] }],
  paths: {
    '/api/v1/submissions': {
      post: {
        operationId: 'submit',
        summary: 'Sends a file or rows; what has no errors is handed to the reviewers.',
        parameters: Object.entries(postQuery.shape).map(([name, shape]) => ({
          name,
          in: 'query',
          required: false,
          schema: schema(shape),
        })),
        requestBody: {
          required: true,
          content: {
            ...json('Rows'),
            'multipart/form-data': {
              schema: {
                type: 'object',
                required: ['file'],
                properties: { file: { type: 'string', format: 'binary' } },
              },
            },
          },
        },
        responses: {
          200: answer('What a dry run found, or a draft that its owner must look at.', 'Receipt'),
          201: answer('Handed to the reviewers.', 'Receipt'),
          413: answer('The file is too large.', 'Refusal'),
          415: answer('Neither a file nor JSON.', 'Refusal'),
          ...refusals,
        },
      },
    },
    '/api/v1/submissions/{id}': {
      get: {
        operationId: 'status',
        summary: 'Where a submission of one’s own stands.',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string', pattern: '^[0-9a-f]{32}$' } },
          { name: 'language', in: 'query', required: false, schema: schema(postQuery.shape.language) },
        ],
        responses: {
          200: answer('Its state and steps.', 'Status'),
          404: answer('There is none, or it is somebody else’s.', 'Refusal'),
          ...refusals,
        },
      },
    },
  },
});
