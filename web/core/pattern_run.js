/** Runs an execution: at once where that is quick, otherwise as a job that tells how far it is and can be ended. */
import { pause } from "./patience.js";

const FIRST_WAIT = 0.2;
const LONGEST_WAIT = 2;
const TOO_SLOW = 504;
/** What is known to take its time. */
const slow = ({ process, inputs }) => process === "knox" || inputs.permutations > 0;

/**
 * Gives {result, job}; `job` is null where none was needed. `server`: execute, begin, job, jobResults, dismissJob;
 * `onProgress(fraction)` hears of a job, null while nothing is known.
 */
export async function runPattern(server, asked, { signal, onProgress }) {
  const { process, inputs, outputs } = asked;
  if (!slow(asked)) {
    try {
      return { result: await server.execute(process, { inputs, outputs }, signal), job: null };
    } catch (error) {
      if (error.status !== TOO_SLOW) throw error;
    }
  }
  const begun = await server.begin(process, { inputs, outputs }, signal);
  const end = () => server.dismissJob(begun.jobID).catch(() => {});
  signal.addEventListener("abort", end, { once: true });
  try {
    return { result: await resultOf(server, begun, { signal, onProgress }), job: begun.jobID };
  } finally {
    signal.removeEventListener("abort", end);
  }
}

async function resultOf(server, begun, { signal, onProgress }) {
  let job = begun;
  let wait = FIRST_WAIT;
  while (job.status === "accepted" || job.status === "running") {
    onProgress(job.progress > 0 ? job.progress / 100 : null);
    await pause(wait, signal);
    wait = Math.min(LONGEST_WAIT, wait * 1.5);
    job = await server.job(begun.jobID, signal);
  }
  return server.jobResults(begun.jobID, signal);
}
