// Speaks to whatever is at the first argument as a person's program would, and prints what it learnt as one line of JSON.
import { createFalClient, ValidationError } from '@fal-ai/client';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

const [base, credentials, first, last] = process.argv.slice(2);
const endpoint = 'fal-ai/wan-flf2v';
const fal = createFalClient({
  credentials,
  requestMiddleware: async (request) => ({
    ...request,
    url: request.url.replace(/^https:\/\/(queue\.|rest\.)?fal\.(run|ai)/, base),
  }),
});

async function upload(path) {
  return fal.storage.upload(new File([await readFile(path)], basename(path), { type: 'image/png' }));
}

async function failure(id, input) {
  try {
    await fal.subscribe(id, { input, pollInterval: 20 });
    return { name: 'it did not fail' };
  } catch (error) {
    return {
      name: error instanceof ValidationError ? 'ValidationError' : error.name,
      status: error.status,
      fields: error.fieldErrors?.map((it) => `${it.loc.at(-1)}: ${it.type}`),
    };
  }
}

const frames = { start_image_url: await upload(first), end_image_url: await upload(last) };
const kept = Buffer.from(await (await fetch(frames.start_image_url)).arrayBuffer());

const seen = [];
const done = await fal.subscribe(endpoint, {
  input: { ...frames, prompt: 'petals open slowly', num_frames: 81, seed: 7 },
  pollInterval: 20,
  logs: true,
  onQueueUpdate: (update) => seen.push(update.status),
});
const streamed = [];
await fal.subscribe(endpoint, {
  input: { ...frames, prompt: 'petals' },
  mode: 'streaming',
  onQueueUpdate: (update) => streamed.push(update.status),
});
const film = Buffer.from(await (await fetch(done.data.video.url)).arrayBuffer());

const kling = 'fal-ai/kling-video/v2.5-turbo/pro/image-to-video';
const input = { image_url: frames.start_image_url, tail_image_url: frames.end_image_url, prompt: 'petals', duration: '5' };
await fal.queue.submit(kling, { input, webhookUrl: 'http://localhost:9/hooks/fal/a?b=c' });
const waiting = await fal.queue.submit(kling, { input });
await fal.queue.cancel(kling, { requestId: waiting.request_id });

console.log(JSON.stringify({
  sameBytes: Buffer.compare(kept, await readFile(first)) === 0,
  states: [...new Set(seen)],
  streamed,
  film: film.subarray(4, 8).toString('latin1'),
  seed: done.data.seed,
  sameRequest: typeof done.requestId === 'string' && done.requestId.length > 10,
  cancelled: await fal.queue.result(kling, { requestId: waiting.request_id })
    .then(() => 0, (error) => error.status),
  tooFewFrames: await failure(endpoint, { ...frames, prompt: 'petals', num_frames: 80 }),
  withoutPrompt: await failure(endpoint, frames),
  refusedByPolicy: await failure(endpoint, { ...frames, prompt: '#trouble run-policy' }),
  unknownEndpoint: await failure('fal-ai/no-such-model', frames),
}));
