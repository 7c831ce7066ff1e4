import type { Alert, StandingAlert } from '@zhibiao/shared/alert';
import type { RectificationOwner, RectificationStep } from '@zhibiao/shared/rectification';
import { newOutsideId } from '../features/submission';
import { approveAs } from './approve';
import { aSheet } from './a-sheet';
import type { Person } from './a-person';
import type { Shape } from './procedure-inputs';
import { actorFor, keepAccount, otherUnit, ownUnit, personOf, type Caller } from './role-people';
import type { TestServer } from './start-test-server';

/** Planted in everything that is somebody else's, so that it can be looked for in every answer. */
export const foreignMark = 'canary-of-somebody-else';

/** A kind of thing that inputs name by its id: how one comes to be, whose it can be, and an id of none. */
export interface ObjectKind {
  /** Roles that can have one of their own. */
  readonly owners: readonly Caller[];
  /** Makes one that belongs to this person, fresh for each call; answers its id. */
  readonly make: (server: TestServer, owner: Caller, person: Person) => Promise<string>;
  /** Somebody else's, in each state that it can be in; none of the roles of these tests owns them. */
  readonly others: (server: TestServer) => Promise<Readonly<Record<string, string>>>;
  /** An id that nothing has. */
  readonly absent: string;
}

let made = 0;

/** A figure of a period so long ago that nobody else's test meets it. */
const aFigure = (unit: string, note = ''): string => {
  made += 1;
  const year = 2001 + (made % 14);
  return aSheet([
    ['food-pass-rate', unit, `${year}Q${1 + (Math.floor(made / 14) % 4)}`, 90 + (made % 7), 100 + made, note],
  ]);
};

const submission: ObjectKind = {
  owners: ['statistician', 'county'],
  make: async (_, owner, person) => {
    const { submission: id } = await person.submit(
      'own.csv',
      aFigure(owner === 'county' ? ownUnit : otherUnit),
    );
    // Read once, so that what is asked of it next does not wait for a forecast.
    await person.query('submission.preview', { submission: id });
    return id;
  },
  others: async (server) => {
    const other = await personOf(server, actorFor(server, 'county', otherUnit));
    const draft = async (note = foreignMark): Promise<string> =>
      (await other.submit(`${foreignMark}.csv`, aFigure(otherUnit, note))).submission;
    const submitted = async (id: string): Promise<string> => {
      const { ledgerPosition } = await other.query('submission.preview', { submission: id });
      await other.change('submission.submit', { submission: id, ledgerPosition, reason: 'x' });
      return id;
    };
    // The note of a stored figure is its footnote: others may read it.
    const stored = await draft('');
    await submitted(stored);
    const approved = await submitted(await draft(''));
    await approveAs(await personOf(server, actorFor(server, 'reviewer')), approved);
    const discarded = await draft();
    await other.change('submission.discard', { submission: discarded });
    const { submission: refused } = await other.submit(`${foreignMark}.csv`, 'no,figures\r\nhere,1\r\n');
    return {
      draft: await draft(),
      submitted: stored,
      approved,
      discarded,
      refused,
    };
  },
  absent: 'f'.repeat(32),
};

/** What reviewers read and decide about: what is still its author's is as unknown to them as what never was. */
const handedIn: ObjectKind = {
  ...submission,
  others: async (server) => {
    const { submitted = submission.absent, approved = submission.absent } = await submission.others(server);
    return { submitted, approved };
  },
};

const account: ObjectKind = {
  // What one may do with one's own account is tested beside the accounts.
  owners: [],
  make: () => Promise.reject(new Error('nobody owns an account here')),
  others: async (server) => {
    const actor = { ...actorFor(server, 'leader'), id: foreignMark.padEnd(24, '0') };
    await keepAccount(server, actor);
    return { enabled: actor.id };
  },
  absent: 'no-such-account-anywhere',
};

/** A token for programs; what opens the door is in no answer but the first. */
const apiToken: ObjectKind = {
  owners: ['statistician', 'county'],
  make: async (_, __, person) => (await person.change('token.create', { label: 'own', days: 1 })).id,
  others: async (server) => {
    const other = await personOf(server, actorFor(server, 'county', otherUnit));
    const mine = await other.query('token.own');
    const valid = mine.find(({ state }) => state === 'valid');
    return { valid: valid?.id ?? (await other.change('token.create', { label: foreignMark, days: 1 })).id };
  },
  absent: '0'.repeat(32),
};

/** Opens one with nobody's publication: for an alert of a year so long ago that nobody else's test meets it. */
const openRectification = async (
  { services: { stores } }: TestServer,
  { indicator, unit, owner }: Pick<Alert, 'indicator' | 'unit'> & { readonly owner: RectificationOwner },
): Promise<string> => {
  made += 1;
  const year = 1000 + made;
  const at = '2025-10-15T01:00:00.000Z';
  const alert: StandingAlert = {
    indicator,
    unit,
    year,
    level: 'orange',
    rules: ['O1'],
    period: `${year}`,
    since: `${year}`,
    figures: {
      rateText: '95.8',
      passes: 391,
      total: 408,
      target: '98.5',
      leg: 'value',
      against: '98.5',
      shortfall: 2.7,
      shortBy: 11,
      plan: null,
      outlook: null,
    },
  };
  await stores.alerts.record([{ event: 'opened', alert }], at);
  const [kept] = await stores.alerts.list({ year });
  const id = newOutsideId();
  await stores.rectifications.open(kept?.id ?? -1, id, {
    act: 'open',
    state: 'new',
    owner,
    dueOn: '2025-10-17',
    at,
    by: null,
    said: {},
    finding: { level: 'orange', rateText: '95.8' },
  });
  return id;
};

