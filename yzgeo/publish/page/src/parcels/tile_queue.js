// Tiles are drawn a little in every frame, so that the map moves smoothly meanwhile.

const BUSY_MS = 9;
const IDLE_MS = 24;

/** @typedef {{dropped: boolean, step(): boolean}} Job `step` does a little, and says whether the job is finished */

/** @param {L.Map} map */
export function makeTileQueue(map) {
  /** @type {Job[]} */
  let jobs = [];
  let pumping = false;
  let moving = false;
  map.on("movestart zoomstart", () => {
    moving = true;
  });
  map.on("moveend zoomend", () => {
    moving = false;
  });

  function pump() {
    const end = performance.now() + (moving ? BUSY_MS : IDLE_MS);
    while (jobs.length && performance.now() < end) {
      const job = jobs[0];
      if (job.dropped || job.step()) jobs.splice(jobs.indexOf(job), 1);
    }
    pumping = jobs.length > 0;
    if (pumping) requestAnimationFrame(pump);
  }

  return {
    /** @param {Job} job */
    add(job) {
      jobs.push(job);
      if (pumping) return;
      pumping = true;
      requestAnimationFrame(pump);
    },
    /** Draws all that is asked for at once: paper does not wait for the next frame. */
    finish() {
      for (const job of jobs) while (!job.dropped && !job.step());
      jobs = [];
    },
    clear() {
      jobs = [];
    },
    isMoving: () => moving,
  };
}
