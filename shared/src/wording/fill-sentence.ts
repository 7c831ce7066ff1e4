/**
 * Puts params into a sentence: `{value}` becomes the param of that name. A part in double brackets is kept only when
 * all its params are there: `找不到“{value}”[[，可能是“{suggestion}”]]。`
 */
export const fillSentence = (template: string, params: Readonly<Record<string, string | number>>): string =>
  fill(
    template.replace(/\[\[(.*?)\]\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => Object.hasOwn(params, name)) ? part : '',
    ),
    params,
  );

const fill = (template: string, params: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return value === undefined ? hole : String(value);
  });