/** What an alert asks of its owner; a county's own, or that of the department for the whole. */
const rectification: ObjectKind = {
  owners: ['statistician', 'county'],
  make: (server, owner) =>
    openRectification(
      server,
      owner === 'county'
        ? { indicator: 'food-pass-rate', unit: ownUnit, owner: { kind: 'unit', unit: ownUnit } }
        : {
            indicator: 'food-pass-rate',
            unit: server.services.index.whole.code,
            owner: { kind: 'department', department: 'market-supervision' },
          },
    ),
  others: async (server) => {
    const { rectifications } = server.services.stores;
    // A statistician of the whole city sees what any county answers; nobody reports what the programme dropped.
    const where = {
      indicator: 'dropped',
      unit: otherUnit,
      owner: { kind: 'unit', unit: otherUnit },
    } as const;
    const after = async (
      act: 'sign' | 'hand-in' | 'close',
      state: RectificationStep['state'],
    ): Promise<string> => {
      const id = await openRectification(server, where);
      const [first] = (await rectifications.find(id))?.steps ?? [];
      if (first === undefined) throw new Error('opened without a step');
      const by = { id: 'somebody', name: { zh: foreignMark, en: foreignMark } };
      const dueOn = state === 'closed' ? null : first.dueOn;
      await rectifications.add(id, { ...first, act, state, dueOn, by, said: { text: foreignMark } });
      return id;
    };
    return {
      new: await openRectification(server, where),
      signed: await after('sign', 'signed-for'),
      handedIn: await after('hand-in', 'to-verify'),
      closed: await after('close', 'closed'),
    };
  },
  absent: 'e'.repeat(32),
};

/**
 * Fields that name a thing somebody may own, by field name or, where a name has several meanings, by
 * `path#name`; route parameters as `METHOD /route#name`. A field that is neither here nor below fails the
 * tests of group F: whoever adds it says here what it names and how one comes to be.
 */
export const objectFields: Readonly<Record<string, ObjectKind>> = {
  submission,
  rectification,
  'publication.review#submission': handedIn,
  'publication.take#submission': handedIn,
  'publication.return#submission': handedIn,
  'publication.approve#submission': handedIn,
  'token.revoke#id': apiToken,
  'token.end#id': apiToken,
  'token.ofAccount#account': account,
  'token.issue#account': account,
  'account.enable#id': account,
  'account.startLink#id': account,
  'account.grant#id': account,
  'account.unlock#id': account,
  'account.dropFactor#id': account,
  'account.endSessions#id': account,
  'GET /api/originals/:id#id': submission,
  'GET /api/marked/:id#id': submission,
  'POST /api/rectifications/:id/evidence#id': rectification,
  'GET /api/evidence/:id#id': rectification,
};

/** Fields that name nothing anybody owns, each with a value that passes. */
export const plainFields: Readonly<Record<string, unknown>> = {
  'access.signIn#id': 'demo-leader',
  'audit.list#from': '2025-10-01',
  'audit.list#until': '2025-10-31',
  'audit.list#person': 'demo',
  'audit.list#object': 'submission',
  'audit.list#cursor': 50,
  'access.enter#name': 'nobody',
  'access.endSessions#which': 'others',
  'token.create#label': 'x',
  'token.issue#label': 'x',
  days: 30,
  signInName: 'newcomer',
  zh: '甲',
  en: 'A',
  token: 'x',
  code: '123456',
  password: 'not the password',
  current: 'not the password',
  next: 'Kj8-mountain-river',
  departments: 'market-supervision',
  attempts: 5,
  lockMinutes: 15,
  idleMinutes: 30,
  absoluteHours: 12,
  accountDays: 90,
  category: '水产制品',
  period: '2025-Q2',
  indicator: 'food-pass-rate',
  unit: ownUnit,
  year: 2025,
  ledgerPosition: 0,
  asOf: '1',
  'publication.changes#number': 1,
  'publication.compare#from': '1',
  'publication.compare#to': '2',
  'publication.cancelPlan#id': 999_999,
  note: 'x',
  position: 0,
  plannedFor: '2000-01-01T00:00:00.000Z',
  opinion: 'x',
  reason: 'x',
  explanation: 'x',
  'submission.answer#heading': '问题批次',
  'submission.answer#name': '红海湾区',
  'submission.answer#value': '2025-Q2',
  expectedReading: 0,
  sheet: '',
  row: 2,
  column: 'D',
  // Nobody of these tests answers for it: a right handed over would be a right gained.
  'rectification.handOver#unit': '441523',
  text: '1',
  department: 'market-supervision',
  what: 'x',
  by: '2025-11-10',
  passes: 1,
  total: 1,
};

/** Whether a field's values are named by the field itself, so that there is nothing to say about it. */
export const isSelfEvident = ({ type, enum: listed, const: fixed }: Shape): boolean =>
  listed !== undefined || fixed !== undefined || type === 'boolean';

/** What a field of a procedure or route is registered as; undefined when nobody has said. */
export const registered = <T>(
  table: Readonly<Record<string, T>>,
  door: string,
  name: string,
): T | undefined => table[`${door}#${name}`] ?? table[name];

/** The values of a plain sample; `ids` gives those of fields that name objects. */
export const valuesFor =
  (door: string, id: (kind: ObjectKind) => unknown) =>
  (name: string): unknown => {
    const kind = registered(objectFields, door, name);
    return kind === undefined ? registered(plainFields, door, name) : id(kind);
  };
