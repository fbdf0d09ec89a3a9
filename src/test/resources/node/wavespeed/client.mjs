// Speaks to whatever is at the first argument as a person's program would, and prints what it learnt as one line of JSON.
import wavespeed from 'wavespeed';
import { readFile } from 'node:fs/promises';

const [baseUrl, key, first, last] = process.argv.slice(2);
const { Client } = wavespeed;
const client = new Client(key, { baseUrl, retryInterval: 0.01, maxConnectionRetries: 5 });
const settings = { pollInterval: 0.02, timeout: 60 };
const model = 'wavespeed-ai/wan-flf2v';

const frames = {
  first_image: await client.upload(first),
  last_image: await client.upload(last),
};
const sameBytes = Buffer.compare(
  Buffer.from(await (await fetch(frames.first_image)).arrayBuffer()),
  await readFile(first),
) === 0;
const done = await client.run(model, { ...frames, prompt: 'petals open slowly', duration: 5, seed: 7 }, settings);
const film = Buffer.from(await (await fetch(done.outputs[0])).arrayBuffer());

async function failure(input, id = model, as = client) {
  try {
    await as.run(id, input, settings);
    return 'it did not fail';
  } catch (error) {
    return String(error.message);
  }
}

console.log(JSON.stringify({
  sameBytes,
  outputs: done.outputs.length,
  film: film.subarray(4, 8).toString('latin1'),
  refusedByPolicy: await failure({ ...frames, prompt: '#trouble run-policy' }),
  withoutLastFrame: await failure({ first_image: frames.first_image }),
  unknownModel: await failure(frames, 'wavespeed-ai/no-such-model'),
  wrongKey: await failure(frames, model, new Client('ws-wrong', { baseUrl })),
  survives502: (await client.run(model, { ...frames, prompt: '#trouble poll-502' }, settings)).outputs.length,
}));
