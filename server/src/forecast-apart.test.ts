import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { workOut, type ForecastWork } from './features/submission';
import { forecasterApart } from './forecast-apart';
import { keyOf } from './testing/key-of';
import { aSheet } from './testing/a-sheet';
import { startTestServer } from './testing/start-test-server';

/** A draft of a new figure, and a forecaster on the folder in which it lies. */
const aDraft = async () => {
  const server = await startTestServer();
  const person = await server.signIn('demo-statistician');
  const sheet = aSheet([['食品抽检合格率', '陆丰市', '2025Q3', 100, 190]]);
  const { submission } = await person.submit('a.csv', Buffer.from(sheet));
  const { clock, index, stores } = server.services;
  const work: ForecastWork = {
    day: clock.today(),
    source: { kind: 'draft', submission: await keyOf(server, submission) },
  };
  const { programme, register } = index;
  const forecaster = forecasterApart({
    folder: server.folder,
    programme,
    register,
    startedAt: clock.now(),
  });
  onTestFinished(() => forecaster.close());
  return { forecaster, work, here: await workOut({ stores, index }, work) };
};

test('the thread tells what the rules tell: forecast, judgements and consequences', async () => {
  const { forecaster, work, here } = await aDraft();
  const apart = forecaster.start(work);
  expect(await apart.forecast).toEqual(here.forecast);
  expect(await apart.judgements()).toEqual(here.judge());
  const consequences = here.foresee();
  expect(consequences.effects.length).toBeGreaterThan(0);
  expect(consequences.alertsToOpen.length).toBeGreaterThan(0);
  expect(await apart.consequences()).toEqual(consequences);
});

test('what is told of a file does not depend on whether it was asked for before or after its judgements', async () => {
  const { work, here, forecaster } = await aDraft();
  const consequences = here.foresee();
  const apart = forecaster.start(work);
  expect(await apart.consequences()).toEqual(consequences);
  expect(here.judge()).toEqual(await apart.judgements());
});

test('the consequences of one file are told before the next file is looked at, asked for or not', async () => {
  const { forecaster, work } = await aDraft();
  const first = forecaster.start(work);
  const second = forecaster.start(work);
  await second.forecast;
  const told = await Promise.race([first.consequences(), nextTurn('not yet')]);
  expect(told).not.toBe('not yet');
});

test('forgotten consequences are not worked out, but whoever has asked still hears of them', async () => {
  const { forecaster, work, here } = await aDraft();
  const asked = forecaster.start(work);
  const hoped = asked.consequences();
  asked.forget();
  expect(await hoped).toEqual(here.foresee());
  const dropped = forecaster.start(work);
  await dropped.judgements();
  dropped.forget();
  await nextTurn();
  await expect(dropped.consequences()).rejects.toThrow('forgotten');
});
