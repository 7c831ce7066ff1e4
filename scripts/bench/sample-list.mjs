import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { three, two, seeded, shape } from './generated-city.mjs';

/** Categories and failing items of the generated list. */
const categories = Array.from({ length: 30 }, (_, place) => `第${two(place + 1)}类食品`);
const items = [
  '菌落总数',
  '噻虫胺',
  '吡虫啉',
  '过氧化值',
  '二氧化硫残留量',
  '脱氢酸',
  '毒死蜱',
  '铅',
  '镉',
  '甜蜜素',
];
/** Year and first month of quarters that have figures in the generated city: some old, one running year. */
const months = [
  '2025-01',
  '2025-02',
  '2025-03',
  '2025-04',
  '2025-05',
  '2025-06',
  '2025-07',
  '2025-08',
  '2025-09',
];

/** Two indicators of 200 counties and 30 categories in three quarters: 36,000 groups, a province's year. */
const listed = 2;

/**
 * Writes a list of samples of the generated city, in the order in which laboratories report: by month, mixed counties.
 * @param {string} path @param {number} rows @param {number} seed
 */
export const writeSampleList = async (path, rows, seed) => {
  const random = seeded(seed);
  const out = createWriteStream(path);
  out.write('抽样编号,指标,地区,抽样日期,食品大类,食品名称,检验结论,不合格项目\n');
  let text = '';
  for (let place = 0; place < rows; place += 1) {
    const month = months[Math.floor((place * months.length) / rows)] ?? '2025-09';
    const part = 1 + Math.floor(random() * shape.parts);
    const indicator = 1 + Math.floor(random() * listed);
    const day = `${month}-${two(1 + Math.floor(random() * 28))}`;
    const failed = random() < 0.025;
    const number = `XBJ25${String(441_500 + part)}${String(seed).slice(0, 2)}${String(place).padStart(9, '0')}`;
    text +=
      `${number},pass-rate-${two(indicator)},99${three(part)},${day},${categories[Math.floor(random() * 30)]},` +
      `样品${place % 997},${failed ? '不合格' : '合格'},${failed ? `${items[Math.floor(random() * 10)]}║0.31mg/kg║≤0.2mg/kg` : ''}\n`;
    if (text.length > 1_000_000) {
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
  }
  out.end(text);
  await once(out, 'finish');
  return path;
};
