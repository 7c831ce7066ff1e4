/** How each command is called; kept apart from what they do, so that help needs none of it. */
export const usages = {
  approve: 'approve SUBMISSION --as USER [--json]',
  publish: 'publish --as USER --note TEXT [--reason TEXT] [--json]',
  assess:
    'assess --programme FILE --units FILE --observations FILE.csv [--plans FILE.csv] --today YYYY-MM-DD [--json]',
  check: 'programme check FILE [--units FILE] [--json]',
  import:
    'import FILE [--programme CODE] [--period P] [--basis single|cumulative] [--dry-run] [--as USER] [--reason TEXT] [--explain TEXT] [--json]',
  reset: 'demo reset [--json]',
  userAdd: 'user add ACCOUNT --name NAME [--name-en NAME] [--json]',
  userList: 'user list [--json]',
  userDisable: 'user disable ACCOUNT [--json]',
  userReset: 'user reset ACCOUNT [--second-factor] [--json]',
  vectors: 'vectors FILE.json [FILE.json …] [--json]',
  verify: 'verify [--json]',
} as const;
