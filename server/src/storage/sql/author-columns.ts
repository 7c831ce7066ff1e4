import type { Author } from '../../features/access/author';

/** Who did something, as columns. */
export interface AuthorColumns {
  readonly by_id: string;
  readonly by_role: string;
  readonly by_name_zh: string;
  readonly by_name_en: string;
}

/** Puts an author together again. */
export const authorOf = (row: AuthorColumns): Author => ({
  id: row.by_id,
  // Only `Author`s are ever written, so the text is a role.
  role: row.by_role as Author['role'],
  name: { zh: row.by_name_zh, en: row.by_name_en },
});

/** Takes an author apart. */
export const columnsOfAuthor = ({ id, role, name }: Author): AuthorColumns => ({
  by_id: id,
  by_role: role,
  by_name_zh: name.zh,
  by_name_en: name.en,
});
