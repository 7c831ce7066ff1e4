import { palette } from './palette';

/** What is read at one place of a chart. */
export interface Reading {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, value: string])[];
}

/** A reading as the HTML of a tooltip; whatever it says is escaped, for names come from data (reliability.md G7). */
export const readingHtml = ({ title, rows }: Reading): string =>
  `<b>${escapeHtml(title)}</b>` + rows.map(([name, value]) => rowHtml(name, value)).join('');

const rowHtml = (name: string, value: string): string =>
  `<div style="display:flex;justify-content:space-between;gap:16px"><span style="color:${palette.ink3}">${escapeHtml(name)}</span><span>${escapeHtml(value)}</span></div>`;

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
