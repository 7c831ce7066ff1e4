import type { Department, Text, UnitRegister } from '../programme';
import type { Actor } from './types';

/** Someone to sign in as in the demonstration, with what they come to do. */
export interface DemonstrationActor {
  readonly id: string;
  readonly actor: Actor;
  readonly description: Text;
}

const person = (actor: Actor, zh: string, en: string): DemonstrationActor => ({
  id: actor.id,
  actor,
  description: { zh, en },
});

/**
 * The people of the demonstration: leader, statisticians, one officer a county, reviewer, administrators. They come from the
 * programme's own departments and units, so another city's demonstration has its own people.
 */
export const demonstrationActors = (
  departments: readonly Department[],
  register: UnitRegister,
): readonly DemonstrationActor[] => {
  const [lead, second] = departments;
  const base = { departments: [], unit: null };
  const parts = register.units.filter((unit) => unit.kind === 'part');
  return [
    person(
      {
        ...base,
        id: 'demo-leader',
        role: 'leader',
        name: { zh: '领导小组成员', en: 'Leadership group member' },
      },
      '看总览、预警和县区对比',
      'Reads the overview, alerts and comparison',
    ),
    person(
      {
        ...base,
        id: 'demo-statistician',
        role: 'statistician',
        name: {
          zh: `${lead?.name.zh ?? '全市'} 统计员`,
          en: `Statistician, ${lead?.name.en ?? 'whole city'}`,
        },
      },
      '报送全市各项指标的季度数据',
      'Sends the quarterly figures of every indicator',
    ),
    ...(second === undefined
      ? []
      : [
          person(
            {
              ...base,
              id: 'demo-statistician-department',
              role: 'statistician',
              departments: [second.code],
              name: { zh: `${second.name.zh} 统计员`, en: `Statistician, ${second.name.en}` },
            },
            '只报送本部门牵头的指标',
            'Sends only the indicators this department leads',
          ),
        ]),
    ...parts.map((unit) =>
      person(
        {
          ...base,
          id: `demo-county-${unit.code}`,
          role: 'county',
          unit: unit.code,
          name: { zh: `${unit.shortName.zh} 数据员`, en: `Data officer, ${unit.shortName.en}` },
        },
        `看${unit.shortName.zh}与其他县区的对比，报送本地数据`,
        `Compares ${unit.shortName.en} with the others and sends its figures`,
      ),
    ),
    person(
      {
        ...base,
        id: 'demo-reviewer',
        role: 'reviewer',
        name: {
          zh: `${lead?.name.zh ?? ''} 审核员`.trim(),
          en: `Reviewer, ${lead?.name.en ?? 'lead bureau'}`,
        },
      },
      '查看报送记录与原始文件',
      'Reads submissions and original files',
    ),
    person(
      {
        ...base,
        id: 'demo-sysadmin',
        role: 'sysadmin',
        name: { zh: '系统管理员', en: 'System administrator' },
      },
      '看账号怎样建立和停用',
      'Sees how accounts are made and disabled',
    ),
    person(
      {
        ...base,
        id: 'demo-secadmin',
        role: 'secadmin',
        name: { zh: '安全管理员', en: 'Security administrator' },
      },
      '看角色、范围和安全策略',
      'Sees roles, scopes and the security policy',
    ),
    person(
      {
        ...base,
        id: 'demo-auditor',
        role: 'auditor',
        name: { zh: '审计员', en: 'Auditor' },
      },
      '查看和核验审计记录：谁在何时做了什么',
      'Reads and verifies the audit trail: who did what, and when',
    ),
  ];
};
